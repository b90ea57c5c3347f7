namespace Parley.Engine.Estimating;

/// <summary>A share or mean among some of the draws only, of which the blocks hold unequal numbers: every draw counts alike.</summary>
internal static class RatioOfSums
{
    /// <summary>
    /// Σy/Σx with the standard error of a ratio of sums over independent blocks, √(Σ(y − r·x)² n/(n − 1))/Σx (Cochran 1977,
    /// § 6.3); 0 where x is 0 throughout.
    /// </summary>
    /// <param name="parts">y, a number a block.</param>
    /// <param name="wholes">x ≥ 0, a number a block.</param>
    public static Estimate Of(double[] parts, double[] wholes)
    {
        if (wholes.Sum() is var sum && sum == 0)
        {
            return new Estimate(0, 0);
        }

        var ratio = parts.Sum() / sum;
        var squares = parts.Zip(wholes, (y, x) => (y - (ratio * x)) * (y - (ratio * x))).Sum();
        return new Estimate(ratio, Math.Sqrt(squares * parts.Length / (parts.Length - 1.0)) / sum);
    }
}
