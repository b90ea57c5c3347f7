using Parley.Engine.Estimating;
using Parley.Engine.Scenarios;

namespace Parley.Engine.Comparing;

/// <summary>Puts the scenarios in the order in which each stakeholder fares under them, and finds what that depends on.</summary>
internal sealed class ScenarioOrders(IReadOnlyList<ScenarioRun> runs, IReadOnlyList<RunPair> pairs, IReadOnlyList<PairComparison> compared)
{
    public IReadOnlyList<ScenarioOrder> Find() => [.. runs[0].Model.Stakeholders.Select((_, s) => Of(s))];

    private ScenarioOrder Of(int s)
    {
        var stakeholder = runs[0].Model.Stakeholders[s];
        ScenarioRun[] order = [.. runs.OrderByDescending(run => run.Of(worker => worker.AgainstNoDeal!.Mean(s)).Value)];
        var isDecided = Enumerable.Range(1, order.Length - 1).All(place => Order.IsDecided(Between(order[place - 1], order[place], s)));
        return new ScenarioOrder(
            stakeholder.Id,
            stakeholder.Name,
            stakeholder.Role,
            [.. order.Select(run => run.Id)],
            isDecided,
            [.. pairs.Zip(compared, (pair, differences) => Reversals(pair, differences.Impacts[s])).SelectMany(found => found)]);
    }

    /// <summary>Of which sign does not matter here.</summary>
    private Estimate Between(ScenarioRun one, ScenarioRun other, int s) =>
        pairs.Single(pair => (pair.First == one && pair.Second == other) || (pair.First == other && pair.Second == one))
            .Mean(worker => worker.AgainstNoDeal!.Mean(s)).Difference;

    private static IEnumerable<OrderReversal> Reversals(RunPair pair, StakeholderDifference of)
    {
        var noDeal = Mean(of.NoDeal, ImpactBaseline.NoDeal);
        var statusQuo = Mean(of.StatusQuo, ImpactBaseline.StatusQuo);
        (ReversalCause Cause, OrderView One, OrderView Other)[] views =
        [
            (ReversalCause.Baseline, noDeal, statusQuo),
            (ReversalCause.Horizon, noDeal, Early(of.NoDeal, noDeal)),
            (ReversalCause.Horizon, statusQuo, Early(of.StatusQuo, statusQuo)),
            (ReversalCause.Figure, noDeal, Median(of.NoDeal, noDeal)),
            (ReversalCause.Figure, statusQuo, Median(of.StatusQuo, statusQuo)),
        ];
        foreach (var (cause, one, other) in views)
        {
            if (Order.Reversal(one.Difference, other.Difference) is { } verdict)
            {
                yield return new OrderReversal(
                    pair.First.Id, pair.Second.Id, cause, one, other, verdict, ComparisonWording.OrderChanged(of.Name, pair, one, other, verdict));
            }
        }
    }

    private static OrderView Mean(ImpactDifference impact, ImpactBaseline baseline) =>
        new(baseline, ComparedHorizon.Long, ComparedFigure.Mean, impact.Impact.Mean);

    private static OrderView Early(ImpactDifference impact, OrderView late) =>
        late with { Horizon = ComparedHorizon.Short, Difference = impact.ShortHorizon.Difference };

    private static OrderView Median(ImpactDifference impact, OrderView mean) =>
        mean with { Figure = ComparedFigure.Median, Difference = impact.Impact.Median };
}
