using CsCheck;
using Parley.Engine.Binding;
using Parley.Engine.Recomputing;
using Parley.Engine.Sampling;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests.Recomputing;

/// <summary>The graph of chosen outputs says what an evaluation says, whole or changed.</summary>
public sealed class OutputGraphTests
{
    /// <summary>Two ways to add up the same draws; relative to 1 + the number's size.</summary>
    private const double Rounding = 1e-10;

    private const int DrawsPerBlock = 10;

    [Fact]
    public void Means_are_those_of_the_evaluation() => ForAll(seed =>
    {
        var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
        scenario = scenario with { Draws = DrawsPerBlock * LatinHypercube.Blocks };
        var expected = Build.Evaluate(situation, scenario);
        var outputs = new AllOutputs(ModelBinder.Bind(situation, scenario));
        var means = outputs.Means();
        Same(expected.Impacts!.Select(i => i.NoDeal.Mean.Value), means[nameof(AllOutputs.AgainstNoDeal)]);
        Same(expected.Impacts!.Select(i => i.StatusQuo.Mean.Value), means[nameof(AllOutputs.AgainstStatusQuo)]);
        Same(expected.Impacts!.Select(i => i.NoDeal.ShortHorizonMean.Value), means[nameof(AllOutputs.ShortAgainstNoDeal)]);
        Same(expected.Acceptance!.Stakeholders.Select(a => a.Probability.Value), means[nameof(AllOutputs.Accepts)]);
        Same([expected.Acceptance!.Joint.Value], means[nameof(AllOutputs.Joint)]);
        Same(expected.Effects!.SelectMany(e => e.Trajectory).Select(l => l.Mean.Value), means[nameof(AllOutputs.Levels)]);
        Same(expected.Durability!.Value!.Survival.Select(y => y.Mean.Value), means[nameof(AllOutputs.Survival)]);
        Same(expected.Measures!.Subordination.Value is { } s ? [s.Mean.Value] : [], means[nameof(AllOutputs.Subordination)]);
    });

    [Fact]
    public void What_a_change_reaches_computed_again_is_what_the_changed_quantities_give_from_scratch() => ForAll(seed =>
    {
        var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
        var outputs = new AllOutputs(ModelBinder.Bind(situation, scenario));
        var (before, after) = (new GraphRows(outputs.Graph), new GraphRows(outputs.Graph));
        outputs.Sample(0, before);
        outputs.Sample(1, after);
        var other = outputs.Graph.Model.Quantities;
        int[] changed = [.. other.Judgements.Select(j => j.Row).Where(row => (row + seed) % 3 == 0)];
        before.Compute();
        var untouched = outputs.Values(before);
        for (var row = 0; row < other.Rows; row++)
        {
            if (changed.Contains(row))
            {
                after.Quantities[row].CopyTo(before.Change(row));
            }
            else
            {
                before.Quantities[row].CopyTo(after.Quantities[row]);
            }
        }

        before.Recompute(outputs.Graph.ReachedFrom(changed));
        after.Compute();
        Assert.Equal(outputs.Values(after), outputs.Values(before));
        before.Restore();
        Assert.Equal(untouched, outputs.Values(before));
    });

    [Fact]
    public void A_change_reaches_nothing_that_does_not_depend_on_it()
    {
        var situation = ReferenceSize.Situation();
        var model = ModelBinder.Bind(situation, ReferenceSize.Scenario(draws: 200));
        var builder = new OutputGraphBuilder(model);
        var impact = builder.Impact(0, againstNoDeal: true, model.Horizon);
        var graph = builder.Build();
        var own = graph.ReachedFrom([model.Stakeholders[0].Preferences[0].SalienceRow]);
        Assert.Contains(own, node => node.Row == impact);
        Assert.True(own.Count < 0.1 * graph.Nodes.Count, $"{own.Count} of {graph.Nodes.Count}");
        Assert.Empty(graph.ReachedFrom([model.Stakeholders[0].InfluenceRow]));
    }

    private static void ForAll(Action<int> check) => Gen.Int.Positive.Sample(check, iter: Effort.Of(300), threads: 1);

    private static void Same(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (left, right) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(left.Length, right.Length);
        foreach (var (one, other) in left.Zip(right))
        {
            Assert.True(Math.Abs(one - other) <= Rounding * (1 + Math.Abs(one)), $"{other:R} should be {one:R}");
        }
    }

    /// <summary>A graph that was asked for everything.</summary>
    private sealed class AllOutputs
    {
        private readonly Sampler sampler;
        private readonly Dictionary<string, int[]> rows;

        public AllOutputs(Model model)
        {
            var builder = new OutputGraphBuilder(model);
            int[] all = [.. Enumerable.Range(0, model.Stakeholders.Count)];
            rows = new Dictionary<string, int[]>
            {
                [nameof(AgainstNoDeal)] = AgainstNoDeal = [.. all.Select(s => builder.Impact(s, true, model.Horizon))],
                [nameof(AgainstStatusQuo)] = AgainstStatusQuo = [.. all.Select(s => builder.Impact(s, false, model.Horizon))],
                [nameof(ShortAgainstNoDeal)] = ShortAgainstNoDeal = [.. all.Select(s => builder.Impact(s, true, model.ShortHorizon))],
                [nameof(Accepts)] = Accepts = [.. all.Select(builder.Accepts)],
                [nameof(Joint)] = Joint = [builder.JointAcceptance()],
                [nameof(Levels)] = Levels = [.. model.Effects.SelectMany((_, e) => Enumerable.Range(1, model.Horizon).Select(year => builder.Level(e, year)))],
                [nameof(Survival)] = Survival = [.. Enumerable.Range(1, model.Horizon).Select(builder.Survival)],
                [nameof(Subordination)] = Subordination = model.Measures!.Sides is null ? [] : [builder.Subordination()],
            };
            Graph = builder.Build();
            sampler = new Sampler(model.Quantities, DrawsPerBlock);
        }

        public OutputGraph Graph { get; }

        public int[] AgainstNoDeal { get; }

        public int[] AgainstStatusQuo { get; }

        public int[] ShortAgainstNoDeal { get; }

        public int[] Accepts { get; }

        public int[] Joint { get; }

        public int[] Levels { get; }

        public int[] Survival { get; }

        public int[] Subordination { get; }

        public void Sample(int block, GraphRows into)
        {
            sampler.Begin(block);
            into.Quantities.Draws = DrawsPerBlock;
            sampler.Write(0, into.Quantities);
        }

        public double[] Values(GraphRows from) => [.. rows.Values.SelectMany(all => all).SelectMany(row => from.Numbers(row).ToArray())];

        public Dictionary<string, double[]> Means()
        {
            var means = rows.ToDictionary(each => each.Key, each => new double[each.Value.Length]);
            var into = new GraphRows(Graph);
            for (var block = 0; block < LatinHypercube.Blocks; block++)
            {
                Sample(block, into);
                into.Compute();
                foreach (var (name, wanted) in rows)
                {
                    for (var i = 0; i < wanted.Length; i++)
                    {
                        foreach (var number in into.Numbers(wanted[i]))
                        {
                            means[name][i] += number / (DrawsPerBlock * LatinHypercube.Blocks);
                        }
                    }
                }
            }

            return means;
        }
    }
}
