using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Estimating;
using Parley.Engine.Recomputing;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;

namespace Parley.Engine.Sweeping;

/// <summary>
/// Evaluates variants side by side: everything is drawn once, and for each variant only what its terms reach is computed again. So all
/// variants have the same draws, and differ by their terms alone.
/// </summary>
internal sealed class VariantRunner
{
    private readonly Sweep sweep;
    private readonly Variants variants;
    private readonly Model model;
    private readonly int[] termRows;
    private readonly int[] quantities;
    private readonly GraphRows rows;
    private readonly IReadOnlyList<Node> reached;
    private readonly int drawsPerBlock;

    public VariantRunner(Situation situation, Sweep sweep, Variants variants)
    {
        (this.sweep, this.variants) = (sweep, variants);
        drawsPerBlock = sweep.Draws / LatinHypercube.Blocks;
        var bound = BoundSweep.Of(situation, sweep);
        model = bound.Model;
        termRows = bound.TermRows;
        quantities = [.. bound.Outputs.Select(output => output.Row), .. bound.Impacts];
        rows = new GraphRows(bound.Graph);
        reached = bound.Graph.ReachedFrom(termRows);
    }

    /// <param name="cancellation">Looked at before every variant.</param>
    public VariantNumbers Run(int first, int count, CancellationToken cancellation)
    {
        var sums = new double[count][];
        for (var v = 0; v < count; v++)
        {
            sums[v] = new double[quantities.Length * LatinHypercube.Blocks];
        }

        var sampler = new Sampler(model.Quantities, drawsPerBlock);
        foreach (var batch in DrawBatch.Of(drawsPerBlock))
        {
            sampler.Write(batch, rows.Quantities);
            rows.Compute();
            for (var v = 0; v < count; v++)
            {
                cancellation.ThrowIfCancellationRequested();
                Change(first + v);
                Add(batch, sums[v]);
                rows.Restore();
            }
        }

        return Numbers(first, sums);
    }

    private void Change(int number)
    {
        for (var t = 0; t < termRows.Length; t++)
        {
            rows.Change(termRows[t]).Fill(Vector256.Create(variants.Value(t, number)));
        }

        rows.Recompute(reached);
    }

    private void Add(DrawBatch batch, double[] sums)
    {
        for (var q = 0; q < quantities.Length; q++)
        {
            var numbers = rows.Numbers(quantities[q]);
            foreach (var piece in batch.Pieces)
            {
                sums[(q * LatinHypercube.Blocks) + piece.Block] += TensorPrimitives.Sum(numbers.Slice(piece.Place, piece.Count));
            }
        }
    }

    private VariantNumbers Numbers(int first, double[][] sums)
    {
        var estimates = sums.Select(Estimates).ToArray();
        return new VariantNumbers(
            first,
            [.. Enumerable.Range(0, quantities.Length).Select(q => estimates.Select(of => of[q].Value).ToArray())],
            [.. Enumerable.Range(0, quantities.Length).Select(q => estimates.Select(of => of[q].StandardError).ToArray())]);
    }

    private Estimate[] Estimates(double[] sums)
    {
        TensorPrimitives.Divide(sums, drawsPerBlock, sums);
        return [.. Enumerable.Range(0, quantities.Length).Select(q => Tally.OverBlocks(sums.AsSpan(q * LatinHypercube.Blocks, LatinHypercube.Blocks)))];
    }
}
