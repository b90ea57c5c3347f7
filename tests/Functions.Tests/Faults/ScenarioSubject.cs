using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <param name="accept">Submits one of those that are walked.</param>
public sealed class ScenarioSubject(Func<App, Task<Guid>> accept) : Subject
{
    // Keys differ from attempt to attempt, and storage notes when it was written.
    private static readonly string[] OfTheRow = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public override QueueClient QueueOf(App app) => app.Queue;

    public override QueueClient PoisonQueueOf(App app) => app.PoisonQueue;

    public override TableClient RowsOf(App app) => app.Scenarios;

    public override Task WorkAsync(App app, string message, CancellationToken? stopping) => app.EvaluateAsync(message, stopping);

    public override Task WorkOnPoisonAsync(App app, string message) => app.PoisonAsync(message);

    public override Task TickAsync(App app) => app.TickAsync();

    public override async Task<string> UndisturbedAsync(App app)
    {
        var id = await accept(app);
        await app.RunMessagesAsync();
        var row = await app.RowAsync(id);
        Assert.Equal(ScenarioStatus.Succeeded, row.Status);
        return await ToldAsync(app, row.Result!, await app.Evaluations.RowsAsync());
    }

    protected override async Task CheckOneAsync(App app, Guid id, IReadOnlyList<TableEntity> rows, string undisturbed)
    {
        var (row, results) = (await app.RowAsync(id), await app.Evaluations.RowsAsync());
        Assert.True(row.Status.HasEnded() || row.Status == ScenarioStatus.Deleted, $"It is {row.Status}.");
        Assert.Equal(row.Result is { } result ? [$"{result.Generation:D6}|{result.Attempt}"] : [], AttemptsAt(id, results));
        if (row.Result is not null)
            Assert.Equal(undisturbed, await ToldAsync(app, row.Result, results));
        Assert.Equal(row.Status == ScenarioStatus.Deleted ? [] : [$"{row.Status}"], StatusesListed(id, rows));
    }

    /// <summary>All that is stored of a result: the typed rows, column by column, and the report.</summary>
    private static async Task<string> ToldAsync(App app, AttemptId result, IEnumerable<TableEntity> rows)
    {
        var attempt = $"{result.Generation:D6}|{result.Attempt}|";
        var report = await app.Get<EvaluationTable>().ReadReportAsync(result, CancellationToken.None);
        var told = rows
            .Where(row => row.PartitionKey == $"{result.Scenario}" && row.RowKey.StartsWith(attempt, StringComparison.Ordinal))
            .Select(row => $"{row.RowKey[attempt.Length..]}: {string.Join(", ", ColumnsOf(row))}");
        return string.Join('\n', told.Append(Convert.ToHexString(report!)));
    }

    // The report is packed, and read above.
    private static IEnumerable<string> ColumnsOf(TableEntity row) => row
        .Where(column => !OfTheRow.Contains(column.Key) && column.Value is not byte[])
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Key} = {column.Value}"));

    private static IEnumerable<string> AttemptsAt(Guid id, IEnumerable<TableEntity> results) =>
        results.Where(row => row.PartitionKey == $"{id}").Select(row => string.Join('|', row.RowKey.Split('|')[..2])).Distinct();
}
