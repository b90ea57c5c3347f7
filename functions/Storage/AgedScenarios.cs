using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>What in the table <c>scenarios</c> is old enough to go.</summary>
public sealed class AgedScenarios(TableServiceClient tables, StorageNames names) : AgedRows(tables.GetTableClient(names.Scenarios));

/// <summary>What in the table <c>sweeps</c> is old enough to go.</summary>
public sealed class AgedSweeps(TableServiceClient tables, StorageNames names) : AgedRows(tables.GetTableClient(names.Sweeps));

/// <summary>What in a table with a listing is old enough to go. What finding it costs follows what is old, not all there is.</summary>
public abstract class AgedRows(TableClient table)
{
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    /// <summary>Row keys, each of which ends with the id.</summary>
    public IAsyncEnumerable<string> EndedBeforeAsync(DateTimeOffset threshold, CancellationToken cancellation)
    {
        // Accepted before it ended: the listing, newest first, has all of them after that time.
        var accepted = new KeyRange(Keys.Listing(threshold, Guid.Empty), Keys.ListingRange.Before);
        return RowKeysAsync(
            shard => TableClient.CreateQueryFilter(
                $"PartitionKey eq {shard} and RowKey ge {accepted.From} and RowKey lt {accepted.Before} and FinishedAt lt {threshold}"),
            cancellation);
    }

    /// <summary>The same of those that are deleted.</summary>
    public IAsyncEnumerable<string> DeletedBeforeAsync(DateTimeOffset threshold, CancellationToken cancellation)
    {
        var range = Keys.TombstonesBefore(threshold);
        return RowKeysAsync(
            shard => TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {range.From} and RowKey lt {range.Before}"),
            cancellation);
    }

    /// <summary>Frees the id of what was deleted, unless somebody else has.</summary>
    /// <param name="etag">Of its row.</param>
    public async Task ForgetAsync(Guid id, DateTimeOffset deletedAt, ETag etag, CancellationToken cancellation)
    {
        var shard = Keys.Shard(id);
        try
        {
            await table.SubmitTransactionAsync(
                Batches.Single(
                    new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(shard, Keys.Submission(id)), etag),
                    new TableTransactionAction(
                        TableTransactionActionType.Delete, new TableEntity(shard, Keys.Tombstone(deletedAt, id)), ETag.All)),
                cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // Somebody else is purging too.
        }
    }

    private async IAsyncEnumerable<string> RowKeysAsync(Func<string, string> filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var shard in Keys.Shards)
            await foreach (var row in table.QueryAsync<TableEntity>(filter(shard), select: KeysOnly, cancellationToken: cancellation))
                yield return row.RowKey;
    }
}
