using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Sweeping;

/// <summary>
/// Draws computed together, up to 256: as many whole blocks as there is room for, or a piece of one. Small batches would cost almost
/// as much as full ones.
/// </summary>
internal sealed record DrawBatch(IReadOnlyList<DrawPiece> Pieces)
{
    public int Draws => Pieces.Sum(piece => piece.Count);

    /// <summary>The batches of a whole sample.</summary>
    public static IEnumerable<DrawBatch> Of(int drawsPerBlock)
    {
        var together = Math.Max(1, DrawMatrix.Capacity / drawsPerBlock);
        foreach (var blocks in Enumerable.Range(0, LatinHypercube.Blocks).Chunk(together))
        {
            for (var start = 0; start < drawsPerBlock; start += DrawMatrix.Capacity)
            {
                var count = Math.Min(DrawMatrix.Capacity, drawsPerBlock - start);
                yield return new DrawBatch([.. blocks.Select((block, place) => new DrawPiece(block, start, count, place * count))]);
            }
        }
    }
}

/// <summary>Some draws of one block.</summary>
/// <param name="Start">The first of them in the block.</param>
/// <param name="Place">Where they stand in the batch.</param>
internal readonly record struct DrawPiece(int Block, int Start, int Count, int Place);

/// <summary>Draws batches.</summary>
internal sealed class BatchSampler(Quantities quantities, int drawsPerBlock)
{
    private readonly Sampler sampler = new(quantities, drawsPerBlock);
    private readonly DrawMatrix drawn = new(quantities.Rows);
    private int block = -1;

    public void Write(DrawBatch batch, DrawMatrix into)
    {
        into.Draws = batch.Draws;
        foreach (var piece in batch.Pieces)
        {
            if (piece.Block != block)
            {
                sampler.Begin(block = piece.Block);
            }

            drawn.Draws = piece.Count;
            sampler.Write(piece.Start, drawn);
            for (var row = 0; row < quantities.Rows; row++)
            {
                // What is behind the last draw is computed with it, and so must be harmless.
                if (piece.Place == 0)
                {
                    into[row][^1] = drawn[row][0];
                }

                drawn.Numbers(row).CopyTo(into.Numbers(row)[piece.Place..]);
            }
        }
    }
}
