using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Engine.Sampling;

/// <summary>
/// Rows of numbers, one column a draw, for the draws worked on together. Rows are whole vectors wide: the columns past
/// the last draw hold harmless numbers, so that no kernel has a remainder to treat differently.
/// </summary>
internal sealed class DrawMatrix(int rows)
{
    /// <summary>Draws worked on together: few enough that the rows in use stay in the processor's cache.</summary>
    public const int Capacity = 256;

    private Vector256<double>[]? cells;
    private int vectors = Capacity / 4;

    public int Rows => rows;

    private Vector256<double>[] Cells => cells ?? Make();

    /// <summary>Vectors from a row to the next: what the most draws so far have needed.</summary>
    public int Stride { get; private set; }

    /// <summary>
    /// Number of draws in use; the vectors that hold them are what the rows show. More than ever before find the rows empty.
    /// </summary>
    public int Draws
    {
        get;
        set
        {
            field = value;
            vectors = (value + 3) / 4;
            if (vectors > Stride)
            {
                cells = null;
            }
        }
    } = Capacity;

    /// <summary>A row as vectors.</summary>
    public Span<Vector256<double>> this[int row] => Cells.AsSpan(row * Stride, vectors);

    /// <summary>Everything from a row on.</summary>
    public ReadOnlySpan<Vector256<double>> From(int row) => Cells.AsSpan(row * Stride);

    /// <summary>A row as numbers, one per draw in use.</summary>
    public Span<double> Numbers(int row) => MemoryMarshal.Cast<Vector256<double>, double>(this[row])[..Draws];

    // Not before it is known how many draws there are: memory that is not touched costs nothing.
    private Vector256<double>[] Make()
    {
        Stride = vectors;
        return cells = new Vector256<double>[rows * Stride];
    }
}
