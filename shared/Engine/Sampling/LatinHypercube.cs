using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Engine.Sampling;

/// <summary>
/// Latin hypercube sampling (McKay, Beckman &amp; Conover 1979, Technometrics 21, 239–245): every coordinate of a block has
/// exactly one draw in each of n equal strata, in random order. A sample is 20 independent hypercubes, so that the
/// variance between them gives standard errors (the plain formula is wrong under a hypercube).
/// </summary>
internal static class LatinHypercube
{
    /// <summary>Independent hypercubes in a sample.</summary>
    public const int Blocks = 20;

    /// <summary>Coordinates filled together, one a lane.</summary>
    private const int Lanes = 4;

    private const double Unit = 1.0 / (1L << 32);

    /// <summary>Writes every coordinate's draws, each strictly between 0 and 1: a function of its key, the block and the length.</summary>
    /// <param name="uniform">A row of draws per key, one after another.</param>
    public static void Fill(ReadOnlySpan<ulong> keys, int block, Span<double> uniform)
    {
        var length = keys.IsEmpty ? 0 : uniform.Length / keys.Length;
        var together = keys.Length - (keys.Length % Lanes);
        for (var k = 0; k < together; k += Lanes)
        {
            FillLanes(keys.Slice(k, Lanes), block, uniform.Slice(k * length, Lanes * length));
        }

        for (var k = together; k < keys.Length; k++)
        {
            Fill(keys[k], block, uniform.Slice(k * length, length));
        }
    }

    /// <summary>Writes one coordinate's draws.</summary>
    public static void Fill(ulong key, int block, Span<double> uniform)
    {
        var stream = new RandomStream(key, block);
        var stratum = 1.0 / uniform.Length;
        for (var i = 0; i < uniform.Length; i++)
        {
            // Fisher–Yates, inside out: the high half of the bits picks the place, the low half the point in the stratum.
            var bits = stream.Next();
            var place = (int)(((bits >> 32) * (ulong)(i + 1)) >> 32);
            var point = (i + (((uint)bits + 0.5) * Unit)) * stratum;
            uniform[i] = uniform[place];
            uniform[place] = point;
        }
    }

    /// <summary>
    /// The same for four coordinates at once, to the last bit. A method of its own wherever it is called from, with all that it
    /// calls inside: the compiler would else run out of its allowance and leave calls in the innermost loop.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillLanes(ReadOnlySpan<ulong> keys, int block, Span<double> uniform)
    {
        var stream = new RandomStreams(keys, block);
        var length = uniform.Length / Lanes;
        var stratum = Vector256.Create(1.0 / length);
        ref var first = ref MemoryMarshal.GetReference(uniform);
        for (var i = 0; i < length; i++)
        {
            // A place is at most i, since the high half of the bits is below 2³²: no index leaves its row.
            var bits = stream.Next();
            var places = Product(bits >>> 32, Vector256.Create((ulong)(i + 1))) >>> 32;
            var points = (Vector256.Create((double)i) + ((Halves(bits) + Vector256.Create(0.5)) * Vector256.Create(Unit))) * stratum;
            Place(ref first, i, (nint)places.GetElement(0), points.GetElement(0));
            Place(ref Unsafe.Add(ref first, length), i, (nint)places.GetElement(1), points.GetElement(1));
            Place(ref Unsafe.Add(ref first, 2 * length), i, (nint)places.GetElement(2), points.GetElement(2));
            Place(ref Unsafe.Add(ref first, 3 * length), i, (nint)places.GetElement(3), points.GetElement(3));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Place(ref double row, int i, nint place, double point)
    {
        ref var there = ref Unsafe.Add(ref row, place);
        Unsafe.Add(ref row, i) = there;
        there = point;
    }

    /// <summary>Product of numbers below 2³².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Product(Vector256<ulong> left, Vector256<ulong> right) =>
        Avx2.IsSupported ? Avx2.Multiply(left.AsUInt32(), right.AsUInt32()) : left * right;

    /// <summary>The low halves of the bits as doubles: written behind the exponent of 2⁵², which is then taken away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Halves(Vector256<ulong> bits)
    {
        var exponent = Vector256.Create(0x4330000000000000UL);
        return ((bits & Vector256.Create((ulong)uint.MaxValue)) | exponent).AsDouble() - exponent.AsDouble();
    }
}
