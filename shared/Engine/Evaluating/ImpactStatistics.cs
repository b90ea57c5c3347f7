using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Valuing;

namespace Parley.Engine.Evaluating;

/// <summary>Statistics of all impacts against one baseline.</summary>
internal sealed class ImpactStatistics
{
    /// <summary>In points: what cancels but for the last digits is no gain.</summary>
    private const double Rounding = 1e-12;

    private readonly Model model;
    private readonly Components components;
    private readonly Spread spread;
    private readonly int contributions;
    private readonly int means;
    private readonly int gains;
    private readonly int shortMeans;

    public ImpactStatistics(Model model, Components components, int drawsPerBlock, Statistics statistics)
    {
        this.model = model;
        this.components = components;
        var stakeholders = model.Stakeholders.Count;
        First = statistics.Count;
        contributions = statistics.Reserve(components.Count);
        means = statistics.Reserve(stakeholders);
        gains = statistics.Reserve(stakeholders);
        shortMeans = statistics.Reserve(stakeholders);
        End = statistics.Count;
        spread = new Spread(stakeholders, drawsPerBlock, statistics);
    }

    /// <summary>The first of the sums that become means.</summary>
    public int First { get; }

    /// <summary>One past the last of them.</summary>
    public int End { get; }

    public void Observe(ImpactRows.Side impacts, BatchTally tally)
    {
        for (var c = 0; c < components.Count; c++)
        {
            tally.AddSum(contributions + c, impacts.Contributions.Numbers(c));
        }

        for (var s = 0; s < model.Stakeholders.Count; s++)
        {
            var totals = impacts.Totals.Numbers(s);
            spread.Observe(s, tally.Batch.Start, totals);
            tally.AddSum(means + s, totals);
            tally.AddSum(shortMeans + s, impacts.ShortTotals.Numbers(s));
            tally.AddCountAbove(Rounding, gains + s, totals);
        }
    }

    /// <param name="place">Of the block, among those that go together.</param>
    public void EndBlock(int place, Span<double> tally) => spread.EndBlock(place, tally);

    /// <summary>The first block's impacts on a stakeholder at the horizon, draw by draw.</summary>
    public ReadOnlySpan<double> Draws(int s) => spread.Draws(s);

    /// <summary>Place of a stakeholder's mean impact at the horizon.</summary>
    public int Mean(int s) => means + s;

    /// <summary>Place of a stakeholder's mean impact at the short horizon.</summary>
    public int ShortMean(int s) => shortMeans + s;

    /// <summary>What a stakeholder's impact is the sum of, each with its place.</summary>
    public IEnumerable<(ContributionKind Kind, string Id, string Name, int Place)> Parts(int s)
    {
        for (var c = 0; c < components.End(s) - components.Start(s); c++)
        {
            var (kind, id, name) = Components.Describe(model, model.Stakeholders[s], c);
            yield return (kind, id, name, contributions + components.Start(s) + c);
        }
    }

    public ImpactAgainst Report(Tally tally, int s)
    {
        Contribution[] parts = [.. Parts(s).Select(part => new Contribution(part.Kind, part.Id, part.Name, tally[part.Place]))];
        return new ImpactAgainst(
            tally[means + s] with { Value = parts.Sum(part => part.Mean.Value) },
            tally[spread.Median(s)],
            tally[spread.Low80(s)],
            tally[spread.High80(s)],
            tally[gains + s],
            tally[shortMeans + s],
            parts);
    }
}
