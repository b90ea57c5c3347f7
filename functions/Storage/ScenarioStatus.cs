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

    /// <summary>Stopped by its caller.</summary>
    Cancelled,

    /// <summary>On its way out; to readers it is gone.</summary>
    Deleting,
}

public static class ScenarioStatuses
{
    /// <summary>True while a worker may still bring it to its end.</summary>
    public static bool IsOpen(this ScenarioStatus status) => status is ScenarioStatus.Accepted or ScenarioStatus.Running;
}
