namespace Parley.Engine.Sweeping;

/// <summary>What is kept of variants to tell about all of them: small, and the digests of parts give that of the whole.</summary>
/// <param name="Variants">How many.</param>
/// <param name="Quantities">As in <see cref="VariantNumbers"/>.</param>
public sealed record SweepDigest(int Variants, IReadOnlyList<QuantityDigest> Quantities)
{
    public static SweepDigest Of(Sweep sweep, VariantNumbers numbers) => new(
        numbers.Count,
        [.. numbers.Means.Select((means, q) => QuantityDigest.Of(numbers.First, means, q < sweep.Outputs.Count ? sweep.Outputs[q] : null))]);

    /// <summary>Of all parts together; the same for the same parts in the same order.</summary>
    public static SweepDigest Merged(IReadOnlyList<SweepDigest> parts) => new(
        parts.Sum(part => part.Variants),
        [.. Enumerable.Range(0, parts[0].Quantities.Count).Select(q => parts.Select(part => part.Quantities[q]).Aggregate(QuantityDigest.Merged))]);
}

/// <summary>One quantity over some variants. Of equals the variant with the lowest number counts.</summary>
/// <param name="Failing">Variants that fail by it; 0 for what is no output.</param>
public readonly record struct QuantityDigest(double Lowest, int LowestIn, double Highest, int HighestIn, double Sum, int Failing)
{
    internal static QuantityDigest Of(int first, double[] means, SweepOutput? output)
    {
        var digest = new QuantityDigest(means[0], first, means[0], first, 0, 0);
        for (var v = 0; v < means.Length; v++)
        {
            digest = Merged(digest, new QuantityDigest(means[v], first + v, means[v], first + v, means[v], output?.IsFailing(means[v]) == true ? 1 : 0));
        }

        return digest;
    }

    internal static QuantityDigest Merged(QuantityDigest one, QuantityDigest other)
    {
        var lowest = one.Lowest < other.Lowest || (one.Lowest == other.Lowest && one.LowestIn <= other.LowestIn) ? one : other;
        var highest = one.Highest > other.Highest || (one.Highest == other.Highest && one.HighestIn <= other.HighestIn) ? one : other;
        return new QuantityDigest(lowest.Lowest, lowest.LowestIn, highest.Highest, highest.HighestIn, one.Sum + other.Sum, one.Failing + other.Failing);
    }
}
