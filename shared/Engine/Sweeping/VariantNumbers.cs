namespace Parley.Engine.Sweeping;

/// <summary>
/// What some variants in a row came to. Every row is a quantity: the sweep's outputs first, then the mean impact against no deal at
/// the horizon of each stakeholder, in the situation's order. Every column is a variant.
/// </summary>
/// <param name="First">Number of the first variant.</param>
/// <param name="Means">Means over the draws.</param>
/// <param name="Errors">Their standard errors. What differs between variants is surer than they say: all have the same draws.</param>
public sealed record VariantNumbers(int First, IReadOnlyList<double[]> Means, IReadOnlyList<double[]> Errors)
{
    public int Count => Means[0].Length;
}
