using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Following;
using Parley.Engine.Sampling;

namespace Parley.Engine.Measuring;

/// <summary>Statistics of everything that is asked about the deal as a whole.</summary>
internal sealed class MeasureStatistics
{
    private readonly OutcomePairStatistics pair;
    private readonly LegalityStatistics legality;
    private readonly SubordinationStatistics? subordination;

    public MeasureStatistics(Model model, BoundMeasures measures, EffectWeb effects, int drawsPerBlock, Statistics statistics)
    {
        First = statistics.Count;
        pair = new OutcomePairStatistics(model, measures.Pair, effects, statistics);
        legality = new LegalityStatistics(model, measures.Tests, statistics);
        End = statistics.Count;
        if (measures.Sides is { } sides)
        {
            subordination = new SubordinationStatistics(model, sides, drawsPerBlock, statistics);
            End = subordination.End;
        }
    }

    /// <summary>The first of the sums that become means.</summary>
    public int First { get; }

    /// <summary>One past the last of them.</summary>
    public int End { get; }

    public void Observe(DrawMatrix draws, int start, Span<double> tally)
    {
        pair.Observe(tally);
        legality.Observe(draws, tally);
        subordination?.Observe(draws, start, tally);
    }

    public void EndBlock(Span<double> tally) => subordination?.EndBlock(tally);

    public MeasuresReport Report(Tally tally) => new(
        pair.Report(tally),
        subordination is null
            ? new Answer<SubordinationReport>(null, MeasureWording.NoSides)
            : new Answer<SubordinationReport>(subordination.Report(tally), null),
        legality.Report(tally));
}
