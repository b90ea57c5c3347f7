using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Offering;

/// <summary>Tries every point of a grid, and every value at which a red line begins to hold, on the draws of the search.</summary>
internal sealed class GridOracle
{
    private readonly OfferProblem problem;
    private readonly FixedDraws draws;
    private readonly int wanted;
    private readonly List<(double[] Terms, bool[] Holds)> points = [];

    public GridOracle(Situation situation, Scenario scenario, double step = 4)
    {
        problem = new OfferProblem(situation, scenario);
        draws = new FixedDraws(problem, TestContext.Current.CancellationToken);
        wanted = Consent.DrawsFor(problem.Request.Confidence);
        var lines = new RedLineBounds(problem, draws);
        Axes = [.. problem.Terms.Select((term, k) => Enumerable.Range(0, (int)(100 / step) + 1).Select(i => i * step)
            .Concat(Enumerable.Range(0, problem.Conditions.Count).Where(c => problem.Conditions[c].Term == k).Select(c => lines.At(c, wanted)))
            .Append(term.Start).Where(x => x >= term.Low && x <= term.High).Distinct().Order().ToArray())];
        Walk(0, problem.Start());
    }

    private double[][] Axes { get; }

    /// <summary>The cheapest point to which every veto player agrees often enough, or all of them together; infinite when there is none.</summary>
    public double LeastCost { get; private set; } = double.PositiveInfinity;

    /// <summary>The cheapest of these that is apart from all of some offers.</summary>
    public double LeastCostApartFrom(IEnumerable<Offer> offers)
    {
        double[][] told = [.. offers.Select(Terms)];
        return points.Where(point => point.Holds.All(each => each) && told.All(other => OfferVariety.Distance(point.Terms, other) >= OfferVariety.Apart))
            .Select(point => problem.Cost(point.Terms)).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    /// <summary>What the veto player who gains least gains, at every point of consent that costs no more.</summary>
    public double[] SmallestGains(double cost) =>
    [
        .. points.Where(point => point.Holds.All(each => each) && problem.Cost(point.Terms) <= cost).Select(point => SmallestGain(point.Terms)),
    ];

    /// <summary>What the veto player who gains least gains by an offer, in the median of the draws of the search.</summary>
    public double SmallestGain(Offer offer) => SmallestGain(Terms(offer));

    private double[] Terms(Offer offer) =>
        [.. problem.Terms.Select(term => offer.Moves.FirstOrDefault(move => move.Issue == problem.Model.Issues[term.Issue].Id)?.To ?? term.Start)];

    private double SmallestGain(double[] terms)
    {
        var all = new Consent(problem, Enumerable.Range(0, problem.Conditions.Count).ToHashSet(), wanted, false);
        return new Trial(problem, draws) { Whole = all }.Of(terms, all).SmallestGain;
    }

    public int Condition(ClashMember member) => Enumerable.Range(0, problem.Conditions.Count).Single(c =>
        problem.Model.Stakeholders[problem.Conditions[c].Stakeholder].Id == member.Stakeholder
        && (problem.Conditions[c].Line is { } line ? problem.Model.Issues[line.Issue].Id : null) == member.Issue);

    /// <summary>Every two conditions.</summary>
    public IEnumerable<int[]> Pairs() =>
        from one in Enumerable.Range(0, problem.Conditions.Count)
        from other in Enumerable.Range(one + 1, problem.Conditions.Count - one - 1)
        select (int[])[one, other];

    /// <summary>True when some point of the grid meets these conditions for every veto player, whatever becomes of the others.</summary>
    public bool CanBeMet(int[] conditions) => Best(conditions).Margin >= 0;

    /// <summary>The same, looking between the points as well: from the best of them on in ever smaller steps.</summary>
    public bool CanBeMetBetween(int[] conditions)
    {
        var (terms, margin) = Best(conditions);
        for (var step = 4.0; step > 0.01 && margin < 0; step /= 2)
        {
            for (var improved = true; improved && margin < 0;)
            {
                (var from, improved) = (terms, false);
                foreach (var near in Neighbours(from, step))
                {
                    if (MarginAt(near, conditions) is var there && there > margin)
                    {
                        (terms, margin, improved) = (near, there, true);
                    }
                }
            }
        }

        return margin >= 0;
    }

    private (double[] Terms, double Margin) Best(int[] conditions) =>
        points.Select(point => (point.Terms, Margin: MarginAt(point.Terms, conditions))).MaxBy(each => each.Margin);

    private double MarginAt(double[] terms, int[] conditions)
    {
        var consent = new Consent(problem, conditions.ToHashSet(), wanted, false);
        var margins = new double[consent.Groups];
        draws.Set(terms);
        consent.Margins(draws, margins);
        return margins.Min();
    }

    private IEnumerable<double[]> Neighbours(double[] terms, double step)
    {
        IEnumerable<double[]> near = [[]];
        for (var k = 0; k < terms.Length; k++)
        {
            double[] values = [.. new[] { terms[k] - step, terms[k], terms[k] + step }.Select(x => Math.Clamp(x, problem.Terms[k].Low, problem.Terms[k].High)).Distinct()];
            near = near.SelectMany(begun => values.Select(x => (double[])[.. begun, x]));
        }

        return near;
    }

    private void Walk(int k, double[] terms)
    {
        if (k < terms.Length)
        {
            foreach (var x in Axes[k])
            {
                terms[k] = x;
                Walk(k + 1, terms);
            }

            return;
        }

        draws.Set(terms);
        int[][] asked = problem.Request.Constraint == OfferConstraint.Each ? [.. problem.ConditionsByVeto] : [[.. Enumerable.Range(0, problem.Conditions.Count)]];
        var holds = asked.Select(conditions => Share(conditions) >= wanted).ToArray();
        points.Add(([.. terms], holds));
        if (holds.All(each => each))
        {
            LeastCost = Math.Min(LeastCost, problem.Cost(terms));
        }
    }

    private int Share(int[] conditions) =>
        Enumerable.Range(0, FixedDraws.Count).Count(d => conditions.All(c => draws.Slack(c)[d] >= 0));
}
