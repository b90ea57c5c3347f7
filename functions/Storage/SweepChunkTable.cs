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
    private const int MostTries = 5;

    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];
    private static readonly string[] DigestOnly = ["Number", "EngineVersion", "Variants", "Digest"];

    private readonly TableClient table = tables.GetTableClient(names.SweepChunks);

    public async Task<SweepChunk?> FindAsync(Guid sweep, int number, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.SweepChunks(sweep), Keys.Chunk(number), SweepChunk.State, cancellation);
        return found.HasValue ? SweepChunk.Read(sweep, found.Value!) : null;
    }

    /// <summary>All chunks that have been begun with, by number.</summary>
    public async Task<IReadOnlyDictionary<int, SweepChunk>> FindAllAsync(Guid sweep, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: SweepChunk.State, cancellationToken: cancellation)
        .Select(row => SweepChunk.Read(sweep, row))
        .ToDictionaryAsync(chunk => chunk.Number, cancellationToken: cancellation);

    /// <summary>Changes where a chunk stands, on condition that nobody else has; null when somebody has.</summary>
    /// <param name="chunk">Without an ETag for a chunk that nobody has begun with.</param>
    public async Task<SweepChunk?> ChangeAsync(SweepChunk chunk, CancellationToken cancellation)
    {
        var row = SweepChunk.Write(chunk);
        try
        {
            var written = chunk.ETag == default
                ? await table.AddEntityAsync(row, cancellation)
                : await table.UpdateEntityAsync(row, chunk.ETag, TableUpdateMode.Merge, cancellation);
            return chunk with { ETag = written.Headers.ETag!.Value };
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return null;
        }
    }

    /// <summary>
    /// Writes the numbers of a chunk, unless they are there: whoever was faster has written the same. False when the chunk's row is gone,
    /// and the sweep with it.
    /// </summary>
    public async Task<bool> FinishAsync(SweepChunk claimed, VariantNumbers numbers, SweepDigest digest, CancellationToken cancellation)
    {
        for (var (tries, chunk) = (0, claimed); tries < MostTries; tries++)
        {
            var row = SweepChunk.Write(chunk with { EngineVersion = Engine.EngineVersion.Current, Owner = "", LeaseUntil = null, LastError = "" });
            ChunkNumbers.Write(row, numbers, digest);
            RowSize.Check(row);
            try
            {
                await table.UpdateEntityAsync(row, chunk.ETag, TableUpdateMode.Replace, cancellation);
                return true;
            }
            catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
            {
                if (await FindAsync(claimed.Sweep, claimed.Number, cancellation) is not { } current)
                    return false;
                if (current.IsDone)
                    return true;
                chunk = current;
            }
        }

        throw new InvalidOperationException($"The row of chunk {claimed.Number} of sweep {claimed.Sweep} is changed all the time.");
    }

    /// <summary>The digests of the chunks that have numbers, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<SweepDigest>> DigestsAsync(Guid sweep, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: DigestOnly, cancellationToken: cancellation)
        .Where(row => row.GetString("EngineVersion").Length > 0)
        .Select(ChunkNumbers.ReadDigest)
        .ToListAsync(cancellation);

    /// <summary>The numbers of the chunks of a range that have any.</summary>
    public async Task<IReadOnlyList<VariantNumbers>> NumbersAsync(Guid sweep, int from, int before, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(sweep, Keys.Chunks(from, before)), cancellationToken: cancellation)
        .Where(row => row.GetString("EngineVersion").Length > 0)
        .Select(ChunkNumbers.Read)
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
    public async Task PurgeAsync(Guid sweep, CancellationToken cancellation)
    {
        // Whoever purges the same rows makes our transaction fail, and may die before the next: what is left is looked for again.
        for (var tries = 0; tries < MostTries && !await TryPurgeAsync(sweep, cancellation); tries++)
        {
        }
    }

    private async Task<bool> TryPurgeAsync(Guid sweep, CancellationToken cancellation)
    {
        var partition = Keys.SweepChunks(sweep);
        var rows = await table
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), select: KeysOnly, cancellationToken: cancellation)
            .Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))
            .ToListAsync(cancellation);
        try
        {
            foreach (var batch in Batches.Of(rows))
                await table.SubmitTransactionAsync(batch, cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }

    private static string In(Guid sweep, KeyRange range)
    {
        var partition = Keys.SweepChunks(sweep);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}");
    }
}
