using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>What the paths of a scenario begin with, have in common on their way, and must end with.</summary>
internal static class FaultSteps
{
    // What every process reads once, the situation, belongs to no scenario.
    public static async Task<Guid> WarmAsync(Fleet fleet)
    {
        await fleet.AskAsync(app => app.SubmitAsync("""{"schemaVersion":1,"situation":"river-treaty","title":"","terms":{}}"""));
        return Guid.Empty;
    }

    public static async Task<Guid> AcceptedAsync(Fleet fleet)
    {
        await WarmAsync(fleet);
        return await fleet.Observer.AcceptedAsync();
    }

    public static async Task<Guid> SucceededAsync(Fleet fleet)
    {
        var id = await SubmittedAsync(fleet, key: null);
        await fleet.WorkAsync();
        return id;
    }

    // With all its rows written, just before the end.
    public static async Task<Guid> KilledOverAsync(Fleet fleet)
    {
        var id = await AcceptedAsync(fleet);
        await fleet.KillOverAsync(Requests.Message(id), Workers.IsEnd);
        await WarmAsync(fleet);
        return id;
    }

    // By an error of Parley's own.
    public static async Task<Guid> PoisonedAsync(Fleet fleet)
    {
        fleet.ExpectWarning("given up");
        var id = await AcceptedAsync(fleet);
        var row = await fleet.Observer.RowAsync(id);
        Assert.NotNull(await fleet.Observer.Get<ScenarioTable>().ChangeAsync(row with { LastError = "InvalidCastException" }, CancellationToken.None));
        await PoisonAsync(fleet, id);
        return id;
    }

    // By deploys and kills, over and over: nobody has even begun with it.
    public static async Task<Guid> UnluckyAsync(Fleet fleet)
    {
        var id = await AcceptedAsync(fleet);
        await PoisonAsync(fleet, id);
        return id;
    }

    // Cancelled while a worker was at it, and then the message was unlucky.
    public static async Task<Guid> UnluckyStopAsync(Fleet fleet)
    {
        var id = await KilledOverAsync(fleet);
        Assert.Equal(202, (await fleet.Observer.CancelAsync(id)).Status);
        await PoisonAsync(fleet, id);
        fleet.Observer.Time.Advance(TimeSpan.FromSeconds(61));
        return id;
    }

    public static async Task<Guid> SubmittedAsync(Fleet fleet, string? key)
    {
        var answer = await fleet.AskAsync(app => app.SubmitAsync(Requests.Scenario(), key));
        Assert.Equal(202, answer.Status);
        return Guid.Parse(answer["id"]);
    }

    public static async Task<Guid> WorkedAsync(Fleet fleet, Guid id)
    {
        await fleet.WorkAsync();
        return id;
    }

    public static Task HasResultAsync(Fleet fleet, Guid id) => HasEndedAsync(fleet, id, ScenarioStatus.Succeeded);

    public static async Task HasEndedAsync(Fleet fleet, Guid id, ScenarioStatus status)
    {
        var row = await fleet.Observer.RowAsync(id);
        Assert.Equal(status, row.Status);
        Assert.Equal(status == ScenarioStatus.Succeeded ? 200 : 404, (await fleet.Observer.ImpactsAsync(id)).Status);
        Assert.Equal(status == ScenarioStatus.Succeeded ? row.Generation : 0, row.ResultGeneration);
        Assert.Empty(await fleet.Observer.DeadLetters.RowsAsync());
    }

    public static async Task IsDeletedAsync(Fleet fleet, Guid id)
    {
        Assert.Equal(ScenarioStatus.Deleted, (await fleet.Observer.RowAsync(id)).Status);
        Assert.Equal(404, (await fleet.Observer.StatusAsync(id)).Status);
        Assert.Empty(await fleet.Observer.Evaluations.RowsAsync());
    }

    // Its message has left the queue for the poison queue.
    private static async Task PoisonAsync(Fleet fleet, Guid id)
    {
        await fleet.Observer.Queue.ClearMessagesAsync();
        await fleet.Observer.PoisonQueue.SendMessageAsync(Requests.Message(id));
    }
}
