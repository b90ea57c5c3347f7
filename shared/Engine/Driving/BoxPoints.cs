using Parley.Engine.Recomputing;
using Parley.Engine.Sampling;

namespace Parley.Engine.Driving;

/// <summary>Writes judgements and outputs of chunks for the search of boxes; one a thread.</summary>
internal sealed class BoxPoints(DrivingPlan plan)
{
    private readonly GraphRows rows = new(plan.Graph);
    private readonly Dictionary<string, InputSample> samples = [];

    /// <summary>Writes the judgements of a chunk of a sample, by row, from place <paramref name="start"/> on.</summary>
    public void Write(string sample, int chunk, Dictionary<int, double[]> into, int start)
    {
        if (!samples.TryGetValue(sample, out var drawn))
        {
            samples.Add(sample, drawn = plan.Draw(sample));
        }

        drawn.Begin(chunk);
        drawn.Write(rows.Quantities);
        foreach (var (row, numbers) in into)
        {
            rows.Quantities.Numbers(row).CopyTo(numbers.AsSpan(start + (chunk * DrawMatrix.Capacity)));
        }
    }

    /// <summary>Writes the outputs of the chunk written last.</summary>
    public void Compute(int chunk, double[][] outputs)
    {
        rows.Compute();
        for (var o = 0; o < plan.Given.Count; o++)
        {
            rows.Numbers(plan.Given[o].Row).CopyTo(outputs[o].AsSpan(chunk * DrawMatrix.Capacity));
        }
    }
}
