using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;

namespace Parley.Engine.Valuing;

/// <summary>
/// The step that an evaluation takes most often: one component's contribution against both baselines, in one pass over the
/// draws. Rows are read without checks of their bounds, which would cost a third of the time; lengths are checked once.
/// </summary>
internal static class ImpactKernel
{
    /// <summary>
    /// Contributions in points, 100·w·g(Δ) with g(Δ) = Δ for gains and λΔ for losses, added to the totals. Δ is the change since
    /// the status quo, or the mean of the changes since the outcomes of no deal by their odds; differences come before the
    /// mean, so that what stands the same in every outcome contributes exactly 0.
    /// </summary>
    public static void Add(
        WorldValues values,
        Odds odds,
        ReadOnlySpan<Vector256<double>> weight,
        ReadOnlySpan<Vector256<double>> inverse,
        ReadOnlySpan<Vector256<double>> lossAversion,
        Span<Vector256<double>> sinceNoDeal,
        Span<Vector256<double>> noDealTotal,
        Span<Vector256<double>> sinceStatusQuo,
        Span<Vector256<double>> statusQuoTotal)
    {
        var length = sinceNoDeal.Length;
        var outcomes = odds.All.Length / odds.Step;
        Check(length, weight, inverse, lossAversion, noDealTotal, sinceStatusQuo, statusQuoTotal);
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Deal.Length, ((outcomes + 1) * values.Step) + length);
        ref var deal = ref MemoryMarshal.GetReference(values.Deal);
        ref var held = ref Unsafe.Add(ref deal, Model.StatusQuo * values.Step);
        ref var worse = ref Unsafe.Add(ref deal, Model.FirstNoDeal * values.Step);
        ref var share = ref MemoryMarshal.GetReference(odds.All);
        var stride = odds.Step;
        var factor = Vector256.Create(values.Factor);
        var hundred = Vector256.Create(100.0);
        for (var i = 0; i < length; i++)
        {
            var here = Unsafe.Add(ref deal, i);
            var change = Vector256<double>.Zero;
            for (var outcome = 0; outcome < outcomes; outcome++)
            {
                var probability = Unsafe.Add(ref share, (outcome * stride) + i);
                change += probability * (here - Unsafe.Add(ref worse, (outcome * values.Step) + i));
            }

            var points = hundred * (At(weight, i) * At(inverse, i));
            var aversion = At(lossAversion, i);
            Put(points * Felt(factor * change, aversion), i, sinceNoDeal, noDealTotal);
            Put(points * Felt(factor * (here - Unsafe.Add(ref held, i)), aversion), i, sinceStatusQuo, statusQuoTotal);
        }
    }

    /// <summary>g(Δ).</summary>
    private static Vector256<double> Felt(Vector256<double> change, Vector256<double> lossAversion) =>
        Vector256.ConditionalSelect(Vector256.LessThan(change, Vector256<double>.Zero), change * lossAversion, change);

    private static Vector256<double> At(ReadOnlySpan<Vector256<double>> row, int i) => Unsafe.Add(ref MemoryMarshal.GetReference(row), i);

    private static void Put(Vector256<double> points, int i, Span<Vector256<double>> contribution, Span<Vector256<double>> total)
    {
        Unsafe.Add(ref MemoryMarshal.GetReference(contribution), i) = points;
        Unsafe.Add(ref MemoryMarshal.GetReference(total), i) += points;
    }

    private static void Check(
        int length,
        ReadOnlySpan<Vector256<double>> weight,
        ReadOnlySpan<Vector256<double>> inverse,
        ReadOnlySpan<Vector256<double>> lossAversion,
        ReadOnlySpan<Vector256<double>> noDealTotal,
        ReadOnlySpan<Vector256<double>> sinceStatusQuo,
        ReadOnlySpan<Vector256<double>> statusQuoTotal)
    {
        var shortest = Math.Min(
            Math.Min(Math.Min(weight.Length, inverse.Length), Math.Min(lossAversion.Length, noDealTotal.Length)),
            Math.Min(sinceStatusQuo.Length, statusQuoTotal.Length));
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, length);
    }
}
