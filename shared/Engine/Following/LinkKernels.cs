using System.Runtime.Intrinsics;
using Parley.Engine.Situations;

namespace Parley.Engine.Following;

/// <summary>Elementary steps of links over rows of draws; all rows of a call have the same length.</summary>
internal static class LinkKernels
{
    /// <summary>change ← (term − held)/100, in scale lengths.</summary>
    public static void Change(ReadOnlySpan<Vector256<double>> term, ReadOnlySpan<Vector256<double>> held, Span<Vector256<double>> change)
    {
        term = term[..change.Length];
        held = held[..change.Length];
        var unit = Vector256.Create(0.01);
        for (var i = 0; i < change.Length; i++)
        {
            change[i] = (term[i] - held[i]) * unit;
        }
    }

    /// <summary>breach ← breach + how far the term lies beyond the red line, in scale lengths; 0 within.</summary>
    public static void AddBreach(
        ReadOnlySpan<Vector256<double>> term, ReadOnlySpan<Vector256<double>> line, RedLineSide side, Span<Vector256<double>> breach)
    {
        term = term[..breach.Length];
        line = line[..breach.Length];
        var sign = Vector256.Create(side == RedLineSide.AtMost ? 0.01 : -0.01);
        for (var i = 0; i < breach.Length; i++)
        {
            breach[i] += Vector256.Max((term[i] - line[i]) * sign, Vector256<double>.Zero);
        }
    }

    /// <summary>input ← 0 up to the threshold, 1 from threshold plus width on, a straight ramp between.</summary>
    public static void Ramp(ReadOnlySpan<Vector256<double>> threshold, double width, Span<Vector256<double>> input)
    {
        threshold = threshold[..input.Length];
        var whole = Vector256.Create(width);
        for (var i = 0; i < input.Length; i++)
        {
            var ramp = (input[i] - threshold[i]) / whole;
            input[i] = Vector256.Min(Vector256.Max(ramp, Vector256<double>.Zero), Vector256<double>.One);
        }
    }
}
