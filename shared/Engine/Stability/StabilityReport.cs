using Parley.Engine.Estimating;

namespace Parley.Engine.Stability;

/// <summary>
/// Whether everybody keeps to the deal: how often, over the draws, each state of the situation's options is stable.
/// </summary>
/// <param name="Reason">Why there is nothing to judge; then all else is empty. Null otherwise.</param>
/// <param name="Draws">Draws on which verdicts were reached: fewer than the scenario's, see <see cref="StabilityAnalysis"/>.</param>
/// <param name="States">States that can come about, the deal's own included.</param>
/// <param name="NeverTaken">Options that no state takes, because of what they require or exclude.</param>
/// <param name="Compliance">Per decision maker: what keeps it at the deal.</param>
/// <param name="Deal">The state in which no option is taken.</param>
/// <param name="MostStable">The states that are most often stable for all by SEQ, then SMR, then GMR, at most five; the deal's may be one.</param>
public sealed record StabilityReport(
    string? Reason,
    int Draws,
    int States,
    IReadOnlyList<string> NeverTaken,
    IReadOnlyList<Compliance> Compliance,
    StateStability? Deal,
    IReadOnlyList<StateStability> MostStable);

/// <summary>How often one state is stable.</summary>
/// <param name="Options">The options taken.</param>
/// <param name="Text">The same by their names; null for the deal's state, which takes none.</param>
/// <param name="Joint">Shares of draws in which the state is stable for all decision makers at once.</param>
public sealed record StateStability(IReadOnlyList<string> Options, string? Text, ConceptShares Joint, IReadOnlyList<OwnStability> Stakeholders);

/// <summary>How often a state is stable for one decision maker.</summary>
public sealed record OwnStability(string Stakeholder, ConceptShares Shares);

/// <summary>Shares of draws in which something is stable, by each <see cref="SolutionConcept"/>.</summary>
public sealed record ConceptShares(Estimate Nash, Estimate Gmr, Estimate Smr, Estimate Seq);

/// <summary>What keeps one decision maker at the deal.</summary>
/// <param name="Restraints">Every kind in order; the shares of draws add up to 1.</param>
/// <param name="Usual">The most frequent kind.</param>
/// <param name="Incentive">The most frequent move and answer among the draws of that kind; null when nothing is to be gained.</param>
/// <param name="Text">The same in a sentence.</param>
/// <param name="CanMove">False when no option of the decision maker can be taken while the others keep to the deal.</param>
public sealed record Compliance(
    string Stakeholder,
    string Name,
    IReadOnlyList<RestraintShare> Restraints,
    Restraint Usual,
    Incentive? Incentive,
    string Text,
    bool CanMove);

/// <summary>How often a kind of restraint is what holds.</summary>
public sealed record RestraintShare(Restraint Kind, Estimate Share);

/// <summary>What tempts a decision maker, and what the others can do about it.</summary>
/// <param name="Takes">The options that it would take.</param>
/// <param name="Sanction">The shortest answer of that kind, step by step; empty when there is none.</param>
/// <param name="Share">Share of draws with just this move and answer.</param>
public sealed record Incentive(IReadOnlyList<string> Takes, IReadOnlyList<SanctionStep> Sanction, Estimate Share);

/// <summary>One decision maker's part in an answer.</summary>
public sealed record SanctionStep(string Stakeholder, IReadOnlyList<string> Takes, IReadOnlyList<string> Drops);
