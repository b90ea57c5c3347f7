using System.ComponentModel.DataAnnotations;

namespace Parley.Functions.Settings;

/// <summary>How messages that were lost are sent again.</summary>
public sealed record OutboxOptions
{
    /// <summary>Most messages sent again per minute.</summary>
    [Range(1, 10_000)]
    public int RowsPerTick { get; init; } = 100;

    /// <summary>Messages in the queue from which on nothing is sent again, so that a backlog does not feed itself.</summary>
    [Range(1, 1_000_000)]
    public int DeepQueue { get; init; } = 200;

    /// <summary>Longest wait between two sendings of one scenario, in minutes; the first is 2, each next one twice as long.</summary>
    [Range(2, 1440)]
    public int LongestWaitMinutes { get; init; } = 60;
}
