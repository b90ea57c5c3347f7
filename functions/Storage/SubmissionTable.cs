using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// A table of what was submitted. The rows of one submission lie in one partition, its shard, so that one transaction changes them together:
/// the row itself, the listing row, and, as long as somebody has something to do for it, the outbox row.
/// </summary>
public abstract class SubmissionTable<TRow, TOutbox>(TableClient table)
    where TRow : ISubmittedRow<TRow>
    where TOutbox : IOutboxRow<TOutbox>
{
    /// <summary>Stores something new; false when its id is taken already.</summary>
    public async Task<bool> AcceptAsync(TRow row, byte[] submission, TOutbox outbox, CancellationToken cancellation) => await WriteAsync(
        [
            new TableTransactionAction(TableTransactionActionType.Add, WithSubmission(row, submission)),
            new TableTransactionAction(TableTransactionActionType.Add, TRow.WriteListing(row)),
            new TableTransactionAction(TableTransactionActionType.Add, TOutbox.Write(outbox)),
        ],
        cancellation) is not null;

    public async Task<TRow?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Submission(id), TRow.State, cancellation);
        return found.HasValue ? TRow.Read(found.Value!) : default;
    }

    /// <summary>The row together with the submission, as canonical JSON; empty where that is gone.</summary>
    /// <exception cref="InvalidDataException">One of them can no longer be read.</exception>
    public async Task<(TRow Row, byte[] Submission)?> FindSubmissionAsync(Guid id, CancellationToken cancellation) =>
        await FindPackedAsync(id, cancellation) is var (row, unpack) ? (row, row.Status.IsGone() ? [] : unpack()) : null;

    /// <summary>The row, and how to unpack the submission: for whoever has something to do even if that is damaged.</summary>
    /// <exception cref="InvalidDataException">The row can no longer be read.</exception>
    public async Task<(TRow Row, Func<byte[]> Unpack)?> FindPackedAsync(Guid id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Submission(id), cancellationToken: cancellation);
        return found.HasValue ? (TRow.Read(found.Value!), () => Packing.Decompress(Packing.Read(found.Value!))) : null;
    }

    /// <summary>False when the submission can no longer be unpacked.</summary>
    public async Task<bool> IsSubmissionReadableAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            await FindSubmissionAsync(id, cancellation);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Changes a row, on condition that nobody else has; null when somebody has.</summary>
    public Task<TRow?> ChangeAsync(TRow row, CancellationToken cancellation) => ChangeAsync(row, [ChangeOf(row), ListingOf(row)], cancellation);

    /// <summary>The same, and makes sure that somebody does what is to be done then.</summary>
    public Task<TRow?> ChangeAsync(TRow row, TOutbox outbox, CancellationToken cancellation) =>
        ChangeAsync(row, [ChangeOf(row), ListingOf(row), ToDo(outbox)], cancellation);

    /// <summary>
    /// Brings something to its end that leaves nothing to be done, on condition that nobody else has changed it; null when somebody has. (An
    /// end that does leave something is a <see cref="ChangeAsync(TRow, CancellationToken)"/>, which keeps the outbox row until that is done.)
    /// </summary>
    public Task<TRow?> FinishAsync(TRow row, CancellationToken cancellation) =>
        ChangeAsync(row, [ChangeOf(row), ListingOf(row), RemovalOf(row, Keys.Outbox(row.Id))], cancellation);

    /// <summary>
    /// Begins again with what has ended, on condition that nobody else has changed it; null when somebody has. Its rows are replaced, since a
    /// merge would keep what they had before and have no more.
    /// </summary>
    public Task<TRow?> BeginAgainAsync(TRow row, byte[] submission, TOutbox outbox, CancellationToken cancellation) => ChangeAsync(
        row,
        [
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, WithSubmission(row, submission), row.ETag),
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, TRow.WriteListing(row), ETag.All),
            ToDo(outbox),
        ],
        cancellation);

    /// <summary>Leaves only that the id is taken, on condition that nobody else has changed the row; null when somebody has.</summary>
    public Task<TRow?> BuryAsync(TRow row, CancellationToken cancellation) => ChangeAsync(
        row,
        [
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, TRow.Write(row), row.ETag),
            new TableTransactionAction(TableTransactionActionType.UpsertReplace, TombstoneOf(row)),
            RemovalOf(row, Keys.Listing(row.AcceptedAt, row.Id)),
            RemovalOf(row, Keys.Outbox(row.Id)),
        ],
        cancellation);

    private static TableEntity WithSubmission(TRow row, byte[] submission)
    {
        var entity = TRow.Write(row);
        Packing.Write(entity, Packing.Compress(submission));
        return entity;
    }

    // The condition stands on the row alone: whoever has changed any of the three has changed this one.
    private static TableTransactionAction ChangeOf(TRow row) => new(TableTransactionActionType.UpdateMerge, TRow.Write(row), row.ETag);

    private static TableTransactionAction ListingOf(TRow row) => new(TableTransactionActionType.UpdateMerge, TRow.WriteListing(row), ETag.All);

    private static TableTransactionAction ToDo(TOutbox outbox) => new(TableTransactionActionType.UpsertReplace, TOutbox.Write(outbox));

    private static TableTransactionAction RemovalOf(TRow row, string rowKey) =>
        new(TableTransactionActionType.Delete, new TableEntity(Keys.Shard(row.Id), rowKey), ETag.All);

    // By which the row is found when it is old enough.
    private static TableEntity TombstoneOf(TRow row) => new(Keys.Shard(row.Id), Keys.Tombstone(row.FinishedAt!.Value, row.Id)) { ["Id"] = row.Id };

    private async Task<TRow?> ChangeAsync(TRow row, TableTransactionAction[] actions, CancellationToken cancellation) =>
        await WriteAsync(actions, cancellation) is [var first, ..] ? row.With(first.Headers.ETag!.Value) : default;

    private async Task<IReadOnlyList<Response>?> WriteAsync(TableTransactionAction[] actions, CancellationToken cancellation)
    {
        try
        {
            return (await table.SubmitTransactionAsync(Batches.Single(actions), cancellation)).Value;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return null;
        }
    }
}
