using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>A sweep for which something is to be done: it is looked at from time to time, lest a message of it is lost.</summary>
/// <param name="NextLook">When it is looked at next.</param>
/// <param name="Looks">How often it was looked at without anything having happened in between.</param>
/// <param name="Done">Chunks that were done at the last look.</param>
public sealed record SweepOutboxRow(Guid Id, DateTimeOffset NextLook, int Looks = 0, int Done = 0, ETag ETag = default)
{
    private const double FirstWaitMinutes = 0.5;

    public static SweepOutboxRow For(Guid id, DateTimeOffset now) => new(id, now.AddMinutes(FirstWaitMinutes));

    /// <summary>Soon while it goes on; after 1, 2, 4 … minutes where nothing happens.</summary>
    public SweepOutboxRow LookedAt(DateTimeOffset now, int done, int longestWaitMinutes)
    {
        var looks = done > Done ? 0 : Looks + 1;
        return this with { Looks = looks, Done = done, NextLook = now.AddMinutes(Math.Min(FirstWaitMinutes * Math.Pow(2, looks), longestWaitMinutes)) };
    }

    public static TableEntity Write(SweepOutboxRow row) => new(Keys.Shard(row.Id), Keys.Outbox(row.Id))
    {
        ["Id"] = row.Id,
        ["NextLook"] = row.NextLook,
        ["Looks"] = row.Looks,
        ["Done"] = row.Done,
    };

    public static SweepOutboxRow Read(TableEntity entity) => new(
        entity.GetGuid("Id")!.Value,
        entity.GetDateTimeOffset("NextLook")!.Value,
        entity.GetInt32("Looks")!.Value,
        entity.GetInt32("Done")!.Value,
        entity.ETag);
}

/// <summary>The outbox rows of the table <c>sweeps</c>.</summary>
public sealed class SweepOutbox(TableServiceClient tables, StorageNames names)
{
    private readonly TableClient table = tables.GetTableClient(names.Sweeps);

    /// <summary>Sweeps to be looked at. What this costs follows the open sweeps, not all there ever were.</summary>
    public async IAsyncEnumerable<SweepOutboxRow> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var shard in Keys.Shards)
        {
            var range = Keys.OutboxRange;
            var due = TableClient.CreateQueryFilter(
                $"PartitionKey eq {shard} and RowKey ge {range.From} and RowKey lt {range.Before} and NextLook le {now}");
            await foreach (var entity in table.QueryAsync<TableEntity>(due, cancellationToken: cancellation))
                yield return SweepOutboxRow.Read(entity);
        }
    }

    /// <summary>Notes a look, unless the sweep has come to its end or somebody else has noted one.</summary>
    public async Task NoteAsync(SweepOutboxRow looked, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(SweepOutboxRow.Write(looked), looked.ETag, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // What was just sent finds the work done, or is one of two: both are harmless.
        }
    }
}
