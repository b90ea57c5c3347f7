namespace Parley.Engine.Bargaining;

/// <summary>The terms that no red line forbids, 0 to 1 per issue, with their logarithmic barrier τ Σ log((x − low)(high − x)).</summary>
internal sealed class IssueBox
{
    // Closer bounds leave nothing to bargain over on the issue.
    private const double Settled = 1e-9;

    private readonly double[] low;
    private readonly double[] high;

    public IssueBox(BargainingGame game)
    {
        low = [.. Enumerable.Range(0, game.Issues).Select(k => game.Low(k) / 100)];
        high = [.. Enumerable.Range(0, game.Issues).Select(k => game.High(k) / 100)];
    }

    /// <summary>False where the red lines leave a single value.</summary>
    public bool IsFree(int issue) => high[issue] - low[issue] > Settled;

    /// <summary>Moves terms well inside.</summary>
    public void PutInside(ReadOnlySpan<double> terms, Span<double> inside)
    {
        const double share = 0.05;
        for (var k = 0; k < low.Length; k++)
        {
            var margin = share * (high[k] - low[k]);
            inside[k] = Math.Clamp(terms[k], low[k] + margin, high[k] - margin);
        }
    }

    public void PutInTheMiddle(Span<double> terms)
    {
        for (var k = 0; k < low.Length; k++)
        {
            terms[k] = (low[k] + high[k]) / 2;
        }
    }

    public double Barrier(ReadOnlySpan<double> terms, double weight)
    {
        var sum = 0.0;
        for (var k = 0; k < low.Length; k++)
        {
            if (IsFree(k))
            {
                sum += Math.Log((terms[k] - low[k]) * (high[k] - terms[k]));
            }
        }

        return weight * sum;
    }

    /// <summary>First and second derivative of the barrier by a term.</summary>
    public (double Slope, double Curvature) Derivatives(int issue, double term, double weight)
    {
        var (below, above) = (1 / (term - low[issue]), 1 / (high[issue] - term));
        return (weight * (below - above), -weight * ((below * below) + (above * above)));
    }

    /// <summary>How many lengths of a direction fit inside.</summary>
    public double RoomAlong(ReadOnlySpan<double> terms, ReadOnlySpan<double> direction)
    {
        var room = double.PositiveInfinity;
        for (var k = 0; k < low.Length; k++)
        {
            if (IsFree(k) && direction[k] != 0)
            {
                room = Math.Min(room, ((direction[k] > 0 ? high[k] : low[k]) - terms[k]) / direction[k]);
            }
        }

        return room;
    }

    /// <summary>The bound that a term is nearer to.</summary>
    public double NearestBound(int issue, double term) => term - low[issue] < high[issue] - term ? low[issue] : high[issue];
}
