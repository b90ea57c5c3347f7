using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>situations</c>: every content is stored once and never changed, so that a scenario is evaluated with the content it
/// was accepted under, whatever came since. Which version is current stands in a row of its own; in a store from before there was
/// such a row, it is the one with the highest number.
/// </summary>
public sealed class SituationTable(TableServiceClient tables, StorageNames names)
{
    private static readonly string[] VersionColumns = ["PartitionKey", "RowKey", "Number", "Hash", "AddedAt"];

    private readonly TableClient table = tables.GetTableClient(names.Situations);

    public async Task<IReadOnlyList<string>> ListIdsAsync(CancellationToken cancellation)
    {
        var ids = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Keys.SituationIds}"), cancellationToken: cancellation);
        return await ids.Select(row => row.RowKey).ToListAsync(cancellation);
    }

    public async Task<CurrentSituation?> FindCurrentAsync(string id, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, Keys.CurrentSituation, cancellationToken: cancellation);
        if (row.HasValue)
            return SituationRows.Current(row.Value!);
        return await FindNewestAsync(id, cancellation) is { } newest ? new CurrentSituation(newest) : null;
    }

    /// <summary>The version with the highest number, current or not.</summary>
    public async Task<SituationVersion?> FindNewestAsync(string id, CancellationToken cancellation) =>
        await Versions(id, perPage: 1, cancellation).FirstOrDefaultAsync(cancellation) is { } row ? SituationRows.Version(row) : null;

    /// <summary>All versions, the newest first.</summary>
    public async Task<IReadOnlyList<AddedVersion>> ListVersionsAsync(string id, CancellationToken cancellation) =>
        await Versions(id, perPage: null, cancellation)
            .Select(row => new AddedVersion(SituationRows.Version(row), row.GetDateTimeOffset("AddedAt")!.Value))
            .ToListAsync(cancellation);

    /// <exception cref="InvalidDataException">It is no row as any version has written it.</exception>
    public async Task<StoredSituation?> FindAsync(string id, int number, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, Keys.SituationVersion(number), cancellationToken: cancellation);
        return row.HasValue ? row.Value!.Read(each => new StoredSituation(SituationRows.Version(each), Packing.Decompress(Packing.Read(each)))) : null;
    }

    private AsyncPageable<TableEntity> Versions(string id, int? perPage, CancellationToken cancellation)
    {
        var range = Keys.SituationVersions;
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {range.From} and RowKey lt {range.Before}"),
            perPage,
            VersionColumns,
            cancellation);
    }
}

/// <param name="Content">The situation's document.</param>
public sealed record StoredSituation(SituationVersion Version, byte[] Content);

public sealed record AddedVersion(SituationVersion Version, DateTimeOffset AddedAt);
