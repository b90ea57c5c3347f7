namespace Parley.Benchmarks.Speed;

/// <summary>A straight line through measured times, by least squares.</summary>
/// <param name="Exponent">Slope of log time on log size: 1 where the time is in proportion, below where a fixed part remains.</param>
internal readonly record struct LinearFit(double Intercept, double Slope, double RSquared, double Exponent)
{
    public static LinearFit Of(IReadOnlyList<(double Size, double Seconds)> points)
    {
        var (intercept, slope, rSquared) = Line(points);
        return new LinearFit(intercept, slope, rSquared, Line([.. points.Select(p => (Math.Log(p.Size), Math.Log(p.Seconds)))]).Slope);
    }

    private static (double Intercept, double Slope, double RSquared) Line(IReadOnlyList<(double X, double Y)> points)
    {
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        var slope = points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
        var intercept = y - (slope * x);
        var left = points.Sum(p => Math.Pow(p.Y - intercept - (slope * p.X), 2));
        return (intercept, slope, 1 - (left / points.Sum(p => (p.Y - y) * (p.Y - y))));
    }
}
