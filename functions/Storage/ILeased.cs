namespace Parley.Functions.Storage;

/// <summary>A row that one worker at a time holds, for as long as it gives signs of life.</summary>
public interface ILeased
{
    /// <summary>How often a worker has begun.</summary>
    int Claims { get; }

    /// <summary>Who holds it; empty when nobody does.</summary>
    string Owner { get; }

    /// <summary>When the owner counts as gone.</summary>
    DateTimeOffset? LeaseUntil { get; }

    /// <summary>An unexpected error of the last attempt, for administrators; empty when there was none.</summary>
    string LastError { get; }
}

/// <summary>The same, with the changes that a lease makes.</summary>
public interface ILeased<TRow> : ILeased
    where TRow : ILeased<TRow>
{
    /// <summary>True while the work is not done and nobody has stopped it or taken it over.</summary>
    bool IsHeldBy(string owner);

    /// <summary>True when that owner's end is written, whose answer may have been lost.</summary>
    bool IsEndedBy(string owner);

    TRow Claimed(string owner, DateTimeOffset until);

    TRow Renewed(DateTimeOffset until);

    /// <summary>For the next attempt to begin at once.</summary>
    TRow GivenBack();

    TRow Noting(string error);
}
