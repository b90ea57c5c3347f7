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

    [Fact]
    public async Task A_red_line_of_preferences_that_are_only_probable_is_crossed_as_much_less_often()
    {
        // The US has no red line on who negotiates, but under its earlier policy.
        var situation = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!.ToJsonString();
        var profile = "earlier-policy";
        double[] chances = [0, 0.25, 0.6, 1];

        var told = await site.OfEachAsync<double[]>(
            chances.Select(chance => new { situation, profile, chance }),
            """
            ({ situation, profile, chance }) => {
              const stances = crossing.stancesOn(JSON.parse(situation), "format", { "united-states": { [profile]: chance } });
              return crossing.chanceFor({ low: 30, mode: 45, high: 60 }, stances.find(({ id }) => id === "united-states"));
            }
            """,
            "crossing",
            "views/compose/model/stances");

        Assert.InRange(told[3], 0.05, 0.95);
        Assert.All(chances.Zip(told), each => Assert.Equal(each.First * told[3], each.Second, 1e-12));
    }

    [Fact]
    public async Task Who_cares_about_an_issue_in_a_less_likely_set_of_preferences_only_is_there_with_that_sets_red_line()
    {
        var situation = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!;
        situation["stakeholders"]!["united-states"]!["preferences"]!.AsObject().Remove("format");

        var told = await site.OfEachAsync<double[][]>(
            ((double[])[0, 0.25, 1]).Select(chance => new { situation = situation.ToJsonString(), chance }),
            """
            ({ situation, chance }) => {
              const stances = crossing.stancesOn(JSON.parse(situation), "format", { "united-states": { "earlier-policy": chance } });
              return [stances.find(({ id }) => id === "united-states")].flatMap((stance) => stance ? [crossing.chanceFor({ low: 30, mode: 45, high: 60 }, stance), stance.profile ? 1 : 0] : []);
            }
            """,
            "crossing",
            "views/compose/model/stances");

        Assert.Empty(told[0]);
        Assert.InRange(told[2][0], 0.05, 0.95);
        Assert.Equal([0.25 * told[2][0], 1], told[1]);
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
