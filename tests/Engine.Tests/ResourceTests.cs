using Parley.Engine.Evaluating;

namespace Parley.Engine.Tests;

/// <summary>What an evaluation takes.</summary>
public sealed class ResourceTests
{
    /// <summary>The promise for the default set of analyses at the reference size.</summary>
    public const long MemoryLimit = 64L << 20;

    [Fact]
    public void An_evaluation_of_the_reference_size_allocates_less_than_64_megabytes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluator.Evaluate(
            ReferenceSize.Situation(), ReferenceSize.Scenario(), new EvaluationSettings(1), TestContext.Current.CancellationToken);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MemoryLimit);
    }

    [Fact]
    public void No_draw_allocates()
    {
        // Twice the draws need twice the buffers that keep a block for its quantiles and nothing else per draw.
        long Allocated(int draws)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Evaluator.Evaluate(
                ReferenceSize.Situation(), ReferenceSize.Scenario(draws: draws), new EvaluationSettings(1), TestContext.Current.CancellationToken);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Per draw and block: about 300 ranges, 24 impacts, 25 effects by year, survival by year and the subordination, 8 bytes
        // each, and the quantiles' own copies.
        const long bytesPerDrawOfABlock = 8 * 620;
        Assert.InRange(Allocated(40_000) - Allocated(20_000), 0, bytesPerDrawOfABlock * 1_000);
    }
}
