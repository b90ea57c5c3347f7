using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Engine.Tests.Sweeping;

/// <summary>What is told of all variants.</summary>
public sealed class SummaryTests
{
    // One wants much of a, the other little of it; both want much of b, on which more is better for all.
    private static readonly Situation Situation = Build.Situation(
        [Build.Issue("a"), Build.Issue("b")],
        [
            Build.Stakeholder("more", Build.Preference("a", Build.Point(100), Build.Point(50)), Build.Preference("b", Build.Point(100), Build.Point(10))),
            Build.Stakeholder("less", Build.Preference("a", Build.Point(0), Build.Point(50)), Build.Preference("b", Build.Point(100), Build.Point(10))),
        ]);

    private static readonly SweepOutput[] Impacts =
        [.. new[] { "more", "less" }.Select(id => new SweepOutput(new QuantityOfInterest.OfImpact(id, ImpactBaseline.NoDeal, 10), Direction.More))];

    [Fact]
    public void The_front_holds_the_trade_off_at_the_best_level_of_what_all_want()
    {
        var summary = Sweeps.Summary(Situation, Grid());

        Assert.Equal(11, summary.Front!.Count);
        Assert.All(summary.Front.Listed, variant => Assert.Equal(100, variant.Terms[1]));
        Assert.Equal(Enumerable.Range(0, 11).Select(step => 100.0 - (10 * step)), summary.Front.Listed.Select(variant => variant.Terms[0]));
    }

    [Fact]
    public void Where_less_is_wanted_of_an_output_the_front_turns()
    {
        var sweep = Grid();
        var summary = Sweeps.Summary(Situation, sweep with { Outputs = [new SweepOutput(Impacts[0].Of, Direction.Less), new SweepOutput(Impacts[1].Of, Direction.Less)] });

        Assert.All(summary.Front!.Listed, variant => Assert.Equal(0, variant.Terms[1]));
        Assert.Equal(summary.Outputs[0].Best.Value, summary.Stakeholders[0].Worst.Value);
    }

    [Fact]
    public void Every_stakeholder_has_its_best_and_its_worst_variant()
    {
        var summary = Sweeps.Summary(Situation, Grid());

        Assert.Equal(["more", "less"], summary.Stakeholders.Select(s => s.Stakeholder));
        Assert.Equal([100, 100], summary.Stakeholders[0].Best.Terms);
        Assert.Equal([0, 0], summary.Stakeholders[0].Worst.Terms);
        Assert.Equal([0, 100], summary.Stakeholders[1].Best.Terms);
        Assert.Equal([100, 0], summary.Stakeholders[1].Worst.Terms);
        Assert.Equivalent(summary.Outputs.Select(output => output.Best), summary.Stakeholders.Select(s => s.Best), strict: true);
    }

    [Fact]
    public void Digests_of_any_parts_tell_the_same_as_the_whole()
    {
        var sweep = Grid();
        var whole = Sweeps.All(Situation, sweep);
        SweepDigest Part(int first, int count) => SweepDigest.Of(sweep, Sweeper.Evaluate(Situation, sweep, first, count, TestContext.Current.CancellationToken));

        var one = Sweeper.Summarise(Situation, sweep, [SweepDigest.Of(sweep, whole)]);
        var three = Sweeper.Summarise(Situation, sweep, [Part(0, 1), Part(1, 100), Part(101, 20)]);

        Assert.Equal(121, three.Variants);
        Assert.Equivalent(one.Stakeholders, three.Stakeholders, strict: true);
        Assert.Equal(one.Outputs.Select(output => output.Failing), three.Outputs.Select(output => output.Failing));
        Assert.All(one.Outputs.Zip(three.Outputs), pair => Assert.Equal(pair.First.Mean, pair.Second.Mean, 1e-9)); // Sums in another order.
        Assert.Null(three.Front);
    }

    [Fact]
    public void A_box_says_where_variants_fail_and_how_well()
    {
        var sweep = Grid();
        var numbers = Sweeps.All(Situation, sweep);
        var summary = Sweeps.Summary(Situation, sweep);
        var (output, failing) = (summary.Outputs[0], numbers.Means[0].Count(mean => mean < 0));

        var boxes = output.Boxes!.Value!;
        Assert.Equal(failing / 121.0, output.Failing, 1e-12);
        var limit = boxes.Boxes[0].Limits.Single(each => each.Issue == "a");
        Assert.Null(limit.Low);
        Assert.InRange(limit.High!.Value, 35, 65);
        var inside = Enumerable.Range(0, 121).Where(v => boxes.Boxes[0].Limits.All(each =>
            Term(sweep, v, each.Issue) >= (each.Low ?? 0) && Term(sweep, v, each.Issue) <= (each.High ?? 100))).ToArray();
        Assert.Equal(inside.Length / 121.0, boxes.Boxes[0].Quality.Mass, 1e-12);
        Assert.Equal(inside.Count(v => numbers.Means[0][v] < 0) / (double)failing, boxes.Boxes[0].Quality.Coverage, 1e-12);
        Assert.Equal(inside.Count(v => numbers.Means[0][v] < 0) / (double)inside.Length, boxes.Boxes[0].Quality.Density, 1e-12);
        Assert.True(limit.DensityWithout < boxes.Boxes[0].Quality.Density);
    }

    [Fact]
    public void Where_nearly_all_or_nearly_none_fail_or_variants_are_few_there_is_a_reason_and_no_box()
    {
        var sweep = Grid();
        string? Reason(Sweep of) => Sweeps.Summary(Situation, of).Outputs[0].Boxes!.Reason;

        Assert.Contains("Fewer than 2 %", Reason(sweep with { Outputs = [Impacts[0] with { Fails = new CasesOfInterest(false, -1_000) }] }), StringComparison.Ordinal);
        Assert.Contains("More than 98 %", Reason(sweep with { Outputs = [Impacts[0] with { Fails = new CasesOfInterest(true, -1_000) }] }), StringComparison.Ordinal);
        Assert.Contains("too few variants", Reason(sweep with { Varied = [new VariedTerm.Listed("a", [0, 100])] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_of_everything_is_refused_while_variants_are_missing()
    {
        var sweep = Grid();
        var part = Sweeper.Evaluate(Situation, sweep, 0, 100, TestContext.Current.CancellationToken);

        Assert.ThrowsAny<ArgumentException>(() => Sweeper.Summarise(
            Situation, sweep, [SweepDigest.Of(sweep, part)], [.. part.Means.Take(2)], TestContext.Current.CancellationToken));
    }

    private static Sweep Grid() => Sweeps.Of(
        Build.Scenario(), new SweepDesign.Grid(), [new VariedTerm.Ranged("a", 0, 100, 11), new VariedTerm.Ranged("b", 0, 100, 11)], Impacts);

    private static double Term(Sweep sweep, int variant, string issue) => new Variants(sweep).Terms(variant)[issue == "a" ? 0 : 1];
}
