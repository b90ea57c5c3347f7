using System.ComponentModel.DataAnnotations;

namespace Parley.Functions.Settings;

/// <summary>How long things are kept; what is older is purged every hour.</summary>
public sealed record RetentionOptions
{
    /// <summary>Days for which a scenario is kept after its last run has ended, with its result.</summary>
    [Range(1, 36_500)]
    public int ScenarioDays { get; init; } = 365;

    /// <summary>Days for which a sweep is kept after it has ended, with its variants.</summary>
    [Range(1, 36_500)]
    public int SweepDays { get; init; } = 90;

    /// <summary>Days for which the id of a deleted scenario or sweep stays taken, so that no repeated submission brings it back.</summary>
    [Range(1, 36_500)]
    public int TombstoneDays { get; init; } = 90;

    /// <summary>Days for which a dead letter is kept.</summary>
    [Range(1, 36_500)]
    public int DeadLetterDays { get; init; } = 90;

    /// <summary>Most of each kind purged at a time; the rest follows the next time.</summary>
    [Range(1, 100_000)]
    public int PerRun { get; init; } = 500;
}
