using Azure.Data.Tables;
using Azure.Storage.Queues;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

public sealed class ScenarioSubject : Subject
{
    public override QueueClient QueueOf(App app) => app.Queue;

    public override QueueClient PoisonQueueOf(App app) => app.PoisonQueue;

    public override TableClient RowsOf(App app) => app.Scenarios;

    public override Task WorkAsync(App app, string message, CancellationToken? stopping) => app.EvaluateAsync(message, stopping);

    public override Task WorkOnPoisonAsync(App app, string message) => app.PoisonAsync(message);

    public override Task TickAsync(App app) => app.TickAsync();

    public override async Task<string> UndisturbedAsync(App app)
    {
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        return Convert.ToHexString(await app.ReportAsync(id));
    }

    protected override async Task CheckOneAsync(App app, Guid id, IReadOnlyList<TableEntity> rows, string undisturbed)
    {
        var (row, results) = (await app.RowAsync(id), await app.Evaluations.RowsAsync());
        Assert.True(row.Status.HasEnded() || row.Status == ScenarioStatus.Deleted, $"It is {row.Status}.");
        Assert.Equal(row.Result is { } result ? [$"{result.Generation:D6}|{result.Attempt}"] : [], AttemptsAt(id, results));
        if (row.Result is not null)
            Assert.Equal(undisturbed, Convert.ToHexString((await app.Get<EvaluationTable>().ReadReportAsync(row.Result, CancellationToken.None))!));
        Assert.Equal(row.Status == ScenarioStatus.Deleted ? [] : [$"{row.Status}"], StatusesListed(id, rows));
    }

    private static IEnumerable<string> AttemptsAt(Guid id, IEnumerable<TableEntity> results) =>
        results.Where(row => row.PartitionKey == $"{id}").Select(row => string.Join('|', row.RowKey.Split('|')[..2])).Distinct();
}
