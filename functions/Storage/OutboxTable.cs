using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Parley.Functions.Storage;

/// <summary>The outbox rows of a table.</summary>
public abstract class Outbox<TRow>(TableClient table, ILogger log)
    where TRow : IOutboxRow<TRow>
{
    /// <summary>Those whose time has come and that can be read. What this costs follows what is open, not all there ever was.</summary>
    public async IAsyncEnumerable<TRow> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // With another shard first every minute: what is due in one must not wait for ever for all that is due in those before it.
        var first = (int)(now.ToUnixTimeSeconds() / 60 % Keys.ShardCount);
        foreach (var shard in Keys.Shards.Skip(first).Concat(Keys.Shards.Take(first)))
        {
            var range = Keys.OutboxRange;
            var all = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {range.From} and RowKey lt {range.Before}");
            await foreach (var entity in table.QueryAsync<TableEntity>($"{all} and {TRow.DueAt(now)}", cancellationToken: cancellation))
            {
                if (entity.TryRead(TRow.Read, log, out var row))
                    yield return row;
            }
        }
    }

    /// <summary>
    /// True when a message is to be sent again for somebody who repeats a request. It is noted beforehand, so that of many who repeat it one sends:
    /// the queue must not grow with what costs them nothing. Should that one fail, the message is sent when its time has come.
    /// </summary>
    public async Task<bool> TryRepeatAsync(Guid id, DateTimeOffset now, int longestWaitMinutes, CancellationToken cancellation)
    {
        try
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Outbox(id), Repetitions.Columns, cancellation);
            if (!found.HasValue || !found.Value!.TryRead(Repetitions.Read, log, out var before) || before.Next > now)
                return false;
            await table.UpdateEntityAsync(before.After(now, longestWaitMinutes).Write(id), found.Value!.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, CancellationToken.None) || (fault is RequestFailedException conflict && StorageFault.IsConflict(conflict)))
        {
            return false; // Somebody else sends it, or it is done, or storage is away.
        }
    }

    /// <summary>Notes what was done, unless everything has come to its end or somebody else has noted it.</summary>
    public async Task NoteAsync(TRow row, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(TRow.Write(row), row.ETag, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // The message just sent finds the work done, or is one of two: both are harmless.
        }
    }
}

/// <summary>The outbox rows of the table <c>sweeps</c>.</summary>
public sealed class SweepOutbox(TableServiceClient tables, StorageNames names, ILogger<SweepOutbox> log)
    : Outbox<SweepOutboxRow>(tables.GetTableClient(names.Sweeps), log);

/// <summary>The outbox rows of the table <c>scenarios</c>.</summary>
public sealed class OutboxTable(TableServiceClient tables, StorageNames names, ILogger<OutboxTable> log)
    : Outbox<OutboxRow>(tables.GetTableClient(names.Scenarios), log)
{
    private readonly TableClient table = tables.GetTableClient(names.Scenarios);

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
}
