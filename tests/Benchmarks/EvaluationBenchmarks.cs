using BenchmarkDotNet.Attributes;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests;

namespace Parley.Benchmarks;

/// <summary>The reference size of the engine design, 10,000 draws on one core.</summary>
[InProcess]
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private readonly Situation situation = ReferenceSize.Situation();
    private readonly Scenario scenario = ReferenceSize.Scenario();

    [Benchmark]
    public Evaluation DefaultSetOnOneCore() => Evaluator.Evaluate(situation, scenario, new EvaluationSettings(1), CancellationToken.None);

    [Benchmark]
    public Evaluation ValuesAcceptanceAndEffectsOnOneCore() => Evaluator.Evaluate(
        situation,
        scenario with { Analyses = [Analysis.Impacts, Analysis.Acceptance, Analysis.Effects] },
        new EvaluationSettings(1),
        CancellationToken.None);

    [Benchmark]
    public Evaluation ImpactsAlone() => Evaluator.Evaluate(
        situation, scenario with { Analyses = [Analysis.Impacts] }, new EvaluationSettings(1), CancellationToken.None);
}
