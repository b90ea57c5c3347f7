using Parley.Engine.Evaluating;
using Parley.Engine.Situations;

namespace Parley.Engine.Comparing;

/// <summary>What differs between two scenarios, each difference first minus second and formed draw by draw.</summary>
/// <param name="Durability">Whether the deal still holds; without an answer where the situation has no record to start from.</param>
/// <param name="Reversals">Stakeholders who change places: who gains more under the first gains less under the second; the clearest first.</param>
public sealed record PairComparison(
    string First,
    string Second,
    IReadOnlyList<StakeholderDifference> Impacts,
    AcceptanceDifference Acceptance,
    IReadOnlyList<EffectDifference> Effects,
    Answer<DurabilityDifference> Durability,
    MeasuresDifference Measures,
    IReadOnlyList<StakeholderReversal> Reversals);

/// <summary>What the difference is to one stakeholder.</summary>
/// <param name="Reasons">The three largest parts of the difference against no deal, in words.</param>
public sealed record StakeholderDifference(
    string Stakeholder, string Name, StakeholderRole Role, ImpactDifference NoDeal, ImpactDifference StatusQuo, IReadOnlyList<string> Reasons);

/// <summary>A difference of impacts against one baseline, in points.</summary>
/// <param name="Impact">At the horizon; its mean is the sum of the contributions' differences, in their order.</param>
/// <param name="ShortHorizon">The mean impacts with the effects of the short horizon.</param>
/// <param name="Contributions">What the difference comes from.</param>
public sealed record ImpactDifference(SpreadDifference Impact, MeanDifference ShortHorizon, IReadOnlyList<ContributionDifference> Contributions);

/// <summary>A part of a difference of impacts; a part that one scenario's profiles do not have is 0 there.</summary>
public sealed record ContributionDifference(ContributionKind Kind, string Id, string Name, MeanDifference Mean);

/// <summary>Differences of the shares of draws in which stakeholders accept.</summary>
/// <param name="Joint">All veto players in the same draw.</param>
public sealed record AcceptanceDifference(MeanDifference Joint, IReadOnlyList<StakeholderShareDifference> Stakeholders);

/// <summary>A stakeholder's share of draws.</summary>
public sealed record StakeholderShareDifference(string Stakeholder, string Name, StakeholderRole Role, MeanDifference Probability);

/// <summary>A difference of levels, each a change since the status quo from −1 to 1.</summary>
public sealed record EffectDifference(string Effect, string Name, SpreadDifference Short, SpreadDifference Long);

/// <summary>A difference of the probabilities that the deal still holds at the end of either horizon.</summary>
public sealed record DurabilityDifference(SpreadDifference Short, SpreadDifference Long);

/// <summary>Differences of what is asked about a deal as a whole; each is answered by itself, or says why not.</summary>
public sealed record MeasuresDifference(
    Answer<OutcomePairDifference> OutcomePair, Answer<SpreadDifference> Subordination, Answer<IReadOnlyList<LegalityDifference>> Legality);

/// <summary>Differences of the shares of draws in which an early and a late event come about.</summary>
public sealed record OutcomePairDifference(
    MeanDifference Short, MeanDifference Long, MeanDifference Both, MeanDifference ShortOnly, MeanDifference LongOnly, MeanDifference Neither);

/// <summary>A difference of the shares of draws in which a term is within a rule's bound.</summary>
public sealed record LegalityDifference(string Test, string Name, MeanDifference Lawful);
