using Parley.Engine.Situations;

namespace Parley.Engine.Comparing;

/// <summary>
/// What differs between scenarios that were run on common draws: a pure function of situation, scenarios, settings and
/// engine version.
/// </summary>
/// <param name="Scenarios">In the order in which they were given.</param>
/// <param name="Orders">Per stakeholder, in situation order: which scenario it fares best under, and what that depends on.</param>
/// <param name="Pairs">Every two of the scenarios, the earlier one first; a difference is always first minus second.</param>
/// <param name="Note">How to read the differences.</param>
/// <param name="ReversalRule">When an order counts as reversed.</param>
public sealed record Comparison(
    string EngineVersion,
    string Situation,
    long Seed,
    int Draws,
    int Horizon,
    int ShortHorizon,
    IReadOnlyList<ScenarioTitle> Scenarios,
    IReadOnlyList<ScenarioOrder> Orders,
    IReadOnlyList<PairComparison> Pairs,
    string Note,
    string ReversalRule);

/// <summary>A compared scenario's name and title.</summary>
/// <param name="BaseClass">Id of the reference class that its survival starts from; null where durability cannot be answered.</param>
public sealed record ScenarioTitle(string Id, string Title, string? BaseClass);

/// <summary>Which of the scenarios a stakeholder fares best under.</summary>
/// <param name="Order">Ids by mean impact against no deal at the horizon, best first; equals stay as they were given.</param>
/// <param name="IsDecided">True when the difference between any two neighbours can be told from sampling error; a tie is no order.</param>
/// <param name="Reversals">Where the order of two of them depends on how one looks.</param>
public sealed record ScenarioOrder(
    string Stakeholder,
    string Name,
    StakeholderRole Role,
    IReadOnlyList<string> Order,
    bool IsDecided,
    IReadOnlyList<OrderReversal> Reversals);
