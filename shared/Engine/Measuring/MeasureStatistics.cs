using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Following;
using Parley.Engine.Sampling;

namespace Parley.Engine.Measuring;

/// <summary>Statistics of everything that is asked about the deal as a whole.</summary>
internal sealed class MeasureStatistics
{
    public MeasureStatistics(Model model, BoundMeasures measures, EffectWeb effects, int drawsPerBlock, Statistics statistics)
    {
        First = statistics.Count;
        Pair = new OutcomePairStatistics(model, measures.Pair, effects, statistics);
        Legality = new LegalityStatistics(model, measures.Tests, statistics);
        End = statistics.Count;
        if (measures.Sides is { } sides)
        {
            Subordination = new SubordinationStatistics(model, sides, drawsPerBlock, statistics);
            End = Subordination.End;
        }
    }

    /// <summary>The first of the sums that become means.</summary>
    public int First { get; }

    /// <summary>One past the last of them.</summary>
    public int End { get; }

    public OutcomePairStatistics Pair { get; }

    public LegalityStatistics Legality { get; }

    /// <summary>Null where the situation names no sides.</summary>
    public SubordinationStatistics? Subordination { get; }

    public void Observe(DrawMatrix draws, BatchTally tally)
    {
        Pair.Observe(tally);
        Legality.Observe(draws, tally);
        Subordination?.Observe(draws, tally);
    }

    /// <param name="place">Of the block, among those that go together.</param>
    public void EndBlock(int place, Span<double> tally) => Subordination?.EndBlock(place, tally);

    public MeasuresReport Report(Tally tally) => new(
        Pair.Report(tally),
        Subordination is null
            ? new Answer<SubordinationReport>(null, MeasureWording.NoSides)
            : new Answer<SubordinationReport>(Subordination.Report(tally), null),
        Legality.Report(tally));
}
