using System.Globalization;

namespace Parley.Local;

/// <summary>One scenario: a row for each stakeholder.</summary>
internal static class ImpactsTable
{
    public static string Of(ImpactsAnswer scenario)
    {
        string[] heading = ["Stakeholder", "accepts", "vs no deal", "80% range", "gains", "vs status quo", "gains"];
        var table = TextTable.Of([heading, .. scenario.Impacts.Select(Row)], columnsOfText: 1);
        return $"""
            {scenario.Title ?? scenario.Scenario}
            {scenario.Draws.ToString("N0", CultureInfo.InvariantCulture)} draws, seed {scenario.Seed}

            {table}
            The mean impact ± one standard error; gains: the probability of being better off; * has a veto
            {Joint(scenario.JointAcceptance)}
            """;
    }

    private static string[] Row(ImpactAnswer impact) =>
    [
        Figures.Name(impact) + (impact.Role == "veto" ? " *" : ""),
        Figures.PercentWithError(impact.Acceptance?.Probability),
        Figures.SignedWithError(impact.NoDeal?.Mean),
        Figures.Range(impact.NoDeal?.Low80, impact.NoDeal?.High80),
        Figures.Percent(impact.NoDeal?.ProbabilityOfGain),
        Figures.SignedWithError(impact.StatusQuo?.Mean),
        Figures.Percent(impact.StatusQuo?.ProbabilityOfGain),
    ];

    private static string Joint(JointAcceptanceAnswer? joint) => joint is null
        ? ""
        : $"All of {string.Join(", ", joint.Stakeholders ?? [])} accept: {Figures.PercentWithError(joint.Probability)}";
}
