using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>scenarios</c>. A scenario's rows lie in one partition, its shard, so that one transaction changes them together:
/// the scenario row, the listing row, and, as long as a worker has something to do for it, the outbox row.
/// </summary>
public sealed class ScenarioTable(TableServiceClient tables, StorageNames names)
{
    private readonly TableClient table = tables.GetTableClient(names.Scenarios);

    /// <summary>Stores a new scenario; false when its id is taken already.</summary>
    public async Task<bool> AcceptAsync(ScenarioRow row, byte[] submission, OutboxRow outbox, CancellationToken cancellation)
    {
        var scenario = ScenarioColumns.Write(row);
        Packing.Write(scenario, Packing.Compress(submission));
        var written = await WriteAsync(
            Batches.Single(
                new TableTransactionAction(TableTransactionActionType.Add, scenario),
                new TableTransactionAction(TableTransactionActionType.Add, ListingColumns.Write(row)),
                new TableTransactionAction(TableTransactionActionType.Add, OutboxRow.Write(outbox))),
            cancellation);
        return written is not null;
    }

    public async Task<ScenarioRow?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Scenario(id), ScenarioColumns.State, cancellation);
        return found.HasValue ? ScenarioColumns.Read(found.Value!) : null;
    }

    /// <summary>The row together with the submission, as canonical JSON.</summary>
    public async Task<(ScenarioRow Row, byte[] Submission)?> FindSubmissionAsync(Guid id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Shard(id), Keys.Scenario(id), cancellationToken: cancellation);
        return found.HasValue ? (ScenarioColumns.Read(found.Value!), Packing.Decompress(Packing.Read(found.Value!))) : null;
    }

    /// <summary>Changes a scenario that is still open, on condition that nobody else has; null when somebody has.</summary>
    public async Task<ScenarioRow?> ChangeAsync(ScenarioRow row, CancellationToken cancellation) => Changed(
        row,
        await WriteAsync(Batches.Single(ChangeOf(row), ListingOf(row)), cancellation));

    /// <summary>
    /// Brings a scenario to its end that leaves nothing to clear up, and clears the outbox. (An end that does leave something is a
    /// <see cref="ChangeAsync"/>, which keeps the outbox row until it is cleared up.) On
    /// condition that nobody else has changed it; null when somebody has.
    /// </summary>
    public async Task<ScenarioRow?> FinishAsync(ScenarioRow row, CancellationToken cancellation) => Changed(
        row,
        await WriteAsync(
            Batches.Single(
                ChangeOf(row),
                ListingOf(row),
                RemovalOf(row, Keys.Outbox(row.Id))),
            cancellation));

    /// <summary>
    /// Stops a scenario and makes sure that somebody clears up, on condition that nobody else has changed it; null when somebody has.
    /// </summary>
    public async Task<ScenarioRow?> StopAsync(ScenarioRow row, OutboxRow outbox, CancellationToken cancellation) => Changed(
        row,
        await WriteAsync(
            Batches.Single(
                ChangeOf(row),
                ListingOf(row),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, OutboxRow.Write(outbox))),
            cancellation));

    /// <summary>
    /// Begins a new generation, on condition that nobody else has changed the scenario; null when somebody has. Its rows are replaced,
    /// since a merge would keep what the former generation has and the new one has not.
    /// </summary>
    public async Task<ScenarioRow?> BeginAgainAsync(ScenarioRow row, byte[] submission, OutboxRow outbox, CancellationToken cancellation)
    {
        var scenario = ScenarioColumns.Write(row);
        Packing.Write(scenario, Packing.Compress(submission));
        var written = await WriteAsync(
            Batches.Single(
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, scenario, row.ETag),
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, ListingColumns.Write(row), ETag.All),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, OutboxRow.Write(outbox))),
            cancellation);
        return Changed(row, written);
    }

    /// <summary>Leaves of a scenario only that its id is taken, on condition that nobody else has changed it; null when somebody has.</summary>
    public async Task<ScenarioRow?> BuryAsync(ScenarioRow row, CancellationToken cancellation) => Changed(
        row,
        await WriteAsync(
            Batches.Single(
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, ScenarioColumns.Write(row), row.ETag),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, TombstoneOf(row)),
                RemovalOf(row, Keys.Listing(row.AcceptedAt, row.Id)),
                RemovalOf(row, Keys.Outbox(row.Id))),
            cancellation));

    // The condition stands on the scenario row alone: whoever has changed any of the three has changed this one.
    private static TableTransactionAction ChangeOf(ScenarioRow row) =>
        new(TableTransactionActionType.UpdateMerge, ScenarioColumns.Write(row), row.ETag);

    private static TableTransactionAction ListingOf(ScenarioRow row) =>
        new(TableTransactionActionType.UpdateMerge, ListingColumns.Write(row), ETag.All);

    private static TableTransactionAction RemovalOf(ScenarioRow row, string rowKey) =>
        new(TableTransactionActionType.Delete, new TableEntity(Keys.Shard(row.Id), rowKey), ETag.All);

    // By which the scenario row is found when it is old enough.
    private static TableEntity TombstoneOf(ScenarioRow row) => new(Keys.Shard(row.Id), Keys.Tombstone(row.FinishedAt!.Value, row.Id)) { ["Id"] = row.Id };

    private static ScenarioRow? Changed(ScenarioRow row, IReadOnlyList<Response>? written) =>
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
