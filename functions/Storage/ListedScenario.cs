using Parley.Engine.Scenarios;

namespace Parley.Functions.Storage;

/// <summary>What a listing says about one scenario.</summary>
public sealed record ListedScenario(
    Guid Id,
    string Title,
    ScenarioKind Kind,
    SituationVersion Situation,
    DateTimeOffset AcceptedAt,
    ScenarioStatus Status,
    DateTimeOffset? FinishedAt,
    Summary? Summary);
