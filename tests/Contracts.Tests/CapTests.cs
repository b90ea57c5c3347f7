using System.Diagnostics;
using System.Text;
using Parley.Contracts.Tests.Fuzzing;
using Parley.Engine;
using Parley.Engine.Evaluating;

namespace Parley.Contracts.Tests;

/// <summary>What may be asked for at most can also be answered.</summary>
public class CapTests
{
    /// <summary>Half of the time after which a host gives up on a function; it takes a quarter of a minute where nothing else runs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Fact]
    public void As_many_draws_stakeholders_and_issues_as_the_cap_allows_are_evaluated_in_little_memory_and_within_a_functions_time()
    {
        const long mostBytes = 512 << 20;
        const int draws = 200_000;
        var situation = SituationReader.Read(CanonicalJson.Of(Largest.Of(Sample.Situation))).Value!;
        var scenario = ScenarioReader.Read(
            Encoding.UTF8.GetBytes($$"""{"schemaVersion":1,"situation":"{{Largest.Id}}","title":"All of it","terms":{"discharge":50},"draws":{{draws}}}"""), situation).Value!;
        Assert.Equal(EvaluationCost.Max, EvaluationCost.Of(scenario, situation));

        var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var evaluation = Evaluator.Evaluate(situation, scenario, new EvaluationSettings(1), CancellationToken.None);

        Assert.Equal(40, evaluation.Impacts!.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, mostBytes);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Longest);
    }
}
