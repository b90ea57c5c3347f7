using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Driving;

/// <summary>
/// One of the independent samples of an analysis, a chunk at a time: uniform draws for every judgement that is needed.
/// They depend on seed, the sample's name and the judgement's JSON Pointer alone.
/// </summary>
internal sealed class InputSample
{
    private const int VectorsPerChunk = DrawMatrix.Capacity / 4;

    private readonly Quantities quantities;
    private readonly IReadOnlyList<Judgement> judgements;
    private readonly BlockedSample blocks;
    private readonly ulong[] keys;
    private readonly int[] places;
    private readonly Vector256<double>[] uniform;

    /// <param name="judgements">Those that are needed; factors before the judgements that follow them.</param>
    /// <param name="name">Tells the samples of one seed apart.</param>
    public InputSample(Quantities quantities, IReadOnlyList<Judgement> judgements, long seed, string name, BlockedSample blocks)
    {
        this.quantities = quantities;
        this.judgements = judgements;
        this.blocks = blocks;
        keys = [.. judgements.Select(j => SampleKey.Of(seed, $"drivers/{name}{j.Pointer}"))];
        places = new int[quantities.Rows];
        for (var i = 0; i < judgements.Count; i++)
        {
            places[judgements[i].Row] = i;
        }

        uniform = new Vector256<double>[judgements.Count * VectorsPerChunk];
    }

    /// <summary>Draws a chunk.</summary>
    public void Begin(int chunk)
    {
        for (var i = 0; i < judgements.Count; i++)
        {
            var numbers = MemoryMarshal.Cast<Vector256<double>, double>(Row(i));
            for (var b = 0; b < blocks.BlocksPerChunk; b++)
            {
                LatinHypercube.Fill(keys[i], (chunk * blocks.BlocksPerChunk) + b, numbers.Slice(b * blocks.PointsPerBlock, blocks.PointsPerBlock));
            }
        }
    }

    /// <summary>The chunk's uniform draws for a judgement.</summary>
    public ReadOnlySpan<Vector256<double>> Uniform(Judgement judgement) => Row(places[judgement.Row]);

    /// <summary>Writes the values of the chunk's draws into the matrix; rows of judgements that are not needed are left alone.</summary>
    public void Write(DrawMatrix draws)
    {
        foreach (var constant in quantities.Constants)
        {
            draws[constant.Row].Fill(Vector256.Create(constant.Value));
        }

        for (var i = 0; i < judgements.Count; i++)
        {
            var judgement = judgements[i];
            Row(i).CopyTo(draws[judgement.Row]);
            JudgementValues.FromUniform(judgement, judgement.FactorRow < 0 ? default : draws[judgement.FactorRow], draws[judgement.Row]);
        }
    }

    private Span<Vector256<double>> Row(int place) => uniform.AsSpan(place * VectorsPerChunk, VectorsPerChunk);
}
