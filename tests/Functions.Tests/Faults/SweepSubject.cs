using Azure.Data.Tables;
using Azure.Storage.Queues;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

public sealed class SweepSubject : Subject
{
    private static readonly string[] Complete = [.. Enumerable.Range(0, Running.Sweeps.Chunks).Select(Keys.Chunk), Keys.SweepSummary];

    public override QueueClient QueueOf(App app) => app.SweepQueue();

    public override QueueClient PoisonQueueOf(App app) => app.Get<QueueServiceClient>().GetQueueClient(app.Names.SweepPoisonMessages);

    public override TableClient RowsOf(App app) => app.SweepRows();

    public override Task WorkAsync(App app, string message, CancellationToken? stopping) => app.WorkAsync(message, stopping);

    public override Task WorkOnPoisonAsync(App app, string message) => app.PoisonSweepAsync(message);

    public override Task TickAsync(App app) => app.LookAsync();

    public override async Task<string> UndisturbedAsync(App app)
    {
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        return await app.SweepResultAsync(id);
    }

    protected override async Task CheckOneAsync(App app, Guid id, IReadOnlyList<TableEntity> rows, string undisturbed)
    {
        var row = await app.SweepRowAsync(id);
        var stored = (await app.ChunkRows().RowsAsync()).Where(each => each.PartitionKey == $"{id}").Select(each => each.RowKey).ToArray();
        Assert.True(row.Status.HasEnded() || row.Status == ScenarioStatus.Deleted, $"It is {row.Status}.");
        Assert.Equal(row.Status == ScenarioStatus.Deleted ? [] : [$"{row.Status}"], StatusesListed(id, rows));
        if (row.Status == ScenarioStatus.Deleted)
            Assert.Empty(stored);
        if (row.Status != ScenarioStatus.Succeeded)
            return;
        Assert.Equal(Complete, stored);
        Assert.Equal(undisturbed, await app.SweepResultAsync(id));
    }
}
