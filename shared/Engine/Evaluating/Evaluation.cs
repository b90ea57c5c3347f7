using Parley.Engine.Bargaining;
using Parley.Engine.Driving;
using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Narrating;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Stability;

namespace Parley.Engine.Evaluating;

/// <summary>
/// Everything an evaluation answers: a pure function of situation, scenario and engine version.
/// A part is null when the scenario did not ask for it.
/// </summary>
/// <param name="EngineVersion">Changes whenever the same input would give other bytes.</param>
/// <param name="Narration">The rest in sentences; null only while it is not told.</param>
public sealed record Evaluation(
    string EngineVersion,
    string Situation,
    long Seed,
    int Draws,
    int Horizon,
    int ShortHorizon,
    IReadOnlyList<Analysis> Analyses,
    IReadOnlyList<StakeholderImpact>? Impacts,
    AcceptanceReport? Acceptance,
    IReadOnlyList<EffectReport>? Effects,
    Answer<DurabilityReport>? Durability = null,
    MeasuresReport? Measures = null,
    StabilityReport? Stability = null,
    BargainingReport? Bargaining = null,
    Narration? Narration = null,
    Answer<DriversReport>? Drivers = null,
    CounterOfferReport? CounterOffers = null);
