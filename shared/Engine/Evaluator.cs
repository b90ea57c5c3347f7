using System.Text.Json;
using Parley.Engine.Bargaining;
using Parley.Engine.Binding;
using Parley.Engine.Driving;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Engine.Offering;
using Parley.Engine.Sampling;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Stability;

namespace Parley.Engine;

/// <summary>The engine's door.</summary>
public static class Evaluator
{
    /// <summary>
    /// Evaluates a scenario. The result is a pure function of the documents: the number of threads changes no byte.
    /// </summary>
    /// <param name="situation">A checked situation.</param>
    /// <param name="scenario">A scenario checked against it.</param>
    /// <param name="settings">How to run.</param>
    /// <param name="cancellation">Looked at every few hundred draws.</param>
    /// <exception cref="ArgumentException">The documents do not fit together, draws is not a positive multiple of 20, or the short horizon not from 1 to the horizon.</exception>
    /// <exception cref="EngineFaultException">Something is wrong with the engine.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Evaluation Evaluate(
        Situation situation, Scenario scenario, EvaluationSettings settings, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scenario.Draws, LatinHypercube.Blocks);
        ArgumentOutOfRangeException.ThrowIfNotEqual(scenario.Draws % LatinHypercube.Blocks, 0, nameof(scenario));
        ArgumentOutOfRangeException.ThrowIfLessThan(scenario.ShortHorizon, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scenario.ShortHorizon, scenario.Horizon);
        var model = ModelBinder.Bind(situation, scenario);
        BoundOutput.Check(scenario.Drivers?.Outputs ?? [], model);

        // Analyses with samples of their own leave nothing to draw.
        var drawsPerBlock = scenario.Analyses.Any(Scenario.DefaultAnalyses.Contains) ? scenario.Draws / LatinHypercube.Blocks : 1;
        var first = new BlockWorker(model, drawsPerBlock, scenario.Analyses);
        var tally = new Tally(first.Statistics);
        var evaluation = EngineFaultException.Locate("the sample", () =>
        {
            if (first.Statistics > 0)
                Run(model, scenario, settings.Threads, first, tally, cancellation);
            return new ReportWriter(model, tally, first).Write(situation, scenario);
        }) with
        {
            Stability = Analyse(scenario, Analysis.Stability, () => StabilityAnalysis.Run(situation, scenario, cancellation)),
            Drivers = Analyse(scenario, Analysis.Drivers, () => DriversAnalysis.Run(situation, scenario, settings.Threads, cancellation)),
            Bargaining = Analyse(scenario, Analysis.Bargaining, () => BargainingAnalysis.Run(model, new OutcomeConsent(situation, scenario, cancellation), cancellation)),
            CounterOffers = Analyse(scenario, Analysis.CounterOffers, () => CounterOfferAnalysis.Run(situation, scenario, cancellation)),
        };
        return evaluation with { Narration = EngineFaultException.Locate("the narration", () => Narrator.Tell(situation, scenario, evaluation)) };
    }

    /// <summary>Independent inputs of a scenario's sample: what the work of <see cref="Analysis.Drivers"/> grows with.</summary>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static int CountInputs(Situation situation, Scenario scenario) => DriversAnalysis.CountInputs(situation, scenario);

    private static T? Analyse<T>(Scenario scenario, Analysis analysis, Func<T> run)
        where T : class => scenario.Analyses.Contains(analysis) ? EngineFaultException.Locate($"the analysis {JsonNamingPolicy.CamelCase.ConvertName($"{analysis}")}", run) : null;

    private static void Run(Model model, Scenario scenario, int threads, BlockWorker first, Tally tally, CancellationToken cancellation)
    {
        var drawsPerBlock = scenario.Draws / LatinHypercube.Blocks;
        var together = DrawBatch.Blocks(drawsPerBlock, threads);
        if (threads == 1)
        {
            foreach (var blocks in together)
            {
                first.Run(blocks, tally, cancellation);
            }

            return;
        }

        var spare = first;
        Parallel.ForEach(
            together,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => Interlocked.Exchange(ref spare, null)
                ?? new BlockWorker(model, drawsPerBlock, scenario.Analyses),
            (blocks, _, worker) =>
            {
                worker.Run(blocks, tally, cancellation);
                return worker;
            },
            _ => { });
    }
}
