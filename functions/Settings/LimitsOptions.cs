using System.ComponentModel.DataAnnotations;

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

    /// <summary>Time in which a request is answered when storage is away, in seconds.</summary>
    [Range(1, 60)]
    public int AnswerSeconds { get; init; } = 4;
}
