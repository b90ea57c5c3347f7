using System.Globalization;

namespace Parley.Local;

/// <summary>One scenario: a row for each stakeholder.</summary>
internal static class ImpactsTable
{
    public static string Of(ImpactsAnswer scenario)
    {
        IReadOnlyList<string>[] heading =
        [
            ["", "", "", "vs no deal:", "", "", "vs status quo:", ""],
            ["Stakeholder", "Role", "Accepts", "mean", "80% range", "gains", "mean", "gains"],
        ];
        var table = TextTable.Of([.. heading, .. scenario.Impacts.Select(Row)], columnsOfText: 2);
        return $"""
            {scenario.Title ?? scenario.Scenario}
            {scenario.Draws.ToString("N0", CultureInfo.InvariantCulture)} draws, seed {scenario.Seed}; ± is one standard error

            {table}{Joint(scenario.JointAcceptance)}
            """;
    }

    private static string[] Row(ImpactAnswer impact) =>
    [
        Figures.Name(impact),
        impact.Role ?? "",
        Figures.PercentWithError(impact.Acceptance?.Probability),
        Figures.SignedWithError(impact.NoDeal?.Mean),
        Figures.Range(impact.NoDeal?.Low80, impact.NoDeal?.High80),
        Figures.Percent(impact.NoDeal?.PGain),
        Figures.SignedWithError(impact.StatusQuo?.Mean),
        Figures.Percent(impact.StatusQuo?.PGain),
    ];

    private static string Joint(JointAcceptanceAnswer? joint) => joint is null
        ? ""
        : $"\nAll of {string.Join(", ", joint.Stakeholders ?? [])} accept: {Figures.PercentWithError(joint.Probability)}";
}
