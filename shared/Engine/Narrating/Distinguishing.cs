using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Narrating;

/// <summary>What may be called a difference: what sampling error cannot explain away.</summary>
public static class Distinguishing
{
    /// <summary>The 97.5 % quantile of Student's t with 19 degrees of freedom: 20 blocks stand behind every error.</summary>
    private const double T19 = 2.093;

    internal static bool FromZero(Estimate estimate) => Settled.Size(estimate) > T19 * estimate.StandardError;

    /// <summary>
    /// Two estimates from the same draws: the error of their difference is at most the sum of theirs, however they depend on
    /// each other.
    /// </summary>
    internal static bool Apart(Estimate first, Estimate second) =>
        FromZero(new Estimate(first.Value - second.Value, first.StandardError + second.StandardError));

    internal static bool Apart(Estimate estimate, double number) => FromZero(estimate with { Value = estimate.Value - number });

    /// <summary>
    /// Which way an impact goes, in points; open as soon as its 80 % interval has 0 inside, its mean is on the other side, or sampling error
    /// leaves the mean's sign open. Sentences, the summary of a result and the page all go by it.
    /// </summary>
    public static Course Of(ImpactAgainst impact) =>
        !Rounded.Shows(impact.Mean) && !Rounded.Shows(impact.Low80) && !Rounded.Shows(impact.High80) ? Course.Still
        : Rounded.Shows(impact.Mean) ? Of(impact.Mean, impact.Low80, impact.High80)
        : Course.Open;

    /// <summary>Which way an effect goes by a year.</summary>
    internal static Course Of(EffectLevel level) =>
        !Rounded.ShowsLevel(level.Mean) && !Rounded.ShowsLevel(level.Low80) && !Rounded.ShowsLevel(level.High80) ? Course.Still
        : Rounded.ShowsLevel(level.Mean) ? Of(level.Mean, level.Low80, level.High80)
        : Course.Open;

    internal static Course Of(Estimate mean, Estimate low80, Estimate high80) =>
        !FromZero(mean) ? Course.Open
        : Settled.Of(mean) > 0 && Settled.Of(low80) >= 0 ? Course.Up
        : Settled.Of(mean) < 0 && Settled.Of(high80) <= 0 ? Course.Down
        : Course.Open;
}
