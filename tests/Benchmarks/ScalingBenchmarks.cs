using BenchmarkDotNet.Attributes;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Tests;

namespace Parley.Benchmarks;

/// <summary>How the time grows with draws, stakeholders and issues.</summary>
[InProcess]
[MemoryDiagnoser]
public class ScalingBenchmarks
{
    private readonly EvaluationSettings oneThread = new(1);

    [Benchmark]
    [Arguments(1_000, 12, 12)]
    [Arguments(100_000, 12, 12)]
    [Arguments(10_000, 6, 12)]
    [Arguments(10_000, 24, 12)]
    [Arguments(10_000, 12, 6)]
    [Arguments(10_000, 12, 20)]
    public Evaluation Evaluate(int draws, int stakeholders, int issues) => Evaluator.Evaluate(
        ReferenceSize.Situation(stakeholders, issues), ReferenceSize.Scenario(issues, draws), oneThread, CancellationToken.None);
}
