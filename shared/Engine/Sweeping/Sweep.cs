using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Sweeping;

/// <summary>Many variants of one scenario that differ in some decided terms, all judged on the same draws.</summary>
/// <param name="Base">Says everything that is not varied; its own draws and analyses do not count.</param>
/// <param name="Varied">At least one term, each issue once.</param>
/// <param name="Draws">Draws of each variant: a multiple of 20.</param>
/// <param name="Outputs">What the variants are judged by, 1 to <see cref="MostOutputs"/>, each once.</param>
public sealed record Sweep(
    string Title, Scenario Base, IReadOnlyList<VariedTerm> Varied, SweepDesign Design, int Draws, IReadOnlyList<SweepOutput> Outputs)
{
    public const int MostVariants = 100_000;
    public const int MostOutputs = 6;
    public const int DefaultDraws = 1_000;
}

/// <summary>How the values of the varied terms are put together.</summary>
public abstract record SweepDesign
{
    private SweepDesign()
    {
    }

    /// <summary>Every combination of the terms' levels; the last term changes fastest.</summary>
    public sealed record Grid : SweepDesign;

    /// <summary>Every term takes each of <paramref name="Size"/> equal parts of its range once, in random order (McKay, Beckman &amp; Conover 1979).</summary>
    /// <param name="Seed">Fixes the order; 0 is a seed.</param>
    public sealed record LatinHypercube(int Size, long Seed) : SweepDesign;
}

/// <summary>A number that every variant has: the mean over its draws.</summary>
/// <param name="Wants">Whether more or less of it is better.</param>
/// <param name="Fails">Which variants count as failing.</param>
public sealed record SweepOutput(QuantityOfInterest Of, Direction Wants, CasesOfInterest Fails)
{
    /// <summary>A variant fails on the wrong side of what usually tells the cases of interest from the others.</summary>
    public SweepOutput(QuantityOfInterest of, Direction wants)
        : this(of, wants, new CasesOfInterest(wants == Direction.Less, of.UsualCases.Threshold))
    {
    }

    public bool IsFailing(double value) => Fails.Above ? value > Fails.Threshold : value < Fails.Threshold;
}
