using System.Runtime.Intrinsics;
using Parley.Engine.Recomputing;
using Parley.Engine.Sampling;

namespace Parley.Engine.Offering;

/// <summary>
/// Tests finished offers on draws that the search has not seen: 20 more blocks of the same hypercubes, of 500 draws each. An
/// offer is the best of many on the fixed draws, which therefore flatter it (the optimiser's curse).
/// </summary>
internal sealed class FreshDraws
{
    public const int Count = PerBlock * LatinHypercube.Blocks;

    private const int PerBlock = 500;
    private const int Together = 250;

    private readonly OfferProblem problem;
    private readonly OutputGraph graph;
    private readonly int[] impacts;
    private readonly int[] accepts;
    private readonly int[] values;
    private readonly int joint;
    private readonly IReadOnlyList<Node> reached;

    public FreshDraws(OfferProblem problem)
    {
        this.problem = problem;
        var builder = new OutputGraphBuilder(problem.Model);
        impacts = [.. problem.Model.Stakeholders.Select((_, s) => builder.Impact(s, againstNoDeal: true, problem.Model.Horizon))];
        accepts = [.. problem.Needed.Select(builder.Accepts)];
        values = [.. problem.Vetoes.Select(builder.ValueSlack)];
        joint = builder.JointAcceptance();
        graph = builder.Build();
        reached = graph.ReachedFrom(problem.Terms.Select(term => term.Row));
    }

    /// <summary>Tests offers against the original; the original is the first of the answers.</summary>
    public IReadOnlyList<TestedOffer> Test(IReadOnlyList<double[]> offers, CancellationToken cancellation)
    {
        double[][] all = [problem.Start(), .. offers];
        TestedOffer[] tested = [.. all.Select(terms => new TestedOffer(problem, terms))];
        var rows = new GraphRows(graph);
        var sampler = new Sampler(problem.Model.Quantities, PerBlock);
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            sampler.Begin(LatinHypercube.Blocks + block);
            for (var start = 0; start < PerBlock; start += Together)
            {
                cancellation.ThrowIfCancellationRequested();
                rows.Quantities.Draws = Together;
                sampler.Write(start, rows.Quantities);
                rows.Compute();
                var before = Means(rows);
                foreach (var offer in tested)
                {
                    Test(rows, offer, before, block);
                }
            }

            foreach (var offer in tested)
            {
                offer.EndBlock(block, PerBlock);
            }
        }

        return tested;
    }

    private void Test(GraphRows rows, TestedOffer offer, double[] before, int block)
    {
        Set(rows, offer.Terms);
        var after = Means(rows);
        for (var s = 0; s < impacts.Length; s++)
        {
            offer.Change(block, s, (after[s] - before[s]) * Together);
        }

        for (var i = 0; i < accepts.Length; i++)
        {
            offer.Accepts(block, i, Sum(rows.Numbers(accepts[i])));
        }

        offer.Accepts(block, accepts.Length, Sum(rows.Numbers(joint)));
        for (var i = 0; i < values.Length; i++)
        {
            offer.Slack(i, rows.Numbers(values[i]));
        }

        rows.Restore();
        for (var m = 0; m < offer.Moved.Count; m++)
        {
            double[] without = [.. offer.Terms];
            without[offer.Moved[m]] = problem.Terms[offer.Moved[m]].Start;
            Set(rows, without);
            var back = Means(rows);
            for (var s = 0; s < impacts.Length; s++)
            {
                offer.ByMove(block, m, s, (after[s] - back[s]) * Together);
            }

            rows.Restore();
        }
    }

    private void Set(GraphRows rows, double[] terms)
    {
        for (var k = 0; k < terms.Length; k++)
        {
            if (terms[k] != problem.Terms[k].Start)
            {
                rows.Change(problem.Terms[k].Row).Fill(Vector256.Create(terms[k]));
            }
        }

        rows.Recompute(reached);
    }

    private double[] Means(GraphRows rows) => [.. impacts.Select(row => Sum(rows.Numbers(row)) / Together)];

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }
}
