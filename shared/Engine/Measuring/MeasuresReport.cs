using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Situations;

namespace Parley.Engine.Measuring;

/// <summary>Does it come out safer? Whose deal is it? Is it lawful? Each is answered by itself, or says why not.</summary>
/// <param name="Legality">A panel of its own, in situation order; never a term in anybody's value.</param>
public sealed record MeasuresReport(
    Answer<OutcomePairReport> OutcomePair, Answer<SubordinationReport> Subordination, Answer<IReadOnlyList<LegalityShare>> Legality);

/// <summary>
/// Two events counted in the same draws; a product of the single probabilities would assume that one does not depend on
/// the other. The four shares add up to 1, and two of them to each single probability.
/// </summary>
/// <param name="Both">Share of draws in which both come about.</param>
/// <param name="ShortOnly">Share in which the early event comes about and the late one does not.</param>
/// <param name="LongOnly">Share in which the late event comes about and the early one does not.</param>
/// <param name="Neither">Share in which neither comes about.</param>
public sealed record OutcomePairReport(
    EventShare Short, EventShare Long, Estimate Both, Estimate ShortOnly, Estimate LongOnly, Estimate Neither);

/// <summary>An effect at or beyond a threshold in a year.</summary>
/// <param name="Probability">Share of draws in which it comes about.</param>
public sealed record EventShare(OutcomeEvent Event, string Name, Estimate Probability);

/// <summary>
/// Whose deal it is: mean distance of the terms from the others' ideal points minus that from the principals', each
/// weighted by the stakeholder's own saliences, stakeholders of a side counting alike; in scale lengths, −1 to 1. Above 0
/// the deal lies closer to the principals.
/// </summary>
/// <param name="Principals">Distance of each principal, in the situation's order of naming.</param>
/// <param name="Others">Distance of each of the others.</param>
/// <param name="PrincipalsMean">Mean distance from the principals.</param>
/// <param name="OthersMean">Mean distance from the others.</param>
/// <param name="Mean">OthersMean minus PrincipalsMean.</param>
/// <param name="Low80">10 % of the draws lie below.</param>
/// <param name="High80">10 % of the draws lie above.</param>
/// <param name="ProbabilityCloserToPrincipals">Share of draws above 0, by more than rounding.</param>
public sealed record SubordinationReport(
    IReadOnlyList<StakeholderDistance> Principals,
    IReadOnlyList<StakeholderDistance> Others,
    Estimate PrincipalsMean,
    Estimate OthersMean,
    Estimate Mean,
    Estimate Median,
    Estimate Low80,
    Estimate High80,
    Estimate ProbabilityCloserToPrincipals);

/// <summary>How far the terms lie from a stakeholder's ideal points, weighted by its saliences.</summary>
/// <param name="Distance">Mean over the draws, in scale lengths, 0 to 1.</param>
public sealed record StakeholderDistance(string Stakeholder, string Name, Estimate Distance);

/// <summary>A rule of law held against one term.</summary>
/// <param name="Lawful">Share of draws in which the term is within the bound; exactly at it counts as within.</param>
public sealed record LegalityShare(LegalityTest Test, string IssueName, Estimate Lawful);
