using Azure.Data.Tables;
using Azure.Storage.Queues;
using Parley.Functions.Storage;

namespace Parley.Local.Tests;

/// <summary>What lies in the product's storage, looked at from outside.</summary>
internal sealed class Ledger(string connection)
{
    // An outbox row is looked at every minute, and a message counts as lost after two.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly TableServiceClient tables = new(connection);
    private readonly QueueServiceClient queues = new(connection);

    /// <summary>Waits until nothing is left to do, and holds what is there against what was promised.</summary>
    public async Task AllHaveSucceededAsync(IReadOnlyCollection<string> accepted, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(Patience);
        while (!await IsSettledAsync(over.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(200), over.Token);

        var scenarios = (await RowsAsync("scenarios", cancellation)).Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal)).ToArray();
        Assert.Equal(accepted.Order(), scenarios.Select(row => $"{row.GetGuid("Id")}").Order());
        Assert.All(scenarios, row => Assert.Equal("Succeeded", row.GetString("Status")));
        var attempts = (await RowsAsync("evaluations", cancellation)).Select(row => (row.PartitionKey, row.RowKey.Split('|')[1])).Distinct();
        Assert.Equal(scenarios.Select(row => ($"{row.GetGuid("Id")}", row.GetString("Attempt"))).Order(), attempts.Order());
        Assert.Empty(await RowsAsync("deadletters", cancellation));
    }

    private async Task<bool> IsSettledAsync(CancellationToken cancellation) =>
        !(await RowsAsync("scenarios", cancellation)).Any(row => row.RowKey.StartsWith("o|", StringComparison.Ordinal))
        && await DepthAsync(StorageNames.ScenarioQueue, cancellation) + await DepthAsync(StorageNames.ScenarioPoisonQueue, cancellation) == 0;

    private async Task<int> DepthAsync(string queue, CancellationToken cancellation) =>
        (await queues.GetQueueClient(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string table, CancellationToken cancellation) =>
        await tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellation).ToListAsync(cancellation);
}
