using Parley.Functions.Storage;
using Parley.Functions.Tests.Faults;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>A sweep that somebody stops, at every call to storage in turn of the worker that hands it out, evaluates and summarises it.</summary>
[Trait("Suite", "Long")]
public sealed class RaceTests(SharedAzurite azurite)
{
    // Two chunks.
    private const int Variants = 501;

    // What a host does with the message, not the worker.
    private static readonly string[] OfTheHost = ["receive", "delete"];

    [Theory]
    [InlineData("cancel", 200)]
    [InlineData("delete", 204)]
    public async Task Whenever_a_sweep_is_stopped_between_a_workers_calls_it_stays_so_in_one_piece(string change, int answers)
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var result = await ResultAsync(app);
        var calls = 0;
        for (var call = 1; call == 1 || calls >= call - 1; call++)
        {
            Assert.InRange(call, 1, 60);
            var id = await app.AcceptedSweepAsync(Sweeps.Json(size: Variants), $"{change} at call {call}");
            calls = 0;
            var (at, answer) = (call, (Answer?)null);
            worker.Wire.Before = async (made, _) =>
            {
                if (!OfTheHost.Contains(CallNames.Of(made)) && Interlocked.Increment(ref calls) == at)
                    answer = await (change == "cancel" ? app.CancelSweepAsync(id) : app.DeleteSweepAsync(id));
            };
            await worker.RunSweepMessagesAsync();
            worker.Wire.Before = (_, _) => Task.CompletedTask;

            Assert.Equal((at, answers), (at, answer?.Status ?? answers));
            await CheckAsync(app, id, answer is null ? ScenarioStatus.Succeeded : change == "cancel" ? ScenarioStatus.Cancelled : ScenarioStatus.Deleted, result);
        }

        Assert.InRange(calls, 20, 60); // All that it takes when nobody stops it.
    }

    private static async Task<string> ResultAsync(App app)
    {
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: Variants));
        await app.RunSweepMessagesAsync();
        return await app.SweepResultAsync(id);
    }

    private static async Task CheckAsync(App app, Guid id, ScenarioStatus expected, string result)
    {
        Assert.Equal(expected, (await app.SweepRowAsync(id)).Status);
        Assert.DoesNotContain(await app.SweepRows().RowsAsync(), row => row.RowKey == Keys.Outbox(id));
        Assert.Empty(await app.SweepMessagesAsync());
        Assert.Empty(await app.DeadLetters.RowsAsync());
        var chunks = await app.ChunksAsync(id);
        if (expected == ScenarioStatus.Succeeded)
            Assert.Equal(result, await app.SweepResultAsync(id));
        if (expected == ScenarioStatus.Deleted)
            Assert.DoesNotContain(await app.ChunkRows().RowsAsync(), row => row.PartitionKey == $"{id}");
        if (expected == ScenarioStatus.Cancelled) // What was evaluated by then can be read.
            Assert.Equal(chunks.Values.Where(chunk => chunk.IsDone).Sum(chunk => chunk.Number == 0 ? 500 : 1), (await app.VariantsAsync(id)).Json["variants"]!.AsArray().Count);
        Assert.Equal(expected == ScenarioStatus.Deleted ? 404 : 200, (await app.SweepAsync(id)).Status);
    }
}
