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

    /// <summary>The cheapest point to which every veto player agrees often enough; infinite when there is none.</summary>
    public double LeastCost { get; private set; } = double.PositiveInfinity;

    public int Condition(ClashMember member) => Enumerable.Range(0, problem.Conditions.Count).Single(c =>
        problem.Model.Stakeholders[problem.Conditions[c].Stakeholder].Id == member.Stakeholder
        && (problem.Conditions[c].Line is { } line ? problem.Model.Issues[line.Issue].Id : null) == member.Issue);

    /// <summary>True when some point meets these conditions for every veto player, whatever becomes of the others.</summary>
    public bool CanBeMet(int[] conditions)
    {
        var consent = new Consent(problem, conditions.ToHashSet(), wanted, false);
        var margins = new double[consent.Groups];
        foreach (var (terms, _) in points)
        {
            draws.Set(terms);
            consent.Margins(draws, margins);
            if (margins.All(margin => margin >= 0))
            {
                return true;
            }
        }

        return false;
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
        var holds = problem.ConditionsByVeto.Select(conditions => Share(conditions) >= wanted).ToArray();
        points.Add(([.. terms], holds));
        if (holds.All(each => each))
        {
            LeastCost = Math.Min(LeastCost, problem.Cost(terms));
        }
    }

    private int Share(int[] conditions) =>
        Enumerable.Range(0, FixedDraws.Count).Count(d => conditions.All(c => draws.Slack(c)[d] >= 0));
}
