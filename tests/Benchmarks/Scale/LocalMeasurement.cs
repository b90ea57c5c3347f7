using System.Text.Json.Nodes;
using Parley.Benchmarks.Load;
using Parley.Local;

namespace Parley.Benchmarks.Scale;

/// <summary>What was measured on this machine.</summary>
/// <param name="Calls">Each call of storage by itself.</param>
/// <param name="OwnLook">Seconds of a processor for a request that asks for the status, without its call.</param>
/// <param name="Rounds">By submitters and workers.</param>
internal sealed record LocalMeasurement(
    CallCosts Calls, double OwnLook, int ResultRows, int StoredBytes, IReadOnlyDictionary<(int Submitters, int Workers), IReadOnlyList<LoadRound>> Rounds)
{
    public static async Task<LocalMeasurement> MakeAsync(
        string scenario, int draws, IReadOnlyList<(int Submitters, int Workers)> configurations, int scenarios, int rounds, int times)
    {
        var document = LoadCommand.Options.Document(scenario, draws);
        var measured = configurations.ToDictionary(each => each, _ => new List<LoadRound>());
        var (calls, look, size) = await CallsAsync(document, times);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (submitters, workers) in configurations)
            {
                // Each on a storage of its own, in memory and less than a minute old, as for the load command and for its reason.
                await using var azurite = await Azurite.StartAsync();
                await using var product = await Product.StartAsync(azurite, document, workers);
                await product.RunAsync(new LoadPlan(20, 8, workers), new LoadTimes());
                measured[(submitters, workers)].Add(await LoadRound.MeasureAsync(new LoadPlan(scenarios, submitters, workers), azurite, product.RunAsync));
            }
        }

        return new LocalMeasurement(
            calls, Math.Max(0, look - calls.Look.Client), size.Rows, size.Bytes, measured.ToDictionary(each => each.Key, each => (IReadOnlyList<LoadRound>)each.Value));
    }

    /// <summary>Each call by itself, once everything is compiled; what one look at a status costs this process; and how much a scenario leaves.</summary>
    private static async Task<(CallCosts Calls, double Look, (int Rows, int Bytes) Size)> CallsAsync(JsonObject document, int times)
    {
        await using var azurite = await Azurite.StartAsync();
        var (bare, look) = await PrepareAsync(azurite, document, times);
        return (await bare.MeasureAsync(azurite, times), look, (bare.ResultRows, bare.StoredBytes));
    }

    private static async Task<(BareCalls Bare, double Look)> PrepareAsync(Azurite azurite, JsonObject document, int times)
    {
        await using var product = await Product.StartAsync(azurite, document, workers: 1);
        await product.RunAsync(new LoadPlan(100, 8, 1), new LoadTimes());
        var location = await product.SubmitAsync();
        while (!await product.HasEndedAsync(null, location))
            await Task.Delay(LoadPlan.BetweenPolls);
        var bare = await BareCalls.PrepareAsync(azurite, Guid.Parse(location.OriginalString.Split('/')[^1]));
        await bare.MeasureAsync(azurite, times);

        var begun = Environment.CpuUsage.TotalTime;
        await Parallel.ForEachAsync(Enumerable.Range(0, times), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) => await product.HasEndedAsync(null, location));
        return (bare, (Environment.CpuUsage.TotalTime - begun).TotalSeconds / times);
    }
}
