namespace Parley.Engine.Sampling;

/// <summary>
/// One coordinate of one Latin hypercube (McKay, Beckman &amp; Conover 1979, Technometrics 21, 239–245): one uniform draw
/// in each of n equal strata, in random order. A sample is <see cref="Blocks"/> independent hypercubes, so that the
/// variance between them gives standard errors (the plain formula is wrong under a hypercube).
/// </summary>
internal static class LatinHypercube
{
    /// <summary>Independent hypercubes in a sample.</summary>
    public const int Blocks = 20;

    /// <summary>Writes the coordinate's draws, each strictly between 0 and 1: a function of key, block and length.</summary>
    public static void Fill(ulong key, int block, Span<double> uniform)
    {
        const double unit = 1.0 / (1L << 32);
        var stream = new RandomStream(key, block);
        var stratum = 1.0 / uniform.Length;
        for (var i = 0; i < uniform.Length; i++)
        {
            // Fisher–Yates, inside out: the high half of the bits picks the place, the low half the point in the stratum.
            var bits = stream.Next();
            var place = (int)(((bits >> 32) * (ulong)(i + 1)) >> 32);
            var point = (i + (((uint)bits + 0.5) * unit)) * stratum;
            uniform[i] = uniform[place];
            uniform[place] = point;
        }
    }
}
