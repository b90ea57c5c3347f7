using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;
using Parley.Engine.Valuing;

namespace Parley.Engine.Following;

/// <summary>Statistics of every effect under the deal, by year, and against no deal at the horizon.</summary>
internal sealed class EffectStatistics
{
    private readonly Model model;
    private readonly EffectSchedule schedule;
    private readonly EffectWeb effects;
    private readonly Odds odds;
    private readonly Spread spread;
    private readonly DrawMatrix difference = new(1);
    private readonly int means;
    private readonly int againstNoDeal;

    public EffectStatistics(Model model, EffectSchedule schedule, EffectWeb effects, Odds odds, int drawsPerBlock, Statistics statistics)
    {
        this.model = model;
        this.schedule = schedule;
        this.effects = effects;
        this.odds = odds;
        First = statistics.Count;
        means = statistics.Reserve(schedule.Rows);
        againstNoDeal = statistics.Reserve(model.Effects.Count);
        End = statistics.Count;
        spread = new Spread(schedule.Rows, drawsPerBlock, statistics);
    }

    /// <summary>The first of the sums that become means.</summary>
    public int First { get; }

    /// <summary>One past the last of them.</summary>
    public int End { get; }

    public void Observe(BatchTally tally)
    {
        difference.Draws = tally.Batch.Draws;
        for (var e = 0; e < model.Effects.Count; e++)
        {
            for (var year = 1; year <= schedule.Settled(e); year++)
            {
                var level = effects.LevelNumbers(Model.Deal, e, year);
                spread.Observe(schedule.Row(e, year), tally.Batch.Start, level);
                tally.AddSum(means + schedule.Row(e, year), level);
            }

            tally.AddSum(againstNoDeal + e, Differences(e));
        }
    }

    /// <param name="place">Of the block, among those that go together.</param>
    public void EndBlock(int place, Span<double> tally) => spread.EndBlock(place, tally);

    /// <summary>The first block's levels under the deal, draw by draw.</summary>
    public ReadOnlySpan<double> Draws(int effect, int year) => spread.Draws(schedule.Row(effect, year));

    /// <summary>Place of the mean level under the deal.</summary>
    public int Mean(int effect, int year) => means + schedule.Row(effect, year);

    /// <summary>Mean level under the deal at the horizon.</summary>
    public Estimate Mean(Tally tally, int effect) => tally[Mean(effect, model.Horizon)];

    public Estimate AgainstNoDeal(Tally tally, int effect) => tally[againstNoDeal + effect];

    public EffectLevel Level(Tally tally, int effect, int year)
    {
        var row = schedule.Row(effect, year);
        return new EffectLevel(year, tally[means + row], tally[spread.Median(row)], tally[spread.Low80(row)], tally[spread.High80(row)]);
    }

    private ReadOnlySpan<double> Differences(int effect)
    {
        difference[0].Clear();
        var deal = effects.Level(Model.Deal, effect, model.Horizon);
        for (var w = Model.FirstNoDeal; w < model.Worlds.Count; w++)
        {
            ValueKernels.AddScaledDifference(deal, effects.Level(w, effect, model.Horizon), odds[w], difference[0]);
        }

        return difference.Numbers(0);
    }
}
