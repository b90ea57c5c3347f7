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

    /// <summary>True when a worker is at an attempt that was not seen before, or nothing is left to do.</summary>
    /// <param name="seen">The attempts that were; gets those that are seen now, a killed worker's among them.</param>
    public async Task<bool> IsAtWorkAsync(HashSet<string> seen, CancellationToken cancellation)
    {
        var attempts = await tables.GetTableClient("scenarios")
            .QueryAsync<TableEntity>("Status eq 'Running'", select: ["Owner"], cancellationToken: cancellation)
            .Select(row => row.GetString("Owner"))
            .Where(owner => owner is { Length: > 0 }) // A listing row has none.
            .ToListAsync(cancellation);
        var before = seen.Count;
        seen.UnionWith(attempts);
        return seen.Count > before || await IsSettledAsync(cancellation);
    }

    /// <summary>How many scenarios somebody holds.</summary>
    public async Task<int> HeldAsync(CancellationToken cancellation) =>
        (await RowsAsync("scenarios", cancellation)).Count(row => row.GetString("Status") == "Running" && row.GetString("Owner") is { Length: > 0 });

    /// <summary>How often a worker has begun with a scenario, of all of them together.</summary>
    public async Task<int> ClaimsAsync(CancellationToken cancellation) =>
        (await RowsAsync("scenarios", cancellation)).Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal)).Sum(row => row.GetInt32("Claims")!.Value);

    private async Task<bool> IsSettledAsync(CancellationToken cancellation) =>
        !(await RowsAsync("scenarios", cancellation)).Any(row => row.RowKey.StartsWith("o|", StringComparison.Ordinal))
        && await DepthAsync(StorageNames.ScenarioQueue, cancellation) + await DepthAsync(StorageNames.ScenarioPoisonQueue, cancellation) == 0;

    private async Task<int> DepthAsync(string queue, CancellationToken cancellation) =>
        (await queues.GetQueueClient(queue).GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;

    private async Task<IReadOnlyList<TableEntity>> RowsAsync(string table, CancellationToken cancellation) =>
        await tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: cancellation).ToListAsync(cancellation);
}
