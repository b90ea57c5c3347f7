using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The outbox rows of the table <c>scenarios</c>.</summary>
public sealed class OutboxTable(TableServiceClient tables, StorageNames names)
{
    private readonly TableClient table = tables.GetTableClient(names.Scenarios);

    /// <summary>Scenarios whose message counts as lost. What this costs follows the open scenarios, not all there ever were.</summary>
    public async IAsyncEnumerable<OutboxRow> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var shard in Keys.Shards)
        {
            var range = Keys.OutboxRange;
            var due = TableClient.CreateQueryFilter(
                $"PartitionKey eq {shard} and RowKey ge {range.From} and RowKey lt {range.Before} and NextSend le {now}");
            await foreach (var entity in table.QueryAsync<TableEntity>(due, cancellationToken: cancellation))
                yield return OutboxRow.Read(entity);
        }
    }

    /// <summary>The row of a generation; null when there is nothing left to do for that.</summary>
    public async Task<OutboxRow?> FindAsync(Guid id, int generation, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Outbox(id), cancellationToken: cancellation);
        return found.HasValue && OutboxRow.Read(found.Value!) is var row && row.Generation == generation ? row : null;
    }

    /// <summary>Removes the row when everything is done, unless it was changed, for a new generation for instance: then it is not.</summary>
    public async Task RemoveAsync(OutboxRow row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(Keys.Shard(row.Id), Keys.Outbox(row.Id), row.ETag, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // Somebody else has removed it, or the next message finds it.
        }
    }

    /// <summary>Notes a sending, unless the scenario has come to its end or somebody else has noted one.</summary>
    public async Task NoteAsync(OutboxRow sent, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(OutboxRow.Write(sent), sent.ETag, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // The message just sent finds the scenario done, or is one of two: both are harmless.
        }
    }
}
