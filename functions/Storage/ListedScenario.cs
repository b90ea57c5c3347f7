using Parley.Engine.Scenarios;

namespace Parley.Functions.Storage;

/// <summary>What a listing says about one scenario.</summary>
/// <param name="Summary">Of the last result, which an earlier run than the present one may have given.</param>
public sealed record ListedScenario(
    Guid Id,
    string Title,
    ScenarioKind Kind,
    SituationVersion Situation,
    DateTimeOffset AcceptedAt,
    ScenarioStatus Status,
    DateTimeOffset? FinishedAt,
    Summary? Summary,
    bool HasResult);
