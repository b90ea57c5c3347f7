using System.Globalization;

namespace Parley.Local;

/// <summary>What follows from one scenario: a row for each effect.</summary>
internal static class EffectsTable
{
    public static string Of(ImpactsAnswer scenario, IReadOnlyList<EffectAnswer> effects)
    {
        string[] heading = ["What follows", Year(scenario.ShortHorizon), Year(scenario.Horizon), "80% range"];
        return string.Join(
            Environment.NewLine,
            TextTable.Of([heading, .. effects.Select(Row)], columnsOfText: 1),
            "Change since the status quo, on a scale from -1 to 1");
    }

    private static string[] Row(EffectAnswer effect) =>
    [
        effect.Name ?? effect.Effect,
        Figures.Level(effect.Short?.Mean),
        Figures.Level(effect.Long?.Mean),
        $"{Figures.Level(effect.Long?.Low80)}…{Figures.Level(effect.Long?.High80)}",
    ];

    private static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"year {year}");
}
