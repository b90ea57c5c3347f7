using Parley.Engine.Scenarios;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>An evaluation; which parts it has follows the analyses that its scenario asks for.</summary>
/// <param name="SituationVersion">Since engine 9, as the two after it.</param>
public sealed record Report(
    string EngineVersion,
    string Situation,
    int? SituationVersion,
    string? SituationHash,
    string? InputHash,
    long Seed,
    int Draws,
    int Horizon,
    int ShortHorizon,
    IReadOnlyList<Analysis> Analyses,
    Keyed<StakeholderImpact>? Impacts,
    Acceptance? Acceptance,
    Keyed<EffectInTime>? Effects,
    Either<Durability, Unanswered>? Durability,
    Measures? Measures,
    Either<Stability, Unanswered>? Stability,
    Bargaining? Bargaining,
    Either<Drivers, Unanswered>? Drivers,
    Either<CounterOffers, Unanswered>? CounterOffers,
    Narration Narration);
