using System.Runtime.Intrinsics;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>How likely a term crosses a red line is told before anything is evaluated: by the distributions that the engine draws from.</summary>
public sealed class CrossingTests(Site site)
{
    private const int Steps = 500;

    private static readonly TriangularRange[] Ranges = [new(0, 20, 100), new(30, 30, 60), new(10, 55, 55), new(40, 50, 52), new(50, 90, 100)];

    private static readonly bool[] Sides = [true, false];

    private static readonly double[] Fixed = [0, 30, 50, 55, 100];

    [Fact]
    public async Task A_term_crosses_a_red_line_as_often_as_the_engines_draws_of_both_do()
    {
        double[][] values = [.. Ranges.Select(Quantiles), .. Fixed.Select(value => Enumerable.Repeat(value, Steps).ToArray())];
        double[][] spans = [.. Ranges.Select(range => (double[])[range.Low, range.Mode, range.High]), .. Fixed.Select(value => (double[])[value, value, value])];
        var pairs = (from term in Enumerable.Range(0, spans.Length) from line in Enumerable.Range(0, spans.Length) from atMost in Sides select (term, line, atMost)).ToArray();

        var told = await site.OfEachAsync<double[]>(
            pairs.Select(pair => new { term = spans[pair.term], line = spans[pair.line], side = pair.atMost ? "atMost" : "atLeast" }),
            "({ term, line, side }) => { const span = ([low, mode, high]) => ({ low, mode, high }); return crossing.chanceOfCrossing(span(term), { side, range: span(line) }); }",
            "crossing",
            "views/compose/model/crossing");

        // A value on the line itself does not cross it: of two that are fixed and equal none does.
        Assert.All(pairs.Zip(told), each => Assert.Equal(
            Share(values[each.First.term], values[each.First.line], each.First.atMost),
            each.Second,
            0.005));
    }

    private static double Share(double[] term, double[] line, bool atMost) =>
        term.Sum(value => line.Count(bound => atMost ? value > bound : value < bound)) / (double)(Steps * Steps);

    private static double[] Quantiles(TriangularRange range)
    {
        var draws = Enumerable.Range(0, Steps).Select(step => Vector256.Create((step + 0.5) / Steps)).ToArray();
        TriangularDistribution.Invert(range, draws);
        return [.. draws.Select(draw => draw[0])];
    }
}
