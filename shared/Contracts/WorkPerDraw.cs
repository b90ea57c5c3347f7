using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>
/// How much work a draw of one analysis is, in units of one stakeholder on one issue, about 10 ns. The work grows with what
/// stakeholders value or with the web of causes, which is followed in every world and year; the larger of the two counts.
/// </summary>
internal static class WorkPerDraw
{
    /// <summary>Links felt in a year that cost as much as a stakeholder on an issue, and as little as leaves a usual web below that.</summary>
    private const int LinksInAUnit = 100;

    /// <summary>An effect saturates, which costs as much as some links.</summary>
    private const int LinksInAnEffect = 4;

    /// <summary>Beside the outcomes of no deal there are the deal and the status quo.</summary>
    private const int OtherWorlds = 2;

    /// <param name="horizon">Years over which effects are followed.</param>
    public static long Of(Situation situation, int horizon) => Larger(situation, horizon, LinksInAUnit);

    /// <summary>The same where one input after another changes, and what it reaches, most often the web, is computed again.</summary>
    public static long OfAChange(Situation situation, int horizon)
    {
        const int linksInAUnit = 50;
        return Larger(situation, horizon, linksInAUnit);
    }

    private static long Larger(Situation situation, int horizon, int linksInAUnit)
    {
        var worlds = situation.Baselines.NoDeal.Outcomes.Count + OtherWorlds;
        var web = (long)worlds * horizon * (situation.Links.Count + (LinksInAnEffect * situation.Effects.Count));
        return Math.Max((long)situation.Stakeholders.Count * situation.Issues.Count, web / linksInAUnit);
    }
}
