using System.Text.Json;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Tests;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(10_000)]
    public void One_thread_and_two_threads_give_the_same_bytes(int draws)
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: draws));
        var cancellation = TestContext.Current.CancellationToken;
        var one = JsonSerializer.SerializeToUtf8Bytes(Evaluator.Evaluate(situation, scenario, new EvaluationSettings(1), cancellation));
        var two = JsonSerializer.SerializeToUtf8Bytes(Evaluator.Evaluate(situation, scenario, new EvaluationSettings(2), cancellation));
        Assert.Equal(one, two);
    }
}
