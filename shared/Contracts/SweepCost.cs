using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Contracts;

/// <summary>One number for how much work a sweep is, in the units of <see cref="EvaluationCost"/>.</summary>
public static class SweepCost
{
    /// <summary>
    /// A hundred thousand variants of 1,000 draws of 15 stakeholders on 15 issues cost 22.5 thousand million, a few minutes of one core;
    /// five such sweeps are what a caller may ask for in an hour by default.
    /// </summary>
    public const long Max = 24_000_000_000;

    /// <summary>About a second of one core: what is lost when a worker dies, and how often others hear of progress.</summary>
    private const long OfAChunk = 200_000_000;

    private const int MostVariantsOfAChunk = 500;

    /// <summary>Variants × draws × stakeholders × issues, or what the web of causes costs where that is more (<see cref="WorkPerDraw"/>).</summary>
    public static long Of(Sweep sweep, Situation situation) => (Variants.CountOf(sweep) ?? 0) * OfOne(sweep, situation);

    /// <summary>How many variants are evaluated together: 500, or fewer where they are large.</summary>
    public static int VariantsOfAChunk(Sweep sweep, Situation situation) =>
        (int)Math.Clamp(OfAChunk / OfOne(sweep, situation), 1, MostVariantsOfAChunk);

    private static long OfOne(Sweep sweep, Situation situation) => sweep.Draws * WorkPerDraw.Of(situation, sweep.Base.Horizon);
}
