using Azure.Data.Tables;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Storage;

/// <summary>A chunk with everything that was evaluated of it.</summary>
/// <param name="Numbers">Null unless the engine that runs here has made them.</param>
/// <param name="Digest">Of those numbers, null without them.</param>
public sealed record EvaluatedChunk(SweepChunk Chunk, VariantNumbers? Numbers, SweepDigest? Digest)
{
    /// <param name="quantities">How many the sweep has.</param>
    /// <exception cref="InvalidDataException">It can no longer be read, or the numbers and their digest do not belong together.</exception>
    public static EvaluatedChunk Read(TableEntity entity, SweepRow row, Sweep sweep, int quantities)
    {
        var chunk = SweepChunk.Read(row.Id, entity);
        if (!chunk.IsDone)
            return new EvaluatedChunk(chunk, null, null);
        var (numbers, digest) = (ChunkNumbers.Read(entity, row, quantities), ChunkNumbers.ReadDigest(entity, row, quantities));
        return SweepDigest.Of(sweep, numbers).Quantities.SequenceEqual(digest.Quantities)
            ? new EvaluatedChunk(chunk, numbers, digest)
            : throw new InvalidDataException($"The digest of the row {entity.RowKey} is not that of its numbers.");
    }
}
