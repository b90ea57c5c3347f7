using Parley.Engine.Estimating;
using Parley.Engine.Scenarios;

namespace Parley.Engine.Comparing;

/// <summary>Two stakeholders whose order, who gains more, is one way under the first scenario and the other way under the second.</summary>
/// <param name="One">Id of the one that comes first in the situation.</param>
/// <param name="UnderFirst">Mean impact on the one minus that on the other at the horizon, in points, under the first scenario.</param>
/// <param name="UnderSecond">The same under the second.</param>
public sealed record StakeholderReversal(
    string One, string Other, ImpactBaseline Baseline, Estimate UnderFirst, Estimate UnderSecond, ReversalVerdict Verdict, string Text);

/// <summary>Two scenarios whose order, which one a stakeholder fares better under, is one way in one view and the other way in another.</summary>
/// <param name="One">The view against which the other stands.</param>
public sealed record OrderReversal(
    string First, string Second, ReversalCause DependsOn, OrderView One, OrderView Other, ReversalVerdict Verdict, string Text);

/// <summary>How two scenarios are put in order.</summary>
/// <param name="Difference">First minus second, in points: the mean, or the median of the draws' differences.</param>
public sealed record OrderView(ImpactBaseline Baseline, ComparedHorizon Horizon, ComparedFigure Figure, Estimate Difference);

/// <summary>Whether estimates of opposite signs are a finding.</summary>
public enum ReversalVerdict
{
    /// <summary>Both orders can be told from sampling error.</summary>
    Reversed,

    /// <summary>One of them or both cannot; more draws may tell.</summary>
    Undecided,
}

/// <summary>What an order depends on.</summary>
public enum ReversalCause
{
    Baseline,
    Horizon,
    Figure,
}

/// <summary>When one looks.</summary>
public enum ComparedHorizon
{
    Short,
    Long,
}

/// <summary>By what one puts in order.</summary>
public enum ComparedFigure
{
    Mean,
    Median,
}
