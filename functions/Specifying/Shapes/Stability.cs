using Parley.Engine.Stability;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>Whether complying is stable.</summary>
public sealed record Stability(
    int Draws, int States, IReadOnlyList<string> NeverTaken, Keyed<Compliance> Compliance, StateStability Deal, IReadOnlyList<StateStability> MostStable);

/// <param name="CanMove">Since engine 12.</param>
public sealed record Compliance(string Name, bool? CanMove, Restraint Restraint, Restraints Restraints, Incentive? Incentive, string Text);

public sealed record Restraints(
    Estimate NothingToGain, Estimate CredibleSanction, Estimate InescapableSanction, Estimate EscapableSanction, Estimate None);

public sealed record Incentive(IReadOnlyList<string> Takes, IReadOnlyList<SanctionStep> Sanction, Estimate Share);

public sealed record SanctionStep(string Stakeholder, IReadOnlyList<string> Takes, IReadOnlyList<string> Drops);

/// <param name="Text">Since engine 11.</param>
public sealed record StateStability(IReadOnlyList<string> Options, string? Text, StabilityShares Joint, Keyed<StabilityShares> Stakeholders);

public sealed record StabilityShares(Estimate Nash, Estimate Gmr, Estimate Smr, Estimate Seq);
