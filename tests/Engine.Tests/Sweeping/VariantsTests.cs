using CsCheck;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Engine.Tests.Sweeping;

/// <summary>Which variants a design makes.</summary>
public sealed class VariantsTests
{
    private static readonly SweepOutput Joint = new(new QuantityOfInterest.OfAcceptance(null), Direction.More);

    [Fact]
    public void A_grid_is_every_combination_once_the_last_term_changing_fastest()
    {
        var variants = Grid(new VariedTerm.Listed("a", [0, 30]), new VariedTerm.Ranged("b", 10, 20, 3));

        Assert.Equal(6, variants.Count);
        Assert.Equal([[0, 10], [0, 15], [0, 20], [30, 10], [30, 15], [30, 20]], Enumerable.Range(0, 6).Select(variants.Terms));
    }

    [Fact]
    public void A_grid_of_any_levels_has_as_many_different_variants_as_their_product() =>
        Gen.Int[1, 6].Array[1, 4].Sample(
            levels =>
            {
                var variants = Grid([.. levels.Select((count, t) => new VariedTerm.Listed($"t{t}", [.. Enumerable.Range(0, count).Select(i => 7.0 * i)]))]);
                Assert.Equal(levels.Aggregate(1, (product, count) => product * count), variants.Count);
                Assert.Equal(variants.Count, Enumerable.Range(0, variants.Count).Select(v => string.Join(' ', variants.Terms(v))).Distinct().Count());
            },
            iter: Effort.Of(100));

    [Fact]
    public void The_steps_of_a_range_meet_both_ends_exactly_and_are_even() =>
        Gen.Select(Gen.Double[0, 50], Gen.Double[50.5, 100], Gen.Int[2, 40]).Sample(
            (low, high, steps) =>
            {
                var levels = new VariedTerm.Ranged("a", low, high, steps).Levels!;
                Assert.Equal((low, high, steps), (levels[0], levels[^1], levels.Count));
                Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.Equal((high - low) / (steps - 1), pair.Second - pair.First, 1e-9));
            },
            iter: Effort.Of(200));

    [Fact]
    public void In_a_hypercube_every_term_takes_each_equal_part_of_its_range_once() =>
        Gen.Select(Gen.Int[2, 300], Gen.Long[0, 1_000_000]).Sample(
            (size, seed) =>
            {
                var variants = Hypercube(size, seed, new VariedTerm.Ranged("a", 20, 80, null), new VariedTerm.Ranged("b", 0, 100, null));
                Assert.Equal(Enumerable.Range(0, size), variants.Of(0).Select(value => (int)((value - 20) / 60 * size)).Order());
                Assert.Equal(Enumerable.Range(0, size), variants.Of(1).Select(value => (int)(value / 100 * size)).Order());
            },
            iter: Effort.Of(100));

    [Fact]
    public void In_a_hypercube_every_level_is_taken_equally_often()
    {
        var variants = Hypercube(60, 3, new VariedTerm.Listed("a", [5, 50, 95]), new VariedTerm.Ranged("b", 0, 100, 5));

        Assert.All(variants.Of(0).GroupBy(value => value), group => Assert.Equal(20, group.Count()));
        Assert.Equal([0.0, 25, 50, 75, 100], variants.Of(1).Distinct().Order());
        Assert.All(variants.Of(1).GroupBy(value => value), group => Assert.Equal(12, group.Count()));
    }

    [Fact]
    public void Terms_of_a_hypercube_are_not_tied_to_each_other()
    {
        var variants = Hypercube(2_000, 1, new VariedTerm.Ranged("a", 0, 100, null), new VariedTerm.Ranged("b", 0, 100, null));
        var products = variants.Of(0).Zip(variants.Of(1), (a, b) => (a - 50) * (b - 50)).Average();

        // Correlation of random permutations: standard deviation 1/√2000.
        Assert.InRange(products / (100.0 * 100 / 12), -0.09, 0.09);
    }

    [Fact]
    public void A_hypercube_follows_its_seed_and_the_names_of_its_terms_alone()
    {
        VariedTerm a = new VariedTerm.Ranged("a", 0, 100, null), b = new VariedTerm.Ranged("b", 0, 100, null);

        Assert.Equal(Hypercube(50, 1, a, b).Of(0), Hypercube(50, 1, b, a).Of(1));
        Assert.NotEqual(Hypercube(50, 1, a, b).Of(0), Hypercube(50, 2, a, b).Of(0));
        Assert.NotEqual(Hypercube(50, 1, a, b).Of(0), Hypercube(50, 1, a, b).Of(1));
    }

    [Fact]
    public void A_variant_as_a_scenario_has_its_terms_in_the_place_of_the_base_scenarios()
    {
        var sweep = Sweeps.Of(
            Build.Scenario(("a", Build.Range(1, 2, 3)), ("kept", Build.Point(9))),
            new SweepDesign.Grid(),
            [new VariedTerm.Listed("new", [4]), new VariedTerm.Listed("a", [5, 6])],
            Joint) with
        { Draws = 400 };

        var scenario = new Variants(sweep).Scenario(1);

        Assert.Equal([("a", 6), ("kept", 9), ("new", 4)], scenario.Terms.Select(term => (term.Issue, term.Value.Mode)));
        Assert.Equal(400, scenario.Draws);
    }

    [Fact]
    public void A_design_that_makes_too_many_variants_or_lacks_levels_is_counted_before_it_is_made()
    {
        VariedTerm.Ranged[] many = [.. Enumerable.Range(0, 30).Select(t => new VariedTerm.Ranged($"t{t}", 0, 100, 1_000))];
        var sweep = Sweeps.Of(Build.Scenario(), new SweepDesign.Grid(), many, Joint);

        Assert.True(Variants.CountOf(sweep) > Sweep.MostVariants);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Variants(sweep));
        Assert.Null(Variants.CountOf(sweep with { Varied = [new VariedTerm.Ranged("a", 0, 1, null)] }));
    }

    private static Variants Grid(params VariedTerm[] varied) => new(Sweeps.Of(Build.Scenario(), new SweepDesign.Grid(), varied, Joint));

    private static Variants Hypercube(int size, long seed, params VariedTerm[] varied) =>
        new(Sweeps.Of(Build.Scenario(), new SweepDesign.LatinHypercube(size, seed), varied, Joint));
}
