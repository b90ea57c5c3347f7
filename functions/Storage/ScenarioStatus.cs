namespace Parley.Functions.Storage;

/// <summary>Where a scenario stands on its way.</summary>
public enum ScenarioStatus
{
    /// <summary>Stored and waiting.</summary>
    Accepted,

    /// <summary>Claimed by a worker, or lost by one and not claimed again yet.</summary>
    Running,

    /// <summary>The result is there.</summary>
    Succeeded,

    /// <summary>There will be no result; the row says why.</summary>
    Failed,

    /// <summary>Stopped while a worker may have been at it; it is Cancelled once that has let go.</summary>
    Cancelling,

    /// <summary>Stopped by its caller.</summary>
    Cancelled,

    /// <summary>On its way out; to readers it is gone.</summary>
    Deleting,

    /// <summary>Gone but for its id, which stays taken for a while, so that no repeated request brings it back.</summary>
    Deleted,
}

public static class ScenarioStatuses
{
    /// <summary>True while a worker may still bring it to its end.</summary>
    public static bool IsOpen(this ScenarioStatus status) => status is ScenarioStatus.Accepted or ScenarioStatus.Running;

    /// <summary>True while somebody has to clear up after a stop.</summary>
    public static bool IsStopping(this ScenarioStatus status) => status is ScenarioStatus.Cancelling or ScenarioStatus.Deleting;

    /// <summary>True when nothing will change unless somebody asks for it.</summary>
    public static bool HasEnded(this ScenarioStatus status) =>
        status is ScenarioStatus.Succeeded or ScenarioStatus.Failed or ScenarioStatus.Cancelled;

    /// <summary>True when readers see nothing of it any more.</summary>
    public static bool IsGone(this ScenarioStatus status) => status is ScenarioStatus.Deleting or ScenarioStatus.Deleted;
}
