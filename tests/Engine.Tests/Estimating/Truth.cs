using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Estimating;

/// <summary>What is known of triangular judgements without sampling.</summary>
internal static class Truth
{
    /// <summary>97.5 % quantile of Student's t with 19 degrees of freedom.</summary>
    public const double Student = 2.093024054408263;

    /// <summary>Mean of a judgement.</summary>
    public static double Mean(TriangularRange range) => (range.Low + range.Mode + range.High) / 3;

    /// <summary>Mean of a function of a judgement, by the middle of 20,000 equal shares of its probability.</summary>
    public static double Mean(TriangularRange range, Func<double, double> function)
    {
        const int shares = 20_000;
        return Enumerable.Range(0, shares).Average(i => function(Inverse(range, (i + 0.5) / shares)));
    }

    /// <summary>Where a rising function crosses 0.</summary>
    public static double Solve(Func<double, double> rising, double low, double high)
    {
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = rising(middle) < 0 ? (middle, high) : (low, middle);
        }

        return low;
    }

    public static double Cdf(TriangularRange r, double x) =>
        x <= r.Low ? 0
        : x <= r.Mode ? (x - r.Low) * (x - r.Low) / ((r.High - r.Low) * (r.Mode - r.Low))
        : x < r.High ? 1 - ((r.High - x) * (r.High - x) / ((r.High - r.Low) * (r.High - r.Mode)))
        : 1;

    private static double Inverse(TriangularRange r, double u) => u < (r.Mode - r.Low) / (r.High - r.Low)
        ? r.Low + Math.Sqrt(u * (r.High - r.Low) * (r.Mode - r.Low))
        : r.High - Math.Sqrt((1 - u) * (r.High - r.Low) * (r.High - r.Mode));
}
