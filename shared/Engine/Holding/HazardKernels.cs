using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Situations;

namespace Parley.Engine.Holding;

/// <summary>Elementary steps of the hazard over rows of draws; all rows of a call have the same length.</summary>
internal static class HazardKernels
{
    /// <summary>level ← how much of a factor there is before good faith, 0 to 1.</summary>
    /// <param name="value">The term or assumption that the factor is read off.</param>
    public static void Level(ReadOnlySpan<Vector256<double>> value, BoundFactor factor, Span<Vector256<double>> level)
    {
        var full = Vector256.Create(factor.Full);
        var isMore = factor.Factor.Counts == Direction.More;
        for (var i = 0; i < level.Length; i++)
        {
            level[i] = (isMore ? value[i] : full - value[i]) / full;
        }
    }

    /// <summary>1 − h = 1/(1 + e^x) and h = e^x/(1 + e^x), with x kept where both are told apart from 0 and 1.</summary>
    /// <param name="shift">What all factors add to the annual log-odds.</param>
    public static void Hold(
        ReadOnlySpan<Vector256<double>> shift, double baseLogOdds, Span<Vector256<double>> held, Span<Vector256<double>> hazard)
    {
        var numbers = MemoryMarshal.Cast<Vector256<double>, double>(hazard);
        TensorPrimitives.Add(MemoryMarshal.Cast<Vector256<double>, double>(shift), baseLogOdds, numbers);
        TensorPrimitives.Clamp(numbers, -BaseHazard.Limit, BaseHazard.Limit, numbers);
        TensorPrimitives.Exp<double>(numbers, numbers);
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = Vector256<double>.One / (Vector256<double>.One + hazard[i]);
            hazard[i] *= held[i];
        }
    }
}
