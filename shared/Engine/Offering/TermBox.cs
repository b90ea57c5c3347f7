namespace Parley.Engine.Offering;

/// <summary>Bounds between which the movable terms are searched; where low is above high, there is nothing.</summary>
internal sealed record TermBox(double[] Low, double[] High)
{
    public bool IsEmpty => Low.Zip(High).Any(pair => pair.First > pair.Second);

    /// <summary>The nearest terms inside.</summary>
    public double[] Nearest(ReadOnlySpan<double> terms)
    {
        var inside = new double[Low.Length];
        for (var k = 0; k < inside.Length; k++)
        {
            inside[k] = Math.Max(Low[k], Math.Min(High[k], terms[k]));
        }

        return inside;
    }

    public double[] Middle() => [.. Low.Zip(High, (low, high) => (low + high) / 2)];

    /// <summary>The box with one term bound more closely.</summary>
    public TermBox With(int term, double low, double high)
    {
        var narrower = new TermBox([.. Low], [.. High]);
        narrower.Low[term] = Math.Max(Low[term], low);
        narrower.High[term] = Math.Min(High[term], high);
        return narrower;
    }
}
