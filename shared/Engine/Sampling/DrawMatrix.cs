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

    /// <summary>Vectors from a row to the next.</summary>
    public const int VectorsPerRow = Capacity / 4;

    private readonly Vector256<double>[] cells = new Vector256<double>[rows * VectorsPerRow];
    private int vectors = VectorsPerRow;

    public int Rows => rows;

    /// <summary>Number of draws in use; the vectors that hold them are what the rows show.</summary>
    public int Draws
    {
        get;
        set
        {
            field = value;
            vectors = (value + 3) / 4;
        }
    } = Capacity;

    /// <summary>A row as vectors.</summary>
    public Span<Vector256<double>> this[int row] => cells.AsSpan(row * VectorsPerRow, vectors);

    /// <summary>Everything from a row on.</summary>
    public ReadOnlySpan<Vector256<double>> From(int row) => cells.AsSpan(row * VectorsPerRow);

    /// <summary>A row as numbers, one per draw in use.</summary>
    public Span<double> Numbers(int row) => MemoryMarshal.Cast<Vector256<double>, double>(this[row])[..Draws];
}
