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

    /// <summary>Draws × stakeholders × issues × analyses.</summary>
    public static long Of(Scenario scenario, Situation situation) =>
        (long)scenario.Draws * situation.Stakeholders.Count * situation.Issues.Count * scenario.Analyses.Count;
}
