namespace Parley.Functions.Storage;

/// <summary>What came of publishing a content.</summary>
/// <param name="Current">The version that is current now; null when there is none.</param>
public sealed record Publication(PublicationOutcome Outcome, SituationVersion? Current);

public enum PublicationOutcome
{
    /// <summary>A new version.</summary>
    Added,

    /// <summary>An older version that is current again.</summary>
    Restored,

    /// <summary>A version, current again or still, whose document could no longer be read and can again.</summary>
    Mended,

    /// <summary>It was the current content already.</summary>
    Unchanged,

    /// <summary>What is current is not what the caller expects.</summary>
    NotExpected,

    /// <summary>What is current can no longer be read, so that nobody can say whether it is what the caller expects.</summary>
    Unreadable,

    /// <summary>The situation has all the versions that it may have.</summary>
    TooManyVersions,

    /// <summary>There are as many situations as there may be.</summary>
    TooManySituations,
}
