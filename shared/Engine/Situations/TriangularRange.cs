namespace Parley.Engine.Situations;

/// <summary>
/// A judgement: a triangular distribution on [<paramref name="Low"/>, <paramref name="High"/>], both hard bounds,
/// with its most likely value <paramref name="Mode"/>, in the unit of the member that holds it.
/// Equal bounds make a point, which is not sampled.
/// </summary>
/// <param name="Low">Smallest possible value.</param>
/// <param name="Mode">Most likely value; Low ≤ Mode ≤ High.</param>
/// <param name="High">Largest possible value.</param>
/// <param name="Source">Where the judgement comes from; null only for structure and decided terms given as bare numbers.</param>
/// <param name="Factor">The shared factor that moves this judgement together with others; null when it moves alone.</param>
public sealed record TriangularRange(double Low, double Mode, double High, string? Source = null, FactorLoading? Factor = null)
{
    /// <summary>True when nothing is uncertain.</summary>
    public bool IsPoint => Low == High;

    /// <summary>A decided number.</summary>
    public static TriangularRange Exactly(double value) => new(value, value, value);
}

/// <summary>How strongly a judgement follows a factor shared with other judgements.</summary>
/// <param name="Factor">Name of the shared factor.</param>
/// <param name="Loading">Correlation of the judgement's normal score with the factor, in [−1, 1].</param>
public sealed record FactorLoading(string Factor, double Loading);
