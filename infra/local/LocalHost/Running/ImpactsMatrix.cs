using System.Globalization;
using System.Text;

namespace Parley.Local;

/// <summary>Stakeholders down, scenarios across, in groups that fit a terminal.</summary>
internal static class ImpactsMatrix
{
    private const int ScenariosInAGroup = 5;

    public static string Of(IReadOnlyList<ImpactsAnswer> scenarios)
    {
        var text = new StringBuilder("Mean impact against no deal in points, and the probability of accepting; * must accept\n\n");
        foreach (var (index, scenario) in scenarios.Index())
            text.AppendLine(CultureInfo.InvariantCulture, $"{Number(index),4}  {scenario.Title ?? scenario.Scenario}");

        foreach (var group in scenarios.Index().Chunk(ScenariosInAGroup))
            text.AppendLine().Append(Group([.. group]));
        return text.ToString();
    }

    private static string Group(IReadOnlyList<(int Index, ImpactsAnswer Scenario)> group)
    {
        var stakeholders = group.SelectMany(column => column.Scenario.Impacts).DistinctBy(impact => impact.Stakeholder);
        return TextTable.Of(
            [
                ["Stakeholder", .. group.Select(column => Number(column.Index))],
                .. stakeholders.Select(stakeholder => Row(stakeholder, group)),
                ["All who must accept *", .. group.Select(column => Figures.Percent(column.Scenario.JointAcceptance?.Probability))],
            ],
            columnsOfText: 1);
    }

    private static string[] Row(ImpactAnswer stakeholder, IEnumerable<(int Index, ImpactsAnswer Scenario)> group) =>
    [
        Figures.Name(stakeholder) + (stakeholder.Role == "veto" ? " *" : ""),
        .. group.Select(column => Cell(column.Scenario.Impacts.FirstOrDefault(impact => impact.Stakeholder == stakeholder.Stakeholder))),
    ];

    private static string Cell(ImpactAnswer? impact) => impact is null
        ? ""
        : $"{Figures.Signed(impact.NoDeal?.Mean)} {Figures.Percent(impact.Acceptance?.Probability),4}";

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index + 1}]");
}
