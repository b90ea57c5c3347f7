using System.Globalization;

namespace Parley.Local;

/// <summary>Estimates as a person reads them; a dash where the model gives none.</summary>
internal static class Figures
{
    private const string None = "-";
    private const int LongestName = 34;

    public static string Signed(Estimate? estimate) => estimate?.Value is { } value ? Signed(value) : None;

    public static string SignedWithError(Estimate? estimate) => estimate?.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{Signed(value)} ±{estimate.StandardError:0.00}")
        : None;

    public static string Level(Estimate? estimate) =>
        estimate?.Value is { } value ? value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) : None;

    public static string Percent(Estimate? estimate) =>
        estimate?.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0}%") : None;

    public static string PercentWithError(Estimate? estimate) => estimate?.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0}% ±{100 * estimate.StandardError:0.0}")
        : None;

    public static string Range(Estimate? low, Estimate? high) => $"{Signed(low)}…{Signed(high)}";

    public static string Name(ImpactAnswer impact)
    {
        var name = impact.Name ?? impact.Stakeholder;
        return name.Length <= LongestName ? name : $"{name[..(LongestName - 1)]}…";
    }

    private static string Signed(double value) => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
