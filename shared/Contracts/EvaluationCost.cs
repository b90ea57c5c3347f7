using Parley.Engine;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>One number for how much work an evaluation is, to be capped before it is accepted.</summary>
public static class EvaluationCost
{
    /// <summary>
    /// A million draws of 15 stakeholders on 15 issues with the default set of analyses cost 1.125 thousand million; a million
    /// draws of the largest situation there can be, 6 thousand million, are too many.
    /// </summary>
    public const long Max = 1_200_000_000;

    /// <summary>
    /// Draws × stakeholders × issues × analyses; <see cref="Analysis.Drivers"/>, which has a sample of its own, costs points ×
    /// (independent inputs + 2) × stakeholders × issues / 4 instead, since most rows of an evaluation need not be computed again.
    /// </summary>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static long Of(Scenario scenario, Situation situation)
    {
        var size = (long)situation.Stakeholders.Count * situation.Issues.Count;
        var drivers = scenario.Drivers is { } asked ? asked.Points * (Evaluator.CountInputs(situation, scenario) + 2L) * size / 4 : 0;
        return (scenario.Draws * size * scenario.Analyses.Count(analysis => analysis != Analysis.Drivers)) + drivers;
    }
}
