using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests;

/// <summary>The result is a function of the documents and nothing else.</summary>
public sealed class DeterminismTests
{
    /// <summary>Other vector widths sum in another order; relative to 1 + the number's size.</summary>
    private const double OtherProcessor = 1e-9;

    [Theory]
    [InlineData(200)]
    [InlineData(10_000)]
    public void One_thread_and_two_threads_give_the_same_bytes(int draws)
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: draws));
        Assert.Equal(Json.Of(Build.Evaluate(situation, scenario)), Json.Of(Build.Evaluate(situation, scenario, threads: 2)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(300)]
    public void Blocks_that_are_evaluated_together_have_the_numbers_of_each_alone(int drawsPerBlock)
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: drawsPerBlock * LatinHypercube.Blocks));
        var worker = new BlockWorker(ModelBinder.Bind(situation, scenario), drawsPerBlock, scenario.Analyses);
        var (together, alone) = (new Tally(worker.Statistics), new Tally(worker.Statistics));
        foreach (var blocks in DrawBatch.Blocks(drawsPerBlock, threads: 1))
            worker.Run(blocks, together, CancellationToken.None);
        for (var block = LatinHypercube.Blocks - 1; block >= 0; block--)
            worker.Run([block], alone, CancellationToken.None);

        for (var block = 0; block < LatinHypercube.Blocks; block++)
            Assert.Equal(alone.Block(block).ToArray(), together.Block(block).ToArray());
        Assert.NotEqual(alone.Block(0).ToArray(), alone.Block(1).ToArray());
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(4, 4)]
    [InlineData(40, 20)]
    public void There_is_work_for_every_thread(int threads, int parts)
    {
        var all = DrawBatch.Blocks(drawsPerBlock: 10, threads).ToArray();

        Assert.Equal(parts, all.Length);
        Assert.Equal(Enumerable.Range(0, LatinHypercube.Blocks), all.SelectMany(blocks => blocks));
    }

    [Fact]
    public void Any_document_gives_the_same_bytes_again_and_on_two_threads() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var first = Json.Of(Build.Evaluate(situation, scenario));
            Assert.Equal(first, Json.Of(Build.Evaluate(situation, scenario)));
            Assert.Equal(first, Json.Of(Build.Evaluate(situation, scenario, threads: 2)));
        },
        iter: Effort.Of(60),
        threads: 1);

    [Fact]
    public void Another_seed_gives_other_numbers_and_seed_0_is_a_seed_of_its_own()
    {
        var situation = ReferenceSize.Situation();
        string[] seeds = [.. new[] { 0L, 1, 2, 9_007_199_254_740_991 }.Select(seed => JsonSerializer.Serialize(
            Build.Evaluate(situation, ReferenceSize.Scenario(draws: 200, seed: seed)).Impacts))];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }

    [Fact]
    public async Task A_processor_without_wide_vectors_agrees_to_nine_digits()
    {
        var wide = await Probe(null);
        var narrow = await Probe("0");
        Assert.NotEmpty(wide);
        Assert.Equal(wide.Length, narrow.Length);
        foreach (var (one, other) in wide.Zip(narrow))
        {
            Assert.True(Math.Abs(one - other) <= OtherProcessor * (1 + Math.Abs(one)), $"{one:R} and {other:R}");
        }
    }

    [Fact]
    public async Task Another_process_gives_the_same_numbers_to_the_last_digit()
    {
        var here = Numbers(JsonSerializer.SerializeToElement(
            Build.Evaluate(ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 2_000))));
        Assert.Equal(here, await Probe(null));
    }

    /// <summary>Runs the reference evaluation in a process of its own.</summary>
    /// <param name="avx2">Value of DOTNET_EnableAVX2; null leaves the processor as it is.</param>
    private static async Task<double[]> Probe(string? avx2)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Parley.Engine.Probe.dll"), "2000"])
        {
            RedirectStandardOutput = true,
        };
        if (avx2 is not null)
        {
            start.Environment["DOTNET_EnableAVX2"] = avx2;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return Numbers(JsonDocument.Parse(output).RootElement);
    }

    private static double[] Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [element.GetDouble()],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Numbers)],
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(member => Numbers(member.Value))],
        _ => [],
    };
}
