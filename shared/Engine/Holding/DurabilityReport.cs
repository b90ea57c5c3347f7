using Parley.Engine.Estimating;
using Parley.Engine.Situations;

namespace Parley.Engine.Holding;

/// <summary>Would it hold? The record of earlier settlements, and what the terms change about it.</summary>
/// <param name="BaseClass">Id of the reference class that the curve starts from; an input, not a finding.</param>
/// <param name="Survival">One entry a year from 1 to the horizon.</param>
/// <param name="Short">The entry of the short horizon.</param>
/// <param name="Long">The entry of the horizon.</param>
/// <param name="Periods">Stretches of years with one hazard each, in order.</param>
/// <param name="Factors">What the terms and circumstances change, largest first.</param>
/// <param name="Classes">Every reference class, in situation order.</param>
/// <param name="Note">What must be read with the numbers.</param>
public sealed record DurabilityReport(
    string BaseClass,
    IReadOnlyList<SurvivalYear> Survival,
    SurvivalYear Short,
    SurvivalYear Long,
    IReadOnlyList<HazardPeriod> Periods,
    IReadOnlyList<FactorPart> Factors,
    IReadOnlyList<BaseRateCurve> Classes,
    string Note);

/// <summary>Whether the deal still holds at the end of a year.</summary>
/// <param name="BaseRate">Share of the settlements of the base class that still held; no factor of this deal is in it.</param>
/// <param name="Mean">Probability that the deal still holds: the mean over the judgements.</param>
/// <param name="Low80">In 10 % of the draws the probability lies below.</param>
/// <param name="High80">In 10 % of the draws the probability lies above.</param>
public sealed record SurvivalYear(int Year, double BaseRate, Estimate Mean, Estimate Median, Estimate Low80, Estimate High80);

/// <summary>Years with one annual hazard.</summary>
/// <param name="FromYear">First year, 1 or 6.</param>
/// <param name="ToYear">Last year, at most the horizon.</param>
/// <param name="BaseHazard">Annual probability of a break in the base class, in (0, 1).</param>
/// <param name="BaseLogOdds">Its natural log-odds.</param>
/// <param name="Hazard">Mean annual probability that the deal breaks, given that it held before.</param>
/// <param name="LogOdds">Mean annual log-odds: the base class's plus the parts of all factors, in situation order.</param>
public sealed record HazardPeriod(int FromYear, int ToYear, double BaseHazard, double BaseLogOdds, Estimate Hazard, Estimate LogOdds);

/// <summary>What one factor adds to the annual log-odds of a break.</summary>
/// <param name="Level">Mean of how much of the factor there is, 0 to 1, good faith counted in where it is needed.</param>
/// <param name="Part">Mean of level · ln(odds ratio); below 0 where the factor makes the deal hold.</param>
public sealed record FactorPart(string Factor, string Name, Estimate Level, Estimate Part);

/// <summary>A reference class with its own curve.</summary>
/// <param name="Survival">Share that still held after each year from 1 to the horizon.</param>
public sealed record BaseRateCurve(BaseRate Class, IReadOnlyList<double> Survival);
