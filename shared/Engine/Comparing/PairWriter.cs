using Parley.Engine.Binding;
using Parley.Engine.Evaluating;
using Parley.Engine.Holding;
using Parley.Engine.Measuring;

namespace Parley.Engine.Comparing;

/// <summary>Turns the statistics of two runs into what differs between them.</summary>
internal sealed class PairWriter(RunPair pair, ComparedQuantities quantities)
{
    // Everything that is named here comes from the situation, so either run's model does.
    private readonly Model model = pair.First.Model;

    public PairComparison Write()
    {
        StakeholderDifference[] impacts = [.. model.Stakeholders.Select((_, s) => Stakeholder(s))];
        return new PairComparison(
            pair.First.Id,
            pair.Second.Id,
            impacts,
            Acceptance(),
            [.. model.Effects.Select((effect, e) => new EffectDifference(
                effect.Id, effect.Name, pair.Spread(quantities.EffectsShort[e]), pair.Spread(quantities.EffectsLong[e])))],
            quantities.Survival is { } survival
                ? new Answer<DurabilityDifference>(new DurabilityDifference(pair.Spread(survival.Short), pair.Spread(survival.Long)), null)
                : new Answer<DurabilityDifference>(null, DurabilityWording.NoHazard),
            Measures(),
            [.. StakeholderReversals.In(pair)]);
    }

    private StakeholderDifference Stakeholder(int s)
    {
        var stakeholder = model.Stakeholders[s];
        var noDeal = Impact(quantities.NoDeal[s], worker => worker.AgainstNoDeal!, s);
        return new StakeholderDifference(
            stakeholder.Id,
            stakeholder.Name,
            stakeholder.Role,
            noDeal,
            Impact(quantities.StatusQuo[s], worker => worker.AgainstStatusQuo!, s),
            Wording.Largest(noDeal.Contributions.Select(part => (part.Name, part.Mean.Difference.Value))));
    }

    private ImpactDifference Impact(int quantity, Func<BlockWorker, ImpactStatistics> impacts, int s)
    {
        ContributionDifference[] parts = [.. Contributions(impacts, s)];
        var spread = pair.Spread(quantity);
        return new ImpactDifference(
            spread with
            {
                First = spread.First with { Value = parts.Sum(part => part.Mean.First.Value) },
                Second = spread.Second with { Value = parts.Sum(part => part.Mean.Second.Value) },
                Mean = spread.Mean with { Value = parts.Sum(part => part.Mean.Difference.Value) },
            },
            pair.Mean(worker => impacts(worker).ShortMean(s)),
            parts);
    }

    /// <summary>The first run's parts in their order, then those that only the second has: a profile can add issues.</summary>
    private IEnumerable<ContributionDifference> Contributions(Func<BlockWorker, ImpactStatistics> impacts, int s)
    {
        var second = impacts(pair.Second.Worker).Parts(s).ToDictionary(part => (part.Kind, part.Id));
        foreach (var part in impacts(pair.First.Worker).Parts(s))
        {
            int? other = second.Remove((part.Kind, part.Id), out var found) ? found.Place : null;
            yield return new ContributionDifference(part.Kind, part.Id, part.Name, pair.Mean(part.Place, other));
        }

        foreach (var part in impacts(pair.Second.Worker).Parts(s).Where(part => second.ContainsKey((part.Kind, part.Id))))
        {
            yield return new ContributionDifference(part.Kind, part.Id, part.Name, pair.Mean(null, part.Place));
        }
    }

    private AcceptanceDifference Acceptance() => new(
        pair.Mean(worker => worker.Acceptance!.Places.Joint),
        [.. model.Stakeholders.Select((stakeholder, s) => new StakeholderShareDifference(
            stakeholder.Id, stakeholder.Name, stakeholder.Role, pair.Mean(worker => worker.Acceptance!.Places.Accepts(s))))]);

    private MeasuresDifference Measures()
    {
        var measures = pair.First.Worker.Measures!;
        return new MeasuresDifference(
            measures.Pair.Reason is { } reason
                ? new Answer<OutcomePairDifference>(null, reason)
                : new Answer<OutcomePairDifference>(OutcomePair(), null),
            quantities.Subordination is { } subordination
                ? new Answer<SpreadDifference>(pair.Spread(subordination), null)
                : new Answer<SpreadDifference>(null, MeasureWording.NoSides),
            measures.Legality.Tests.Count == 0
                ? new Answer<IReadOnlyList<LegalityDifference>>(null, MeasureWording.NoTests)
                : new Answer<IReadOnlyList<LegalityDifference>>([.. measures.Legality.Tests.Select(Legality)], null));
    }

    private OutcomePairDifference OutcomePair()
    {
        MeanDifference Share(int count) => pair.Mean(worker => worker.Measures!.Pair.Share(count));
        return new OutcomePairDifference(
            Share(OutcomePairStatistics.Short),
            Share(OutcomePairStatistics.Long),
            Share(OutcomePairStatistics.Both),
            Share(OutcomePairStatistics.ShortOnly),
            Share(OutcomePairStatistics.LongOnly),
            Share(OutcomePairStatistics.Neither));
    }

    private LegalityDifference Legality(BoundTest test, int place) =>
        new(test.Test.Id, test.Test.Name, pair.Mean(worker => worker.Measures!.Legality.Lawful(place)));
}
