namespace Parley.Engine.Situations;

/// <summary>What a deal is compared with.</summary>
/// <param name="StatusQuo">Terms in force on a date, held; exactly one outcome, with a value for every issue.</param>
/// <param name="NoDeal">What follows when nothing is signed; the fallback (BATNA) of every party.</param>
public sealed record Baselines(Baseline StatusQuo, Baseline NoDeal);

/// <summary>A world without the deal, as one or several outcomes with odds shared by every stakeholder.</summary>
/// <param name="Date">The day on which the terms were in force; null for a projection.</param>
/// <param name="Costs">What this world costs each stakeholder beyond the issues, in points of impact, ≥ 0; absent means none.</param>
public sealed record Baseline(
    string Name,
    DateOnly? Date,
    IReadOnlyList<BaselineOutcome> Outcomes,
    IReadOnlyList<StakeholderCost> Costs,
    string Source);

/// <summary>One way a baseline can turn out.</summary>
/// <param name="Odds">Relative weight &gt; 0 against the baseline's other outcomes, normalised in every draw.</param>
/// <param name="Values">Value per issue, 0 to 100; an issue not named stays at the status quo.</param>
public sealed record BaselineOutcome(string Id, string Name, TriangularRange Odds, IReadOnlyList<IssueValue> Values, string Source);

/// <summary>Where an issue stands.</summary>
public sealed record IssueValue(string Issue, TriangularRange Value);

/// <summary>What a baseline costs a stakeholder, in points of impact.</summary>
public sealed record StakeholderCost(string Stakeholder, TriangularRange Cost);
