using System.ComponentModel.DataAnnotations;

namespace Parley.Functions.Settings;

/// <summary>How scenarios are evaluated; changes no result.</summary>
public sealed record EvaluationOptions : IValidatableObject
{
    /// <summary>Threads of one evaluation. As many evaluations run at a time as the cores have room for.</summary>
    [Range(1, 64)]
    public int Threads { get; init; } = 1;

    /// <summary>Time after which another worker may take over from one that has fallen silent, in seconds.</summary>
    [Range(2, 540)]
    public int LeaseSeconds { get; init; } = 60;

    /// <summary>Time between two signs of life, in seconds.</summary>
    [Range(1, 270)]
    public int RenewSeconds { get; init; } = 20;

    /// <summary>Tries after which a scenario that only brings its workers down is given up.</summary>
    [Range(1, 100)]
    public int Attempts { get; init; } = 10;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RenewSeconds * 2 > LeaseSeconds)
            yield return new ValidationResult($"must be at most half of LeaseSeconds, so that one missed sign of life loses nothing", [nameof(RenewSeconds)]);
    }
}
