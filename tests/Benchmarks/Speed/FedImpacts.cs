using System.Numerics.Tensors;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Following;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Valuing;

namespace Parley.Benchmarks.Speed;

/// <summary>The engine's impacts from draws that lie in memory already: everything but the sampling.</summary>
internal sealed class FedImpacts
{
    private readonly Model model;
    private readonly int draws;
    private readonly double[] given;
    private readonly DrawMatrix rows;
    private readonly Odds odds;
    private readonly ImpactRows impacts;
    private readonly IssueValues values;
    private readonly EffectWeb effects;
    private readonly Exposures exposures;
    private readonly ImpactStatistics againstNoDeal;
    private readonly ImpactStatistics againstStatusQuo;
    private readonly Statistics statistics = new();

    public FedImpacts(Situation situation, Scenario scenario)
    {
        model = ModelBinder.Bind(situation, scenario);
        draws = scenario.Draws;
        rows = new DrawMatrix(model.Quantities.Rows);
        var components = new Components(model);
        odds = new Odds(model);
        impacts = new ImpactRows(model, components, odds);
        values = new IssueValues(model, components);
        effects = new EffectWeb(model, new EffectSchedule(model), values);
        exposures = new Exposures(model, components, values, effects);
        againstNoDeal = new ImpactStatistics(model, components, draws / LatinHypercube.Blocks, statistics);
        againstStatusQuo = new ImpactStatistics(model, components, draws / LatinHypercube.Blocks, statistics);
        given = Sample();
    }

    /// <summary>Names of the sampled rows, in the order of <see cref="Draws"/>.</summary>
    public IEnumerable<ulong> Keys => model.Quantities.Judgements.Select(judgement => judgement.Key);

    /// <summary>A row per sampled quantity, all draws.</summary>
    public double[] Draws => given;

    /// <summary>Mean impacts, for every stakeholder against no deal and the status quo in turn.</summary>
    public double[] Run()
    {
        var tally = new Tally(statistics.Count);
        var perBlock = draws / LatinHypercube.Blocks;
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            var places = tally.Block(block);
            foreach (var batch in DrawBatch.Of([block], perBlock))
            {
                var sums = new BatchTally(tally, batch);
                rows.Draws = batch.Draws;
                Feed((block * perBlock) + batch.Start);
                impacts.Clear(rows.Draws);
                odds.Compute(rows);
                values.Compute(rows, impacts);
                effects.Compute(rows);
                exposures.Compute(rows, impacts);
                againstNoDeal.Observe(impacts.AgainstNoDeal, sums);
                againstStatusQuo.Observe(impacts.AgainstStatusQuo, sums);
            }

            againstNoDeal.EndBlock(0, places);
            againstStatusQuo.EndBlock(0, places);
            Divide(places[againstNoDeal.First..againstNoDeal.End], perBlock);
            Divide(places[againstStatusQuo.First..againstStatusQuo.End], perBlock);
        }

        return [.. Enumerable.Range(0, model.Stakeholders.Count).SelectMany(s => new[]
        {
            againstNoDeal.Report(tally, s).Mean.Value, againstStatusQuo.Report(tally, s).Mean.Value,
        })];
    }

    private double[] Sample()
    {
        var sampler = new Sampler(model.Quantities, draws / LatinHypercube.Blocks);
        var sampled = new double[model.Quantities.Judgements.Count * draws];
        var perBlock = draws / LatinHypercube.Blocks;
        for (var block = 0; block < LatinHypercube.Blocks; block++)
        {
            sampler.Begin(block);
            for (var start = 0; start < perBlock; start += DrawMatrix.Capacity)
            {
                rows.Draws = Math.Min(DrawMatrix.Capacity, perBlock - start);
                sampler.Write(start, rows);
                for (var j = 0; j < model.Quantities.Judgements.Count; j++)
                {
                    rows.Numbers(model.Quantities.Judgements[j].Row).CopyTo(sampled.AsSpan((j * draws) + (block * perBlock) + start));
                }
            }
        }

        return sampled;
    }

    private void Feed(int first)
    {
        for (var j = 0; j < model.Quantities.Judgements.Count; j++)
        {
            given.AsSpan((j * draws) + first, rows.Draws).CopyTo(rows.Numbers(model.Quantities.Judgements[j].Row));
        }
    }

    private static void Divide(Span<double> sums, int count) => TensorPrimitives.Divide(sums, (double)count, sums);
}
