using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>comparisons</c>: a row for every comparison made, under a name that stands for all its inputs, in the partition of the
/// month. A row is written once and never changed; a partition of an earlier month is never read again, and purged.
/// </summary>
public sealed class ComparisonTable(TableServiceClient tables, StorageNames names, TimeProvider time)
{
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    private readonly TableClient table = tables.GetTableClient(names.Comparisons);

    /// <summary>A comparison as it was kept; null when it was not made this month.</summary>
    public async Task<byte[]?> FindAsync(string key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Comparisons(time.GetUtcNow()), key, cancellationToken: cancellation);
        return row.HasValue ? Packing.Decompress(Packing.Read(row.Value!)) : null;
    }

    /// <summary>Keeps a comparison; what was kept under the name before stays.</summary>
    /// <exception cref="RowTooLargeException">It does not fit into a row.</exception>
    public async Task KeepAsync(string key, byte[] comparison, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.Comparisons(time.GetUtcNow()), key);
        Packing.Write(row, Packing.Compress(comparison));
        RowSize.Check(row);
        try
        {
            await table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // Somebody else has made the same comparison meanwhile.
        }
    }

    /// <summary>The comparisons of earlier months.</summary>
    public IAsyncEnumerable<(string Month, string Key)> OfEarlierMonthsAsync(CancellationToken cancellation)
    {
        var month = Keys.Comparisons(time.GetUtcNow());
        return table
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey lt {month}"), select: KeysOnly, cancellationToken: cancellation)
            .Select(row => (row.PartitionKey, row.RowKey));
    }

    public Task RemoveAsync(string month, string key, CancellationToken cancellation) => table.DeleteEntityAsync(month, key, ETag.All, cancellation);
}
