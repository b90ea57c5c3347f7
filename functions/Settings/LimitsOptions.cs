using System.ComponentModel.DataAnnotations;
using Parley.Contracts;

namespace Parley.Functions.Settings;

/// <summary>What one request may ask for.</summary>
public sealed record LimitsOptions
{
    /// <summary>Largest scenario, in bytes.</summary>
    [Range(1024, 262_144)]
    public int BodyBytes { get; init; } = 262_144;

    /// <summary>Largest situation, in bytes.</summary>
    [Range(1024, 1_048_576)]
    public int SituationBytes { get; init; } = 1_048_576;

    /// <summary>Most scenarios on one page of the listing.</summary>
    [Range(1, 1000)]
    public int PageSize { get; init; } = 100;

    /// <summary>Requests that one caller may make in a minute, in each process.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 30_000;

    /// <summary>
    /// What the evaluations and comparisons that one caller asks for may cost in an hour, in all processes together: draws × stakeholders × issues × analyses, added
    /// up. At least one evaluation of the largest size.
    /// </summary>
    [Range(EvaluationCost.Max, 1_000 * (double)EvaluationCost.Max)]
    public long CostPerHour { get; init; } = 100 * EvaluationCost.Max;

    /// <summary>Time in which a request is answered when storage is away, in seconds.</summary>
    [Range(1, 60)]
    public int AnswerSeconds { get; init; } = 4;
}
