using System.Text;
using Azure;
using Azure.Data.Tables;
using Parley.Functions.Observing;

namespace Parley.Functions.Storage;

/// <summary>The table <c>deadletters</c>: messages that nothing could be done with, and why.</summary>
public sealed class DeadLetterTable(TableServiceClient tables, StorageNames names, ScenarioMetrics metrics, TimeProvider time)
{
    private static readonly string[] WithoutMessage = ["RowKey", "Reason", "Scenario", "Sweep", "KeptAt", "ReplayedAt"];

    private readonly TableClient table = tables.GetTableClient(names.DeadLetters);

    public Task KeepAsync(string message, string reason, Guid? scenario, CancellationToken cancellation) =>
        KeepAsync(message, reason, scenario, sweep: null, cancellation);

    public Task KeepOfSweepAsync(string message, string reason, Guid sweep, CancellationToken cancellation) =>
        KeepAsync(message, reason, scenario: null, sweep, cancellation);

    /// <summary>In the order of their ids, from the one after that on.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string after, int limit, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.DeadLetters} and RowKey gt {after}");
        var rows = table.QueryAsync<TableEntity>(filter, limit, WithoutMessage, cancellation);
        return await rows.Take(limit).Select(Read).ToListAsync(cancellation);
    }

    /// <summary>The letter and the message itself.</summary>
    public async Task<(DeadLetter Letter, string Message)?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.DeadLetters, id, cancellationToken: cancellation);
        return found.HasValue ? (Read(found.Value!), MessageOf(found.Value!)) : null;
    }

    public async Task NoteReplayAsync(string id, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.DeadLetters, id) { ["ReplayedAt"] = time.GetUtcNow() };
        try
        {
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // Purged meanwhile.
        }
    }

    public IAsyncEnumerable<string> KeptBeforeAsync(DateTimeOffset threshold, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Keys.DeadLetters} and KeptAt lt {threshold}"), select: WithoutMessage, cancellationToken: cancellation)
        .Select(row => row.RowKey);

    public Task RemoveAsync(string id, CancellationToken cancellation) => table.DeleteEntityAsync(Keys.DeadLetters, id, ETag.All, cancellation);

    private async Task KeepAsync(string message, string reason, Guid? scenario, Guid? sweep, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.DeadLetters, Keys.DeadLetter(message))
        {
            ["Reason"] = reason,
            ["Scenario"] = scenario,
            ["Sweep"] = sweep,
            ["KeptAt"] = time.GetUtcNow(),
        };
        // A message may have 64 KiB, a column of text half as many characters.
        Packing.Write(row, Packing.Compress(Encoding.UTF8.GetBytes(message)));
        RowSize.Check(row);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        metrics.DeadLetter();
    }

    // GZipStream writes nothing of an empty message.
    private static string MessageOf(TableEntity row) =>
        Packing.Read(row) is { Length: > 0 } packed ? Encoding.UTF8.GetString(Packing.Decompress(packed)) : "";

    private static DeadLetter Read(TableEntity row) => new(
        row.RowKey,
        row.GetString("Reason"),
        row.GetGuid("Scenario"),
        row.GetGuid("Sweep"),
        row.GetDateTimeOffset("KeptAt")!.Value,
        row.GetDateTimeOffset("ReplayedAt"));
}
