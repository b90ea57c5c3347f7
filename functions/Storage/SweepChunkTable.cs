using Azure;
using Azure.Data.Tables;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>sweepchunks</c>: a partition for every sweep, a row for every chunk that a worker has begun with, and one for the summary.
/// The first numbers of a chunk stand, those of an older engine apart; writing them twice changes nothing.
/// </summary>
public sealed class SweepChunkTable(TableServiceClient tables, StorageNames names)
{
    private static readonly string[] DigestOnly = ["PartitionKey", "RowKey", "Number", "EngineVersion", "Variants", "Digest"];

    private readonly TableClient table = tables.GetTableClient(names.SweepChunks);

    public async Task<SweepChunk?> FindAsync(Guid sweep, int number, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.SweepChunks(sweep), Keys.Chunk(number), SweepChunk.State, cancellation);
        return found.HasValue ? SweepChunk.Read(sweep, found.Value!) : null;
    }

    /// <summary>All chunks that have been begun with, by number.</summary>
    /// <exception cref="InvalidDataException">One of them can no longer be read.</exception>
    public async Task<IReadOnlyDictionary<int, SweepChunk>> FindAllAsync(Guid sweep, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: SweepChunk.State, cancellationToken: cancellation)
        .Select(row => SweepChunk.Read(sweep, row))
        .ToDictionaryAsync(chunk => chunk.Number, cancellationToken: cancellation);

    /// <summary>The same, where those that can no longer be read count as not begun with.</summary>
    public async Task<IReadOnlyDictionary<int, SweepChunk>> FindReadableAsync(Guid sweep, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: SweepChunk.State, cancellationToken: cancellation)
        .SelectMany(row => IfReadable(row, of => SweepChunk.Read(sweep, of)))
        .ToDictionaryAsync(chunk => chunk.Number, cancellationToken: cancellation);

    /// <summary>Removes the chunks that can no longer be read, so that they are evaluated again.</summary>
    public async Task RemoveUnreadableAsync(Guid sweep, CancellationToken cancellation)
    {
        var unreadable = await table
            .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: [.. SweepChunk.State, "Variants", "Digest"], cancellationToken: cancellation)
            .Where(row => !IfReadable(row, of => SweepChunk.Read(sweep, of) is { HasNumbers: true } ? ChunkNumbers.ReadDigest(of) : null).Any())
            .ToListAsync(cancellation);
        foreach (var row in unreadable)
            await RemoveAsync(row, cancellation);
    }

    /// <summary>Changes where a chunk stands, on condition that nobody else has; null when somebody has.</summary>
    /// <param name="chunk">Without an ETag for a chunk that nobody has begun with.</param>
    public Task<SweepChunk?> ChangeAsync(SweepChunk chunk, CancellationToken cancellation)
    {
        var row = SweepChunk.Write(chunk);
        return WriteAsync(chunk, () => chunk.ETag == default
            ? table.AddEntityAsync(row, cancellation)
            : table.UpdateEntityAsync(row, chunk.ETag, TableUpdateMode.Merge, cancellation));
    }

    /// <summary>Writes the numbers of a chunk, on condition that nobody else has changed its row; null when somebody has, or it is gone.</summary>
    public async Task<SweepChunk?> FinishAsync(SweepChunk done, VariantNumbers numbers, SweepDigest digest, CancellationToken cancellation)
    {
        var row = SweepChunk.Write(done);
        ChunkNumbers.Write(row, numbers, digest);
        RowSize.Check(row);
        return await WriteAsync(done, () => table.UpdateEntityAsync(row, done.ETag, TableUpdateMode.Replace, cancellation));
    }

    /// <summary>The digests of the chunks that have numbers, in the order of their numbers.</summary>
    /// <exception cref="InvalidDataException">One of them can no longer be read.</exception>
    public async Task<IReadOnlyList<SweepDigest>> DigestsAsync(Guid sweep, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: DigestOnly, cancellationToken: cancellation)
        .Where(HasNumbers)
        .Select(ChunkNumbers.ReadDigest)
        .ToListAsync(cancellation);

    /// <summary>The same without those that can no longer be read.</summary>
    public async Task<IReadOnlyList<SweepDigest>> ReadableDigestsAsync(Guid sweep, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: DigestOnly, cancellationToken: cancellation)
        .Where(HasNumbers)
        .SelectMany(row => IfReadable(row, ChunkNumbers.ReadDigest))
        .ToListAsync(cancellation);

    /// <summary>The numbers of the chunks of a range that have any which can be read.</summary>
    public async Task<IReadOnlyList<VariantNumbers>> NumbersAsync(Guid sweep, int from, int before, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.Chunks(from, before)), cancellationToken: cancellation)
        .Where(HasNumbers)
        .SelectMany(row => IfReadable(row, ChunkNumbers.Read))
        .ToListAsync(cancellation);

    /// <summary>The means of the first quantities in all chunks, a row each.</summary>
    public async Task<IReadOnlyList<double[]>> MeansAsync(Guid sweep, int quantities, CancellationToken cancellation)
    {
        var chunks = await table
            .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: ChunkNumbers.MeanColumns(quantities), cancellationToken: cancellation)
            .Select(row => ChunkNumbers.ReadMeans(row, quantities))
            .ToListAsync(cancellation);
        return [.. Enumerable.Range(0, quantities).Select(q => chunks.SelectMany(chunk => chunk[q]).ToArray())];
    }

    /// <exception cref="RowTooLargeException">It does not fit into a row.</exception>
    public async Task WriteSummaryAsync(Guid sweep, byte[] summary, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.SweepChunks(sweep), Keys.SweepSummary);
        Packing.Write(row, Packing.Compress(summary));
        RowSize.Check(row);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public async Task<byte[]?> ReadSummaryAsync(Guid sweep, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.SweepChunks(sweep), Keys.SweepSummary, cancellationToken: cancellation);
        return row.HasValue ? Packing.Decompress(Packing.Read(row.Value!)) : null;
    }

    /// <summary>Removes everything of a sweep.</summary>
    public Task PurgeAsync(Guid sweep, CancellationToken cancellation)
    {
        var partition = Keys.SweepChunks(sweep);
        return table.RemoveAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), _ => true, cancellation);
    }

    private async Task RemoveAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // Somebody else has removed it, and a worker may have begun with it since.
        }
    }

    private static bool HasNumbers(TableEntity row) => row["EngineVersion"] is string { Length: > 0 };

    private static IEnumerable<T> IfReadable<T>(TableEntity row, Func<TableEntity, T> read)
    {
        try
        {
            return [read(row)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static async Task<SweepChunk?> WriteAsync(SweepChunk chunk, Func<Task<Response>> write)
    {
        try
        {
            return chunk with { ETag = (await write()).Headers.ETag!.Value };
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return null;
        }
    }

    private static string In(Guid sweep, KeyRange range)
    {
        var partition = Keys.SweepChunks(sweep);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}");
    }
}
