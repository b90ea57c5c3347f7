namespace Parley.Engine.Searching;

/// <summary>Upper tail of the binomial distribution.</summary>
internal static class BinomialTail
{
    /// <summary>P(X ≥ k) of a binomial X with n trials and chance p, to about 12 digits; 1 for k ≤ 0.</summary>
    public static double AtLeast(int k, int n, double p)
    {
        if (k <= 0 || p >= 1)
        {
            return 1;
        }

        // log P(X = j) from the one before: P(j) = P(j − 1)·(n − j + 1)/j·p/(1 − p). For p = 0 it is the logarithm of 0.
        var term = n * Math.Log(1 - p);
        var odds = Math.Log(p) - Math.Log(1 - p);
        var sum = 0.0;
        for (var j = 1; j <= n; j++)
        {
            term += Math.Log(n - j + 1.0) - Math.Log(j) + odds;
            if (j >= k)
            {
                sum += Math.Exp(term);
            }
        }

        return Math.Min(sum, 1);
    }
}
