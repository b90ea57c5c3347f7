namespace Parley.Engine.Estimating;

/// <summary>
/// Numbers without their last digits, which depend on the order of sums and so on the processor. Whatever a word or the order of words
/// hangs on is settled before it is compared: a share of exactly 95 % must not be "over 95 %" on one machine and "about 95 %" on another.
/// </summary>
internal static class Settled
{
    /// <summary>To nine decimals.</summary>
    public static double Of(double number) => Math.Round(number, 9);

    /// <inheritdoc cref="Of(double)"/>
    public static double Of(Estimate estimate) => Of(estimate.Value);

    /// <summary>Its distance from 0.</summary>
    public static double Size(Estimate estimate) => Math.Abs(Of(estimate));
}
