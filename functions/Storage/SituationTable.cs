using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>situations</c>: every content is stored once and never changed, so that a scenario is evaluated with the content it
/// was accepted under, whatever came since. The version with the highest number is the current one.
/// </summary>
public sealed class SituationTable(TableServiceClient tables, StorageNames names, TimeProvider time)
{
    private static readonly string[] VersionColumns = ["PartitionKey", "RowKey", "Number", "Hash"];

    private readonly TableClient table = tables.GetTableClient(names.Situations);

    public async Task<IReadOnlyList<string>> ListIdsAsync(CancellationToken cancellation)
    {
        var ids = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Keys.SituationIds}"), cancellationToken: cancellation);
        return await ids.Select(row => row.RowKey).ToListAsync(cancellation);
    }

    public async Task<SituationVersion?> FindCurrentAsync(string id, CancellationToken cancellation)
    {
        var range = Keys.SituationVersions;
        var newestFirst = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {range.From} and RowKey lt {range.Before}"),
            maxPerPage: 1,
            VersionColumns,
            cancellation);
        return await newestFirst.FirstOrDefaultAsync(cancellation) is { } row ? Version(row) : null;
    }

    public async Task<StoredSituation?> FindAsync(string id, int number, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, Keys.SituationVersion(number), cancellationToken: cancellation);
        return row.HasValue ? new StoredSituation(Version(row.Value!), Packing.Decompress(Packing.Read(row.Value!))) : null;
    }

    /// <summary>Stores a content, unless it is stored already, and gives its version.</summary>
    public async Task<SituationVersion> AddAsync(string id, string hash, byte[] content, CancellationToken cancellation)
    {
        await table.UpsertEntityAsync(new TableEntity(Keys.SituationIds, id), TableUpdateMode.Replace, cancellation);
        while (true)
        {
            var known = await table.GetEntityIfExistsAsync<TableEntity>(id, Keys.SituationHash(hash), cancellationToken: cancellation);
            if (known.HasValue)
                return Version(known.Value!);

            var next = new SituationVersion(id, (await FindCurrentAsync(id, cancellation))?.Number + 1 ?? 1, hash);
            if (await TryAddAsync(next, content, cancellation))
                return next;
        }
    }

    // Somebody else may take the same number, or store the same content, first.
    private async Task<bool> TryAddAsync(SituationVersion version, byte[] content, CancellationToken cancellation)
    {
        var byNumber = Row(version, Keys.SituationVersion(version.Number));
        byNumber["AddedAt"] = time.GetUtcNow();
        Packing.Write(byNumber, Packing.Compress(content));
        try
        {
            await table.SubmitTransactionAsync(
                Batches.Single(
                    new TableTransactionAction(TableTransactionActionType.Add, byNumber),
                    new TableTransactionAction(TableTransactionActionType.Add, Row(version, Keys.SituationHash(version.Hash)))),
                cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }

    private static TableEntity Row(SituationVersion version, string rowKey) => new(version.Id, rowKey)
    {
        ["Number"] = version.Number,
        ["Hash"] = version.Hash,
    };

    private static SituationVersion Version(TableEntity row) => new(row.PartitionKey, row.GetInt32("Number")!.Value, row.GetString("Hash"));
}

/// <param name="Content">The situation's document.</param>
public sealed record StoredSituation(SituationVersion Version, byte[] Content);
