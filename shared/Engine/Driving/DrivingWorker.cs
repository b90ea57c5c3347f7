using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Parley.Engine.Recomputing;
using Parley.Engine.Sampling;

namespace Parley.Engine.Driving;

/// <summary>Runs chunks of the two samples that the indices need; one worker a thread.</summary>
internal sealed class DrivingWorker(DrivingPlan plan)
{
    private readonly GraphRows rows = new(plan.Graph);
    private readonly InputSample a = plan.Draw("a");
    private readonly InputSample b = plan.Draw("b");
    private readonly IReadOnlyList<int>[] outputsOf =
        [.. plan.Inputs.Select(input => Enumerable.Range(0, plan.Given.Count).Where(o => input.ReachedRows.Contains(plan.Given[o].Row)).ToArray())];

    /// <summary>Means of the outputs over the first chunk: numbers near their means.</summary>
    public double[] Centres()
    {
        Compute(a, 0);
        return [.. plan.Given.Select(output => TensorPrimitives.Sum(rows.Numbers(output.Row)) / DrawMatrix.Capacity)];
    }

    /// <summary>Runs one chunk of the sample.</summary>
    /// <param name="cancellation">Looked at before every input.</param>
    public void Run(int chunk, DrivingSums sums, CancellationToken cancellation)
    {
        Compute(b, chunk);
        Keep(sums.B, chunk);
        Compute(a, chunk);
        Keep(sums.A, chunk);
        for (var o = 0; o < plan.Given.Count; o++)
        {
            for (var block = 0; block < plan.Sample.BlocksPerChunk; block++)
            {
                sums.Sobol[o].Observe(Block(chunk, block), In(sums.A[o], chunk, block), In(sums.B[o], chunk, block));
            }
        }

        for (var i = 0; i < plan.Inputs.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Exchange(chunk, i, sums);
            if (chunk < plan.TornadoChunks)
            {
                Hold(chunk, i, isHigh: false, sums);
                Hold(chunk, i, isHigh: true, sums);
            }
        }
    }

    private void Compute(InputSample sample, int chunk)
    {
        sample.Begin(chunk);
        sample.Write(rows.Quantities);
        rows.Compute();
    }

    private void Keep(double[][] outputs, int chunk)
    {
        for (var o = 0; o < plan.Given.Count; o++)
        {
            rows.Numbers(plan.Given[o].Row).CopyTo(outputs[o].AsSpan(chunk * DrawMatrix.Capacity));
        }
    }

    /// <summary>The input's draws from sample B, everything else from A.</summary>
    private void Exchange(int chunk, int i, DrivingSums sums)
    {
        plan.Inputs[i].Change(rows, a, b.Uniform(plan.Inputs[i].Judgement));
        foreach (var o in outputsOf[i])
        {
            var output = rows.Numbers(plan.Given[o].Row);
            for (var block = 0; block < plan.Sample.BlocksPerChunk; block++)
            {
                sums.Sobol[o].Observe(Block(chunk, block), i, In(sums.A[o], chunk, block), In(sums.B[o], chunk, block), Of(output, block));
            }
        }
    }

    /// <summary>The input at one of its ends, everything else from sample A.</summary>
    private void Hold(int chunk, int i, bool isHigh, DrivingSums sums)
    {
        Span<Vector256<double>> held = stackalloc Vector256<double>[DrawMatrix.Capacity / 4];
        held.Fill(Vector256.Create(plan.Inputs[i].End(isHigh)));
        plan.Inputs[i].Change(rows, a, held);
        foreach (var o in outputsOf[i])
        {
            for (var block = 0; block < plan.Sample.BlocksPerChunk; block++)
            {
                sums.Tornado[o].Observe(Block(chunk, block), i, isHigh, Of(rows.Numbers(plan.Given[o].Row), block));
            }
        }
    }

    private int Block(int chunk, int block) => (chunk * plan.Sample.BlocksPerChunk) + block;

    private ReadOnlySpan<double> In(double[] output, int chunk, int block) =>
        output.AsSpan(Block(chunk, block) * plan.Sample.PointsPerBlock, plan.Sample.PointsPerBlock);

    private ReadOnlySpan<double> Of(ReadOnlySpan<double> output, int block) =>
        output.Slice(block * plan.Sample.PointsPerBlock, plan.Sample.PointsPerBlock);
}
