using System.Numerics.Tensors;
using Parley.Engine.Sampling;

namespace Parley.Engine.Estimating;

/// <summary>
/// The statistics of the blocks that a batch belongs to. Every block has sums of its own, formed from its own draws in their
/// order, whatever is computed beside them.
/// </summary>
internal sealed class BatchTally(Tally tally, DrawBatch batch)
{
    public DrawBatch Batch => batch;

    /// <summary>The statistics of one piece's block.</summary>
    public Span<double> this[DrawPiece piece] => tally.Block(piece.Block);

    /// <summary>Adds up a row of draws.</summary>
    public void AddSum(int place, ReadOnlySpan<double> row)
    {
        foreach (var piece in batch.Pieces)
        {
            this[piece][place] += TensorPrimitives.Sum(row.Slice(piece.Place, piece.Count));
        }
    }

    /// <summary>Counts the draws above a bound.</summary>
    public void AddCountAbove(double bound, int place, ReadOnlySpan<double> row)
    {
        foreach (var piece in batch.Pieces)
        {
            var count = 0;
            foreach (var number in row.Slice(piece.Place, piece.Count))
            {
                count += number > bound ? 1 : 0;
            }

            this[piece][place] += count;
        }
    }
}
