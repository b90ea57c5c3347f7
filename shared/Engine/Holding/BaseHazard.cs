using Parley.Engine.Situations;

namespace Parley.Engine.Holding;

/// <summary>
/// The annual hazard of a reference class, constant in years 1 to 5 and constant from year 6 on, so that the class's shares
/// are met exactly at 5 and 10 years; one constant where only ten years are known. Beyond year 10 the later hazard goes on.
/// </summary>
internal sealed class BaseHazard
{
    /// <summary>The last year of the first period.</summary>
    public const int EarlyYears = 5;

    /// <summary>
    /// Annual log-odds are kept within ± this, where a hazard is 2·10⁻¹⁶ away from 0 or 1, the spacing of doubles below 1.
    /// A class in which force never returned, or always did, has no finite log-odds of its own.
    /// </summary>
    public const double Limit = 36;

    public BaseHazard(BaseRate rate)
    {
        if (rate.Share5 is not { } early)
        {
            EarlyLogOdds = LateLogOdds = LogOdds(1 - rate.Share10, 10);
            return;
        }

        HasPeriods = true;
        EarlyLogOdds = LogOdds(1 - early, EarlyYears);

        // Where every settlement broke within five years nothing is left to learn from; the hazard stays.
        LateLogOdds = early < 1 ? LogOdds((1 - rate.Share10) / (1 - early), 10 - EarlyYears) : EarlyLogOdds;
    }

    /// <summary>True when the years from the sixth on have a hazard of their own.</summary>
    public bool HasPeriods { get; }

    /// <summary>Logit of the annual hazard in years 1 to 5.</summary>
    public double EarlyLogOdds { get; }

    /// <summary>Logit of the annual hazard from year 6 on.</summary>
    public double LateLogOdds { get; }

    /// <summary>Share of settlements that still hold after each of the years 1 to <paramref name="years"/>.</summary>
    public IReadOnlyList<double> Survival(int years)
    {
        var survival = new double[years];
        var held = 1.0;
        for (var year = 1; year <= years; year++)
        {
            held *= Hazard(-(year <= EarlyYears ? EarlyLogOdds : LateLogOdds)); // 1 − h, with all its digits
            survival[year - 1] = held;
        }

        return survival;
    }

    /// <summary>1/(1 + e^−x), in (0, 1).</summary>
    public static double Hazard(double logOdds) => 1 / (1 + Math.Exp(-Math.Clamp(logOdds, -Limit, Limit)));

    /// <summary>Logit of 1 − survived^(1/years).</summary>
    private static double LogOdds(double survived, int years)
    {
        var annual = Math.Pow(survived, 1.0 / years);
        return Math.Clamp(Math.Log((1 - annual) / annual), -Limit, Limit);
    }
}
