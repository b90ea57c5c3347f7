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
    private static readonly string[] WithDigest = [.. SweepChunk.State, "First", "Variants", "Quantities", "Digest"];

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

    /// <summary>Removes the chunks of which nobody can tell where they stand, so that they are evaluated again.</summary>
    public async Task RemoveUnreadableAsync(Guid sweep, CancellationToken cancellation)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(In(sweep, Keys.ChunkRange), select: SweepChunk.State, cancellationToken: cancellation))
        {
            if (!IfReadable(entity, of => SweepChunk.Read(sweep, of)).Any())
                await RemoveAsync(entity, cancellation);
        }
    }

    /// <summary>
    /// Removes the chunks whose numbers are not whole, each as it is found. Those of another engine are evaluated again anyway, or are not for
    /// this one to judge.
    /// </summary>
    public async Task RemoveDamagedAsync(SweepRow row, Sweep sweep, int quantities, CancellationToken cancellation)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(In(row.Id, Keys.ChunkRange), cancellationToken: cancellation))
        {
            if (!IfReadable(entity, of => EvaluatedChunk.Read(of, row, sweep, quantities)).Any())
                await RemoveAsync(entity, cancellation);
        }
    }

    /// <summary>The row with the engine of its numbers, also where an earlier version ended the sweep without saying it: then that of most chunks.</summary>
    public async Task<SweepRow> WithEngineAsync(SweepRow row, CancellationToken cancellation)
    {
        if (!row.Status.HasEnded() || row.EngineVersion.Length > 0)
            return row;
        var evaluated = (await FindReadableAsync(row.Id, cancellation)).Values.Where(chunk => chunk.HasNumbers);
        return row with { EngineVersion = evaluated.CountBy(chunk => chunk.EngineVersion).OrderByDescending(of => of.Value).FirstOrDefault().Key ?? "" };
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

    /// <summary>All chunks that have been begun with, in the order of their numbers, with what the engine that runs here made of them.</summary>
    /// <exception cref="InvalidDataException">One of them can no longer be read, or its numbers are not whole.</exception>
    public IAsyncEnumerable<EvaluatedChunk> EvaluatedAsync(SweepRow row, Sweep sweep, int quantities, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(In(row.Id, Keys.ChunkRange), cancellationToken: cancellation)
        .Select(entity => EvaluatedChunk.Read(entity, row, sweep, quantities));

    /// <summary>
    /// As <see cref="FindReadableAsync"/>, and with it, of the same moment, the digests of the chunks whose numbers a reader may see and that can
    /// be read, in the order of their numbers.
    /// </summary>
    public async Task<(IReadOnlyDictionary<int, SweepChunk> Chunks, IReadOnlyList<SweepDigest> Digests)> FindReadableWithDigestsAsync(
        SweepRow row, int quantities, CancellationToken cancellation)
    {
        var found = await table
            .QueryAsync<TableEntity>(In(row.Id, Keys.ChunkRange), select: WithDigest, cancellationToken: cancellation)
            .SelectMany(entity => IfReadable(entity, of => (Chunk: SweepChunk.Read(row.Id, of), Entity: of)))
            .ToListAsync(cancellation);
        return (
            found.ToDictionary(each => each.Chunk.Number, each => each.Chunk),
            [.. found.Where(each => HasNumbersFor(row, each.Entity)).SelectMany(each => IfReadable(each.Entity, of => ChunkNumbers.ReadDigest(of, row, quantities)))]);
    }

    /// <summary>The chunks from a number on that have numbers for a reader, damaged or not, in their order.</summary>
    public IAsyncEnumerable<int> WithNumbersAsync(SweepRow row, int from, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(In(row.Id, Keys.Chunks(from, row.Chunks)), select: SweepChunk.State, cancellationToken: cancellation)
        .Where(entity => HasNumbersFor(row, entity))
        .SelectMany(entity => IfReadable(entity, of => SweepChunk.Read(row.Id, of).Number));

    /// <summary>The numbers that a reader may see of the chunks of a range, without those that can no longer be read.</summary>
    public async Task<IReadOnlyList<VariantNumbers>> NumbersAsync(SweepRow row, int quantities, int from, int before, CancellationToken cancellation) => await table
        .QueryAsync<TableEntity>(In(row.Id, Keys.Chunks(from, before)), cancellationToken: cancellation)
        .Where(entity => HasNumbersFor(row, entity))
        .SelectMany(entity => IfReadable(entity, of => ChunkNumbers.Read(of, row, quantities)))
        .ToListAsync(cancellation);

    /// <summary>Writes the summary; false when there is another one than the one to be replaced.</summary>
    /// <param name="over">The state of the one to be replaced, as found; null for none.</param>
    /// <exception cref="RowTooLargeException">It does not fit into a row.</exception>
    public async Task<bool> WriteSummaryAsync(Guid sweep, byte[] summary, string? over, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.SweepChunks(sweep), Keys.SweepSummary);
        Packing.Write(row, Packing.Compress(summary));
        RowSize.Check(row);
        try
        {
            await (over is not null ? table.UpdateEntityAsync(row, new ETag(over), TableUpdateMode.Replace, cancellation) : table.AddEntityAsync(row, cancellation));
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }

    /// <summary>The state of the summary that there is; null when there is none.</summary>
    public async Task<string?> FindSummaryAsync(Guid sweep, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.SweepChunks(sweep), Keys.SweepSummary, ["PartitionKey", "RowKey"], cancellation);
        return row.HasValue ? $"{row.Value!.ETag}" : null;
    }

    /// <exception cref="InvalidDataException">It can no longer be read.</exception>
    public async Task<byte[]?> ReadSummaryAsync(Guid sweep, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Keys.SweepChunks(sweep), Keys.SweepSummary, cancellationToken: cancellation);
        return row.HasValue ? Packing.Decompress(row.Value!.Read(Packing.Read)) : null;
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

    private static bool HasNumbersFor(SweepRow row, TableEntity entity) => entity["EngineVersion"] is string engine && engine == row.EngineOfNumbers;

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
