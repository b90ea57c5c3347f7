using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

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

    /// <exception cref="InvalidDataException">It can no longer be read; the message says so to readers.</exception>
    public async Task<CurrentSituation?> FindCurrentAsync(string id, CancellationToken cancellation)
    {
        var pointer = await FindPointerAsync(id, cancellation);
        return pointer.Damage is { } damage
            ? throw new InvalidDataException($"Which version of the situation {id} is current can no longer be read.", damage)
            : pointer.Current;
    }

    /// <summary>What is current, for whoever puts something else in its place, which needs not be able to read it.</summary>
    public async Task<SituationPointer> FindPointerAsync(string id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(id, Keys.CurrentSituation, cancellationToken: cancellation);
        var row = found.HasValue ? found.Value : null;
        try
        {
            if (row is not null)
                return new SituationPointer(SituationRows.Current(row), row.ETag);
            var newest = await Versions(id, perPage: 1, cancellation).FirstOrDefaultAsync(cancellation);
            return new SituationPointer(newest is null ? null : new CurrentSituation(SituationRows.Version(newest)));
        }
        catch (InvalidDataException damage)
        {
            return new SituationPointer(null, row?.ETag, damage);
        }
    }

    /// <summary>The highest number of a version, current or not; 0 when there is none.</summary>
    public async Task<int> FindNewestNumberAsync(string id, CancellationToken cancellation) =>
        await Versions(id, perPage: 1, cancellation).FirstOrDefaultAsync(cancellation) is { } row ? Keys.VersionNumberOf(row.RowKey) : 0;

    /// <summary>All versions that can be read, the newest first.</summary>
    public async Task<IReadOnlyList<AddedVersion>> ListVersionsAsync(string id, ILogger log, CancellationToken cancellation)
    {
        var versions = new List<AddedVersion>();
        await foreach (var row in Versions(id, perPage: null, cancellation))
        {
            if (row.TryRead(SituationRows.Added, log, out var version))
                versions.Add(version);
        }

        return versions;
    }

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
