using Parley.Engine.Estimating;

namespace Parley.Engine.Comparing;

/// <summary>A mean or share under two scenarios.</summary>
/// <param name="First">Under the first.</param>
/// <param name="Second">Under the second.</param>
/// <param name="Difference">
/// First minus second. Its standard error comes from the blocks' differences, so that what both share cancels: it is not
/// the root of the sum of the two squares.
/// </param>
public sealed record MeanDifference(Estimate First, Estimate Second, Estimate Difference);

/// <summary>A quantity under two scenarios, whose difference is known draw by draw.</summary>
/// <param name="First">Its mean under the first.</param>
/// <param name="Second">Its mean under the second.</param>
/// <param name="Mean">Mean of the difference, first minus second.</param>
/// <param name="Median">Median of the draws' differences, which need not be the difference of the two medians.</param>
/// <param name="Low80">10 % of the draws' differences lie below.</param>
/// <param name="High80">10 % of the draws' differences lie above.</param>
/// <param name="ProbabilityHigher">Share of draws in which the first is higher, by more than rounding.</param>
/// <param name="ProbabilityEqual">Share of draws in which both are the same; the three shares add up to 1.</param>
/// <param name="ProbabilityLower">Share of draws in which the first is lower, by more than rounding.</param>
public sealed record SpreadDifference(
    Estimate First,
    Estimate Second,
    Estimate Mean,
    Estimate Median,
    Estimate Low80,
    Estimate High80,
    Estimate ProbabilityHigher,
    Estimate ProbabilityEqual,
    Estimate ProbabilityLower);
