using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Following;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;
using Parley.Engine.Valuing;

namespace Parley.Benchmarks.Speed;

/// <summary>
/// The time that the elementary steps of an impact evaluation would take if each ran alone at its fastest, on rows in the
/// cache: random bits, triangular inversions, hyperbolic tangents, and passes over rows. What is left of the measured time
/// is everything else: the shuffle of the hypercube, quantiles, memory, bookkeeping.
/// </summary>
internal static class MachineLimit
{
    private const int Repeats = 20_000;

    /// <summary>Seconds for so many draws.</summary>
    public static double Of(Model model, int draws)
    {
        var rows = new DrawMatrix(3);
        foreach (var row in Enumerable.Range(0, 3))
        {
            rows.Numbers(row).Fill(0.3 + (0.1 * row));
        }

        var range = new TriangularRange(0, 0.5, 1, "made up");
        var schedule = new EffectSchedule(model);
        var random = PerNumber(() => Bits(rows[0]));
        var inversion = PerNumber(() => TriangularDistribution.Invert(range, rows[0]));
        var tanh = PerNumber(() => TensorPrimitives.Tanh(Numbers(rows[1]), Numbers(rows[2])));
        var pass = PerNumber(() => ValueKernels.AddScaled(rows[0], rows[1], rows[2]));
        var sampled = model.Quantities.Judgements.Count;
        return draws * ((sampled * (random + inversion)) + ((model.Worlds.Count - 1) * schedule.Rows * tanh) + (Passes(model, schedule) * pass));
    }

    /// <summary>Passes over rows that the definitions ask for, without any that only copy.</summary>
    private static int Passes(Model model, EffectSchedule schedule)
    {
        var worlds = model.Worlds.Count;
        var perChange = (worlds - Model.FirstNoDeal) + 1; // differences to every outcome of no deal and to the status quo
        var values = model.Stakeholders.Sum(s => (s.Preferences.Count * (worlds + 1)) + (s.Interactions.Count * worlds) + s.WeightRows.Count);
        var contributions = model.Stakeholders.Sum(s => s.WeightRows.Count * (perChange + 3)); // weights, and both baselines
        var links = model.Links.Count * (worlds - 1) * schedule.Rows / Math.Max(1, model.Effects.Count);
        return values + contributions + links;
    }

    private static double PerNumber(Action work) => Measured.Of(work, Repeats).Cpu / DrawMatrix.Capacity;

    /// <summary>Four streams side by side, as the hypercubes draw them, the bits written behind the exponent of 1.</summary>
    private static void Bits(Span<Vector256<double>> into)
    {
        var streams = new RandomStreams([1, 2, 3, 4], 0);
        var exponent = Vector256.Create(0x3FF0000000000000UL);
        foreach (ref var four in into)
        {
            four = ((streams.Next() >>> 12) | exponent).AsDouble() - Vector256<double>.One;
        }
    }

    private static Span<double> Numbers(Span<Vector256<double>> row) => MemoryMarshal.Cast<Vector256<double>, double>(row);
}
