using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>How many draws a comparison may have, so that it is answered while somebody waits.</summary>
public static class ComparisonCost
{
    /// <summary>About a second on one core, at the 10 ns a unit that were measured, so about two on a machine that is busy.</summary>
    public const long Max = 100_000_000;

    /// <summary>However small the situation: memory grows with draws, effects and years, which the cost does not count.</summary>
    public const int LargestSample = 100_000;

    private const int Blocks = 20;

    /// <summary>What the evaluations cost one by one, each with the default set of analyses.</summary>
    /// <param name="horizon">Years over which effects are followed.</param>
    public static long Of(Situation situation, int horizon, int scenarios, int draws) =>
        draws * scenarios * WorkPerDraw.Of(situation, horizon) * Scenario.DefaultAnalyses.Count;

    /// <summary>The largest sample that costs no more than <see cref="Max"/>: a multiple of 20, at least 200.</summary>
    public static int MostDraws(Situation situation, int horizon, int scenarios) =>
        (int)Math.Min(LargestSample, Max / Of(situation, horizon, scenarios, Blocks) * Blocks);
}
