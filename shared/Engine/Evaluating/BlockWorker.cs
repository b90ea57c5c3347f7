using System.Numerics.Tensors;
using Parley.Engine.Accepting;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Following;
using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Valuing;

namespace Parley.Engine.Evaluating;

/// <summary>
/// Evaluates blocks of the sample, a few hundred draws at a time, in memory of its own that it uses again for the next
/// blocks. Every worker on a model lays out its statistics alike.
/// </summary>
internal sealed class BlockWorker
{
    private readonly int drawsPerBlock;
    private readonly Sampler sampler;
    private readonly DrawMatrix draws;
    private readonly Odds odds;
    private readonly ImpactRows impacts;
    private readonly IssueValues values;
    private readonly EffectWeb effects;
    private readonly Exposures exposures;

    public BlockWorker(Model model, int drawsPerBlock, IReadOnlyList<Analysis> analyses)
    {
        this.drawsPerBlock = drawsPerBlock;
        sampler = new Sampler(model.Quantities, drawsPerBlock);
        draws = new DrawMatrix(model.Quantities.Rows);
        odds = new Odds(model);
        var components = new Components(model);
        var schedule = new EffectSchedule(model);
        impacts = new ImpactRows(model, components, odds);
        values = new IssueValues(model, components);
        effects = new EffectWeb(model, schedule, values);
        exposures = new Exposures(model, components, values, effects);

        var statistics = new Statistics();
        if (analyses.Contains(Analysis.Impacts))
        {
            AgainstNoDeal = new ImpactStatistics(model, components, drawsPerBlock, statistics);
            AgainstStatusQuo = new ImpactStatistics(model, components, drawsPerBlock, statistics);
        }

        if (analyses.Contains(Analysis.Acceptance))
        {
            Acceptance = new Acceptance(model, components, statistics);
        }

        if (analyses.Contains(Analysis.Effects))
        {
            Effects = new EffectStatistics(model, schedule, effects, odds, drawsPerBlock, statistics);
            Paths = new PathStatistics(model, effects, statistics);
        }

        if (model.Hazard is { } hazard)
        {
            Survival = new SurvivalStatistics(model, hazard, drawsPerBlock, statistics);
        }

        if (model.Measures is { } measures)
        {
            Measures = new MeasureStatistics(model, measures, effects, drawsPerBlock, statistics);
        }

        Statistics = statistics.Count;
    }

    /// <summary>Number of statistics per block.</summary>
    public int Statistics { get; }

    public ImpactStatistics? AgainstNoDeal { get; }

    public ImpactStatistics? AgainstStatusQuo { get; }

    public Acceptance? Acceptance { get; }

    public EffectStatistics? Effects { get; }

    public PathStatistics? Paths { get; }

    public SurvivalStatistics? Survival { get; }

    public MeasureStatistics? Measures { get; }

    /// <summary>Writes the statistics of some blocks, no more than go together.</summary>
    public void Run(IReadOnlyList<int> blocks, Tally tally, CancellationToken cancellation)
    {
        foreach (var batch in DrawBatch.Of(blocks, drawsPerBlock))
        {
            cancellation.ThrowIfCancellationRequested();
            sampler.Write(batch, draws);
            Evaluate();
            Observe(new BatchTally(tally, batch));
        }

        for (var place = 0; place < blocks.Count; place++)
        {
            EndBlock(place, tally.Block(blocks[place]));
        }
    }

    private void Evaluate()
    {
        impacts.Clear(draws.Draws);
        odds.Compute(draws);
        values.Compute(draws, impacts);
        effects.Compute(draws);
        exposures.Compute(draws, impacts);
    }

    private void Observe(BatchTally tally)
    {
        AgainstNoDeal?.Observe(impacts.AgainstNoDeal, tally);
        AgainstStatusQuo?.Observe(impacts.AgainstStatusQuo, tally);
        Acceptance?.Observe(draws, impacts, tally);
        Effects?.Observe(tally);
        Paths?.Observe(draws, tally);
        Survival?.Observe(draws, tally);
        Measures?.Observe(draws, tally);
    }

    private void EndBlock(int place, Span<double> tally)
    {
        AgainstNoDeal?.EndBlock(place, tally);
        AgainstStatusQuo?.EndBlock(place, tally);
        Effects?.EndBlock(place, tally);
        Survival?.EndBlock(place, tally);
        Measures?.EndBlock(place, tally);
        ToMeans(tally, AgainstNoDeal?.First, AgainstNoDeal?.End);
        ToMeans(tally, AgainstStatusQuo?.First, AgainstStatusQuo?.End);
        ToMeans(tally, Acceptance?.Places.First, Acceptance?.Places.End);
        ToMeans(tally, Effects?.First, Effects?.End);
        ToMeans(tally, Paths?.First, Paths?.End);
        ToMeans(tally, Survival?.First, Survival?.End);
        ToMeans(tally, Measures?.First, Measures?.End);
    }

    private void ToMeans(Span<double> tally, int? first, int? end)
    {
        if (first is { } from && end is { } to)
        {
            TensorPrimitives.Divide(tally[from..to], drawsPerBlock, tally[from..to]);
        }
    }
}
