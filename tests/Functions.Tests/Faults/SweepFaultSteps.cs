using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>What the paths of a sweep begin with, have in common on their way, and must end with.</summary>
internal static class SweepFaultSteps
{
    // What every process reads once, the situation, belongs to no sweep.
    public static async Task<Guid> WarmAsync(Fleet fleet)
    {
        await fleet.AskAsync(app => app.ValidateSweepAsync(Sweeps.Json()));
        return Guid.Empty;
    }

    // By an error of Parley's own over the last chunk.
    public static async Task<Guid> PoisonedAsync(Fleet fleet)
    {
        fleet.ExpectWarning("given up");
        var id = await HandedOutAsync(fleet, done: [0, 1], left: []);
        var poisoned = new SweepChunk(id, 2, Claims: 1, LastError: "InvalidCastException");
        Assert.NotNull(await fleet.Observer.Get<SweepChunkTable>().ChangeAsync(poisoned, CancellationToken.None));
        await fleet.Observer.Get<SweepMessages>().SendPoisonAsync(SweepMessage.For(id, 2).ToJson(), TimeSpan.Zero);
        return id;
    }

    /// <summary>Some chunks are done; the queue holds the messages of those that are left to the path.</summary>
    public static async Task<Guid> HandedOutAsync(Fleet fleet, int[] done, int[] left)
    {
        await WarmAsync(fleet);
        return await LeftAsync(fleet, done, left);
    }

    /// <summary>The same, left to a process that has done nothing before.</summary>
    public static async Task<Guid> LeftAsync(Fleet fleet, int[] done, int[] left)
    {
        var id = await fleet.Observer.AcceptedSweepAsync();
        await fleet.Observer.WorkAsync(id);
        await fleet.Observer.SweepQueue().ClearMessagesAsync();
        foreach (var chunk in done)
            await fleet.Observer.WorkAsync(id, chunk);
        foreach (var chunk in left)
            await fleet.Observer.Get<SweepMessages>().SendAsync(SweepMessage.For(id, chunk));
        return id;
    }

    // One chunk is done, a worker was killed over another one, nobody has begun with the third.
    public static async Task<Guid> MidRunAsync(Fleet fleet)
    {
        var id = await HandedOutAsync(fleet, done: [0], left: [1, 2]);
        await fleet.KillOverAsync(SweepMessage.For(id, 1).ToJson(), call => CallNames.Of(call) == "numbers");
        await WarmAsync(fleet);
        return id;
    }

    // The first chunk has numbers of an older engine; somebody has claimed the summary before that was deployed, and fell silent.
    public static async Task<Guid> OfTwoEnginesAsync(Fleet fleet)
    {
        var id = await HandedOutAsync(fleet, done: [0], left: []);
        await fleet.Observer.DamageChunkAsync(id, 0, "EngineVersion", "1");
        foreach (var chunk in new[] { 1, 2 })
            await fleet.Observer.WorkAsync(id, chunk);
        var silent = (await fleet.Observer.SweepRowAsync(id)).Claimed("who fell silent", fleet.Observer.Time.GetUtcNow().AddMinutes(-1));
        Assert.NotNull(await fleet.Observer.Get<SweepTable>().ChangeAsync(silent, CancellationToken.None));
        await fleet.Observer.Get<SweepMessages>().SendAsync(SweepMessage.For(id, 0));
        return id;
    }

    // Over the last chunk, or over the summary that it made.
    public static async Task<Guid> KilledOverAsync(Fleet fleet, string at, int[] left)
    {
        var id = await HandedOutAsync(fleet, done: [0, 1], left);
        await fleet.KillOverAsync(SweepMessage.For(id, 2).ToJson(), call => CallNames.Of(call) == at);
        await WarmAsync(fleet);
        fleet.Observer.Time.Advance(TimeSpan.FromSeconds(61));
        return id;
    }

    /// <summary>Somebody deletes the sweep, and somebody else removes it, before a worker's call; that worker may have died earlier.</summary>
    public static async Task<Guid> RemovedMeanwhileAsync(Fleet fleet, Guid id, string before)
    {
        var isRemoved = false;
        fleet.MeanwhileAt(call => CallNames.Of(call) == before, RemoveAsync);
        await fleet.WorkAsync();
        if (!isRemoved)
            await RemoveAsync();
        return await WorkedAsync(fleet, id);

        async Task RemoveAsync()
        {
            isRemoved = true;
            Assert.Equal(204, (await fleet.Observer.DeleteSweepAsync(id)).Status);
            await fleet.Observer.WorkAsync(id);
        }
    }

    public static async Task<Guid> LookedAndWorkedAsync(Fleet fleet, Guid id)
    {
        await fleet.TryAsync(app => app.LookAsync());
        return await WorkedAsync(fleet, id);
    }

    public static async Task<Guid> WorkedAsync(Fleet fleet, Guid id, int messages = 1)
    {
        for (; messages > 0; messages--)
            await fleet.WorkAsync();
        return id;
    }

    public static async Task HasResultAsync(Fleet fleet, Guid id)
    {
        Assert.Equal(ScenarioStatus.Succeeded, (await fleet.Observer.SweepRowAsync(id)).Status);
        Assert.Single(await fleet.Observer.SweepRows().RowsAsync(), row => row.RowKey.StartsWith("s|", StringComparison.Ordinal));
        Assert.Equal("Succeeded", (await fleet.Observer.SweepAsync(id))["status"]);
        Assert.Empty(await fleet.Observer.DeadLetters.RowsAsync());
    }

    public static async Task IsDeletedAsync(Fleet fleet, Guid id)
    {
        Assert.Equal(ScenarioStatus.Deleted, (await fleet.Observer.SweepRowAsync(id)).Status);
        Assert.Equal(404, (await fleet.Observer.SweepAsync(id)).Status);
        Assert.Empty(await fleet.Observer.ChunkRows().RowsAsync());
        Assert.Empty(await fleet.Observer.DeadLetters.RowsAsync());
    }
}
