using Parley.Engine.Estimating;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;

namespace Parley.Engine.Comparing;

/// <summary>Finds the stakeholders who change places between two scenarios.</summary>
internal static class StakeholderReversals
{
    /// <summary>By baseline; what is decided before what is not, and the clearest first.</summary>
    public static IEnumerable<StakeholderReversal> In(RunPair pair) => All(pair)
        .OrderBy(reversal => reversal.Baseline)
        .ThenBy(reversal => reversal.Verdict)
        .ThenByDescending(reversal => Math.Min(Math.Abs(reversal.UnderFirst.Value), Math.Abs(reversal.UnderSecond.Value)));

    private static IEnumerable<StakeholderReversal> All(RunPair pair)
    {
        var stakeholders = pair.First.Model.Stakeholders.Count;
        return
            from baseline in new[] { ImpactBaseline.NoDeal, ImpactBaseline.StatusQuo }
            from one in Enumerable.Range(0, stakeholders)
            from other in Enumerable.Range(one + 1, stakeholders - one - 1)
            let first = Ahead(pair.First, baseline, one, other)
            let second = Ahead(pair.Second, baseline, one, other)
            let verdict = Order.Reversal(first, second)
            where verdict is not null
            select Found(pair, baseline, one, other, first, second, verdict.Value);
    }

    private static StakeholderReversal Found(
        RunPair pair, ImpactBaseline baseline, int one, int other, Estimate first, Estimate second, ReversalVerdict verdict)
    {
        var stakeholders = pair.First.Model.Stakeholders;
        var isAheadFirst = first.Value > 0;
        var text = ComparisonWording.PlacesChanged(
            stakeholders[isAheadFirst ? one : other].Name, stakeholders[isAheadFirst ? other : one].Name, pair, baseline, verdict);
        return new StakeholderReversal(stakeholders[one].Id, stakeholders[other].Id, baseline, first, second, verdict, text);
    }

    /// <summary>By how much more the one gains than the other, in the same draws.</summary>
    private static Estimate Ahead(ScenarioRun run, ImpactBaseline baseline, int one, int other)
    {
        var impacts = run.Against(baseline);
        Span<double> blocks = stackalloc double[LatinHypercube.Blocks];
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            blocks[block] = run.Tally[block, impacts.Mean(one)] - run.Tally[block, impacts.Mean(other)];
        }

        return Tally.OverBlocks(blocks);
    }
}
