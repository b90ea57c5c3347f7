using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Following;
using Parley.Engine.Situations;

namespace Parley.Engine.Measuring;

/// <summary>Counts in which draws each of two events comes about.</summary>
internal sealed class OutcomePairStatistics
{
    public const int Both = 0;
    public const int ShortOnly = 1;
    public const int LongOnly = 2;
    public const int Neither = 3;
    public const int Short = 4;
    public const int Long = 5;
    private const int Counts = 6;

    private readonly Model model;
    private readonly BoundPair? pair;
    private readonly EffectWeb effects;
    private readonly int first;

    public OutcomePairStatistics(Model model, BoundPair? pair, EffectWeb effects, Statistics statistics)
    {
        this.model = model;
        this.effects = effects;
        this.pair = pair;
        Reason = MeasureWording.NoPair(model, pair);
        first = statistics.Reserve(Counts);
    }

    /// <summary>Why nothing is counted; null when something is.</summary>
    public string? Reason { get; }

    /// <summary>Place of one of the six shares.</summary>
    public int Share(int count) => first + count;

    public void Observe(BatchTally tally)
    {
        if (pair is null || Reason is not null)
        {
            return;
        }

        var early = effects.LevelNumbers(Model.Deal, pair.Short.Effect, pair.Short.Event.Year);
        var late = effects.LevelNumbers(Model.Deal, pair.Long.Effect, pair.Long.Event.Year);
        foreach (var piece in tally.Batch.Pieces)
        {
            Count(pair, early.Slice(piece.Place, piece.Count), late.Slice(piece.Place, piece.Count), tally[piece].Slice(first, Counts));
        }
    }

    private static void Count(BoundPair pair, ReadOnlySpan<double> early, ReadOnlySpan<double> late, Span<double> counts)
    {
        for (var d = 0; d < early.Length; d++)
        {
            var (comesEarly, comesLate) = (ComesAbout(pair.Short.Event, early[d]), ComesAbout(pair.Long.Event, late[d]));
            counts[(comesEarly ? 0 : LongOnly) + (comesLate ? 0 : ShortOnly)]++;
            counts[Short] += comesEarly ? 1 : 0;
            counts[Long] += comesLate ? 1 : 0;
        }
    }

    public Answer<OutcomePairReport> Report(Tally tally) => pair is null || Reason is not null
        ? new Answer<OutcomePairReport>(null, Reason)
        : new Answer<OutcomePairReport>(
            new OutcomePairReport(
                Share(pair.Short, tally[first + Short]),
                Share(pair.Long, tally[first + Long]),
                tally[first + Both],
                tally[first + ShortOnly],
                tally[first + LongOnly],
                tally[first + Neither]),
            null);

    private EventShare Share(BoundEvent of, Estimate probability) => new(of.Event, model.Effects[of.Effect].Name, probability);

    private static bool ComesAbout(OutcomeEvent of, double level) => of.Wants == Direction.More ? level >= of.Threshold : level <= of.Threshold;
}
