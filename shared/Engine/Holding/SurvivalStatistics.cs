using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Sampling;

namespace Parley.Engine.Holding;

/// <summary>Statistics of the deal's survival by year and of what each factor does to it.</summary>
internal sealed class SurvivalStatistics
{
    private readonly Model model;
    private readonly BoundHazard hazard;
    private readonly BaseHazard chosen;
    private readonly Survival survival;
    private readonly Spread spread;
    private readonly int means;
    private readonly int hazards;
    private readonly int shift;
    private readonly int levels;
    private readonly int parts;

    public SurvivalStatistics(Model model, BoundHazard hazard, int drawsPerBlock, Statistics statistics)
    {
        this.model = model;
        this.hazard = hazard;
        chosen = new BaseHazard(hazard.Base);
        survival = new Survival(hazard, chosen, model.Horizon);
        First = statistics.Count;
        means = statistics.Reserve(model.Horizon);
        hazards = statistics.Reserve(2);
        shift = statistics.Reserve();
        levels = statistics.Reserve(hazard.Factors.Count);
        parts = statistics.Reserve(hazard.Factors.Count);
        End = statistics.Count;
        spread = new Spread(model.Horizon, drawsPerBlock, statistics);
    }

    /// <summary>The first of the sums that become means.</summary>
    public int First { get; }

    /// <summary>One past the last of them.</summary>
    public int End { get; }

    public void Observe(DrawMatrix draws, BatchTally tally)
    {
        survival.Compute(draws);
        for (var year = 1; year <= model.Horizon; year++)
        {
            spread.Observe(year - 1, tally.Batch.Start, survival.Curve(year));
            tally.AddSum(means + year - 1, survival.Curve(year));
        }

        tally.AddSum(hazards, survival.Hazard(1));
        tally.AddSum(hazards + 1, survival.Hazard(BaseHazard.EarlyYears + 1));
        tally.AddSum(shift, survival.Shift);
        for (var f = 0; f < hazard.Factors.Count; f++)
        {
            tally.AddSum(levels + f, survival.Level(f));
            tally.AddSum(parts + f, survival.Part(f));
        }
    }

    /// <param name="place">Of the block, among those that go together.</param>
    public void EndBlock(int place, Span<double> tally) => spread.EndBlock(place, tally);

    /// <summary>The first block's probabilities that the deal holds to the end of a year, draw by draw.</summary>
    public ReadOnlySpan<double> Draws(int year) => spread.Draws(year - 1);

    /// <summary>Place of the mean of that.</summary>
    public int Mean(int year) => means + year - 1;

    public DurabilityReport Report(Tally tally)
    {
        var baseRates = chosen.Survival(model.Horizon);
        SurvivalYear At(int year) => new(
            year,
            baseRates[year - 1],
            tally[means + year - 1],
            tally[spread.Median(year - 1)],
            tally[spread.Low80(year - 1)],
            tally[spread.High80(year - 1)]);
        FactorPart[] factors =
        [
            .. hazard.Factors.Select((f, place) => new FactorPart(f.Factor.Id, f.Factor.Name, tally[levels + place], tally[parts + place])),
        ];
        return new DurabilityReport(
            hazard.Base.Id,
            [.. Enumerable.Range(1, model.Horizon).Select(At)],
            At(model.ShortHorizon),
            At(model.Horizon),
            [.. Periods(tally, factors.Sum(factor => factor.Part.Value))],
            [.. factors.OrderByDescending(factor => Settled.Size(factor.Part))],
            [.. hazard.Hazard.Classes.Select(rate => new BaseRateCurve(rate, new BaseHazard(rate).Survival(model.Horizon)))],
            DurabilityWording.Note(hazard.Base, model.Horizon));
    }

    private IEnumerable<HazardPeriod> Periods(Tally tally, double sumOfParts)
    {
        var isSplit = chosen.HasPeriods && model.Horizon > BaseHazard.EarlyYears;
        yield return Period(1, isSplit ? BaseHazard.EarlyYears : model.Horizon, chosen.EarlyLogOdds, tally[hazards]);
        if (isSplit)
        {
            yield return Period(BaseHazard.EarlyYears + 1, model.Horizon, chosen.LateLogOdds, tally[hazards + 1]);
        }

        HazardPeriod Period(int from, int to, double logOdds, Estimate mean) => new(
            from, to, BaseHazard.Hazard(logOdds), logOdds, mean, tally[shift] with { Value = logOdds + sumOfParts });
    }
}
