using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Engine.Valuing;

/// <summary>
/// Elementary steps over rows of draws; all rows of a call have the same length. Cutting them to it tells the compiler so,
/// which then checks no index.
/// </summary>
internal static class ValueKernels
{
    /// <summary>The largest distance that a scale of 0 to 100 leaves from the ideal point, inverted.</summary>
    public static void InverseReach(ReadOnlySpan<Vector256<double>> ideal, Span<Vector256<double>> inverse)
    {
        ideal = ideal[..inverse.Length];
        var hundred = Vector256.Create(100.0);
        for (var i = 0; i < inverse.Length; i++)
        {
            inverse[i] = Vector256<double>.One / Vector256.Max(ideal[i], hundred - ideal[i]);
        }
    }

    /// <summary>v = 1 − |x − p| / max(p, 100 − p).</summary>
    public static void PartialValue(
        ReadOnlySpan<Vector256<double>> term,
        ReadOnlySpan<Vector256<double>> ideal,
        ReadOnlySpan<Vector256<double>> inverseReach,
        Span<Vector256<double>> value)
    {
        term = term[..value.Length];
        ideal = ideal[..value.Length];
        inverseReach = inverseReach[..value.Length];
        for (var i = 0; i < value.Length; i++)
        {
            value[i] = Vector256<double>.One - (Vector256.Abs(term[i] - ideal[i]) * inverseReach[i]);
        }
    }

    /// <summary>v = 1 − (|x − p| / max(p, 100 − p))^γ.</summary>
    public static void BentPartialValue(
        ReadOnlySpan<Vector256<double>> term,
        ReadOnlySpan<Vector256<double>> ideal,
        ReadOnlySpan<Vector256<double>> inverseReach,
        ReadOnlySpan<Vector256<double>> shape,
        Span<Vector256<double>> value)
    {
        term = term[..value.Length];
        ideal = ideal[..value.Length];
        inverseReach = inverseReach[..value.Length];
        shape = shape[..value.Length];
        for (var i = 0; i < value.Length; i++)
        {
            value[i] = Vector256.Abs(term[i] - ideal[i]) * inverseReach[i];
        }

        var numbers = MemoryMarshal.Cast<Vector256<double>, double>(value);
        TensorPrimitives.Pow(numbers, MemoryMarshal.Cast<Vector256<double>, double>(shape), numbers);
        TensorPrimitives.Subtract(1, numbers, numbers);
    }

    /// <summary>sum ← sum + factor·row.</summary>
    public static void AddScaled(ReadOnlySpan<Vector256<double>> row, ReadOnlySpan<Vector256<double>> factor, Span<Vector256<double>> sum)
    {
        row = row[..sum.Length];
        factor = factor[..sum.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += row[i] * factor[i];
        }
    }

    /// <summary>sum ← sum + row.</summary>
    public static void Add(ReadOnlySpan<Vector256<double>> row, Span<Vector256<double>> sum)
    {
        row = row[..sum.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += row[i];
        }
    }

    /// <summary>product ← left·right.</summary>
    public static void Multiply(ReadOnlySpan<Vector256<double>> left, ReadOnlySpan<Vector256<double>> right, Span<Vector256<double>> product)
    {
        left = left[..product.Length];
        right = right[..product.Length];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = left[i] * right[i];
        }
    }

    /// <summary>difference ← left − right.</summary>
    public static void Subtract(ReadOnlySpan<Vector256<double>> left, ReadOnlySpan<Vector256<double>> right, Span<Vector256<double>> difference)
    {
        left = left[..difference.Length];
        right = right[..difference.Length];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = left[i] - right[i];
        }
    }

    /// <summary>sum ← sum + factor·(left − right); exactly 0 is added where left and right are equal.</summary>
    public static void AddScaledDifference(
        ReadOnlySpan<Vector256<double>> left,
        ReadOnlySpan<Vector256<double>> right,
        ReadOnlySpan<Vector256<double>> factor,
        Span<Vector256<double>> sum)
    {
        left = left[..sum.Length];
        right = right[..sum.Length];
        factor = factor[..sum.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += factor[i] * (left[i] - right[i]);
        }
    }
}
