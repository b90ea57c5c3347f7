using System.Numerics.Tensors;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Solves A·x = b for a symmetric matrix that should be positive definite. Where it is not, its diagonal is raised until
/// it is, so that the answer is still a direction in which a function with curvature −A and slope b rises.
/// </summary>
internal sealed class CholeskySolver(int size)
{
    private readonly double[] factor = new double[size * size];

    public void Solve(ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, Span<double> solution)
    {
        var raise = 0.0;
        while (!Factorise(matrix, raise))
        {
            raise = raise == 0 ? 1e-6 : raise * 10;
            if (double.IsInfinity(raise))
            {
                throw new ArgumentException("The matrix holds something that is not a number.", nameof(matrix));
            }
        }

        for (var i = 0; i < size; i++)
        {
            solution[i] = (right[i] - TensorPrimitives.Dot(Row(i, i), solution[..i])) / factor[(i * size) + i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var sum = solution[i];
            for (var j = i + 1; j < size; j++)
            {
                sum -= factor[(j * size) + i] * solution[j];
            }

            solution[i] = sum / factor[(i * size) + i];
        }
    }

    private bool Factorise(ReadOnlySpan<double> matrix, double raise)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                factor[(i * size) + j] = (matrix[(i * size) + j] - TensorPrimitives.Dot(Row(i, j), Row(j, j))) / factor[(j * size) + j];
            }

            var diagonal = matrix[(i * size) + i];
            var pivot = diagonal + raise - TensorPrimitives.SumOfSquares(Row(i, i));
            if (!(pivot > 1e-14 * Math.Abs(diagonal)))
            {
                return false;
            }

            factor[(i * size) + i] = Math.Sqrt(pivot);
        }

        return true;
    }

    private ReadOnlySpan<double> Row(int row, int length) => factor.AsSpan(row * size, length);
}
