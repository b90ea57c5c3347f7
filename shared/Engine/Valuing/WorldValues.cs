using System.Runtime.Intrinsics;
using Parley.Engine.Sampling;

namespace Parley.Engine.Valuing;

/// <summary>One component's values in all worlds: rows of a matrix at equal steps, the deal first, each times a factor.</summary>
/// <param name="matrix">Holds the rows.</param>
/// <param name="first">Row of the deal.</param>
/// <param name="step">Rows from a world to the next.</param>
/// <param name="factor">A power of two, or its negative, so that it rounds nothing.</param>
internal readonly ref struct WorldValues(DrawMatrix matrix, int first, int step, double factor = 1)
{
    /// <summary>The deal's row and everything behind it.</summary>
    public ReadOnlySpan<Vector256<double>> Deal { get; } = matrix.From(first);

    /// <summary>Vectors from a world to the next.</summary>
    public int Step { get; } = step * matrix.Stride;

    public double Factor { get; } = factor;
}
