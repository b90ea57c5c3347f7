using Parley.Engine.Estimating;
using Parley.Engine.Situations;

namespace Parley.Engine.Evaluating;

/// <summary>What a deal does to one stakeholder, against both baselines.</summary>
/// <param name="Reasons">The three largest contributions against no deal, in words.</param>
public sealed record StakeholderImpact(
    string Stakeholder,
    string Name,
    StakeholderRole Role,
    ImpactAgainst NoDeal,
    ImpactAgainst StatusQuo,
    IReadOnlyList<string> Reasons);

/// <summary>Impact against one baseline, in points: 100 is the way from the worst to the best outcome.</summary>
/// <param name="Mean">Sum of the contributions, in situation order.</param>
/// <param name="Low80">10 % of the draws lie below.</param>
/// <param name="High80">10 % of the draws lie above.</param>
/// <param name="ProbabilityOfGain">Share of draws with an impact above 0.</param>
/// <param name="ShortHorizonMean">Mean impact with the effects of the short horizon.</param>
/// <param name="Contributions">Draw means that add up to <paramref name="Mean"/>.</param>
public sealed record ImpactAgainst(
    Estimate Mean,
    Estimate Median,
    Estimate Low80,
    Estimate High80,
    Estimate ProbabilityOfGain,
    Estimate ShortHorizonMean,
    IReadOnlyList<Contribution> Contributions);

/// <summary>One part of a mean impact, in points.</summary>
/// <param name="Id">The issue, interaction, effect or stakeholder it comes from.</param>
public sealed record Contribution(ContributionKind Kind, string Id, string Name, Estimate Mean);

/// <summary>What a contribution comes from.</summary>
public enum ContributionKind
{
    Issue,
    Interaction,
    Effect,
    Outcome,
}
