using Parley.Functions.Evaluating;
using Parley.Functions.Settings;

namespace Parley.Functions.Tests.Evaluating;

public sealed class EvaluationGateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_that_is_given_back_twice_lets_one_more_in_not_two()
    {
        using var gate = new EvaluationGate(new EvaluationOptions { Threads = Environment.ProcessorCount });
        var first = await gate.EnterAsync(Cancellation);
        var second = gate.EnterAsync(Cancellation);
        Assert.False(second.IsCompleted);

        first.Dispose();
        first.Dispose();

        await second;
        Assert.False(gate.EnterAsync(Cancellation).IsCompleted);
    }
}
