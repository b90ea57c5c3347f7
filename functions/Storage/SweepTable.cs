using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>sweeps</c>, laid out as that of scenarios: a sweep's rows lie in one partition, its shard, so that one transaction changes
/// them together: the sweep row, the listing row, and, as long as somebody has something to do for it, the outbox row.
/// </summary>
public sealed class SweepTable(TableServiceClient tables, StorageNames names)
{
    private readonly TableClient table = tables.GetTableClient(names.Sweeps);

    /// <summary>Stores a new sweep; false when its id is taken already.</summary>
    public async Task<bool> AcceptAsync(SweepRow row, byte[] submission, SweepOutboxRow outbox, CancellationToken cancellation)
    {
        var sweep = SweepColumns.Write(row);
        Packing.Write(sweep, Packing.Compress(submission));
        var written = await WriteAsync(
            Batches.Single(
                new TableTransactionAction(TableTransactionActionType.Add, sweep),
                new TableTransactionAction(TableTransactionActionType.Add, SweepColumns.WriteListing(row)),
                new TableTransactionAction(TableTransactionActionType.Add, SweepOutboxRow.Write(outbox))),
            cancellation);
        return written is not null;
    }

    public async Task<SweepRow?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Sweep(id), SweepColumns.State, cancellation);
        return found.HasValue ? SweepColumns.Read(found.Value!) : null;
    }

    /// <summary>The row together with the submission, as canonical JSON.</summary>
    public async Task<(SweepRow Row, byte[] Submission)?> FindSubmissionAsync(Guid id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Sweep(id), cancellationToken: cancellation);
        return found.HasValue ? (SweepColumns.Read(found.Value!), Packing.Decompress(Packing.Read(found.Value!))) : null;
    }

    /// <summary>Newest first.</summary>
    public async Task<SweepPage> ListAsync(SweepFilter filter, int limit, ListingCursor? after, CancellationToken cancellation)
    {
        var range = new KeyRange(after?.RowKey ?? Keys.ListingRange.From, Keys.ListingRange.Before);
        var (page, next) = await MergedShards.ReadAsync(table, range, SweepColumns.ReadListing, filter.Wants, limit, after, cancellation);
        return new SweepPage(page, next);
    }

    /// <summary>Changes a sweep, on condition that nobody else has; null when somebody has.</summary>
    public async Task<SweepRow?> ChangeAsync(SweepRow row, CancellationToken cancellation) =>
        Changed(row, await WriteAsync(Batches.Single(ChangeOf(row), ListingOf(row)), cancellation));

    /// <summary>The same, together with what is to be done for it.</summary>
    public async Task<SweepRow?> ChangeAsync(SweepRow row, SweepOutboxRow outbox, CancellationToken cancellation) => Changed(
        row,
        await WriteAsync(
            Batches.Single(ChangeOf(row), ListingOf(row), new TableTransactionAction(TableTransactionActionType.UpsertReplace, SweepOutboxRow.Write(outbox))),
            cancellation));

    /// <summary>Brings a sweep to its end, after which nothing is to be done for it; null when somebody else has changed it.</summary>
    public async Task<SweepRow?> FinishAsync(SweepRow row, CancellationToken cancellation) =>
        Changed(row, await WriteAsync(Batches.Single(ChangeOf(row), ListingOf(row), RemovalOf(row, Keys.Outbox(row.Id))), cancellation));

    /// <summary>Leaves of a sweep only that its id is taken, on condition that nobody else has changed it; null when somebody has.</summary>
    public async Task<SweepRow?> BuryAsync(SweepRow row, CancellationToken cancellation) => Changed(
        row,
        await WriteAsync(
            Batches.Single(
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, SweepColumns.Write(row), row.ETag),
                new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    new TableEntity(Keys.Shard(row.Id), Keys.Tombstone(row.FinishedAt!.Value, row.Id)) { ["Id"] = row.Id }),
                RemovalOf(row, Keys.Listing(row.AcceptedAt, row.Id)),
                RemovalOf(row, Keys.Outbox(row.Id))),
            cancellation));

    // The condition stands on the sweep row alone: whoever has changed any of the three has changed this one.
    private static TableTransactionAction ChangeOf(SweepRow row) => new(TableTransactionActionType.UpdateMerge, SweepColumns.Write(row), row.ETag);

    private static TableTransactionAction ListingOf(SweepRow row) =>
        new(TableTransactionActionType.UpdateMerge, SweepColumns.WriteListing(row), ETag.All);

    private static TableTransactionAction RemovalOf(SweepRow row, string rowKey) =>
        new(TableTransactionActionType.Delete, new TableEntity(Keys.Shard(row.Id), rowKey), ETag.All);

    private static SweepRow? Changed(SweepRow row, IReadOnlyList<Response>? written) =>
        written is null ? null : row with { ETag = written[0].Headers.ETag!.Value };

    private async Task<IReadOnlyList<Response>?> WriteAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            return (await table.SubmitTransactionAsync(actions, cancellation)).Value;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return null;
        }
    }
}

/// <summary>Which sweeps a listing shows; what is null narrows nothing.</summary>
public sealed record SweepFilter(ScenarioStatus? Status = null, string? Situation = null)
{
    public bool Wants(ListedSweep sweep) =>
        !sweep.Status.IsGone() && (Status is null || sweep.Status == Status) && (Situation is null || sweep.Situation.Id == Situation);
}

/// <param name="Next">Where to go on; null when there is no more. A page can be short, or empty, and still have a next one.</param>
public sealed record SweepPage(IReadOnlyList<ListedSweep> Sweeps, ListingCursor? Next);
