using System.Text;
using System.Text.Json.Nodes;
using Parley.Functions.Answering;

namespace Parley.Functions.Comparing;

/// <summary>The differences of impacts and acceptance as a table, a line for two scenarios and a stakeholder.</summary>
public static class ComparisonCsv
{
    private static readonly string[] Sides = ["noDeal", "statusQuo"];

    private static readonly string[] Figures =
        ["first", "second", "difference", "median", "low80", "high80", "probabilityHigher", "probabilityEqual", "probabilityLower"];

    private static readonly string[] Shares = ["first", "second", "difference"];

    /// <param name="comparison">Its canonical JSON.</param>
    public static string Of(byte[] comparison)
    {
        var table = new StringBuilder();
        Csv.Line(table, Heading());
        foreach (var pair in JsonNode.Parse(comparison)!["pairs"]!.AsArray())
        {
            foreach (var (id, impact) in pair!["impacts"]!.AsObject())
                Csv.Line(table, Cells(pair, id, impact!));
        }

        return table.ToString();
    }

    private static IEnumerable<string> Heading() =>
    [
        "first", "second", "stakeholder", "name", "role",
        .. Shares.SelectMany(share => Columns("accepts", share)),
        .. Sides.SelectMany(side => Figures.SelectMany(figure => Columns(side, figure))),
    ];

    private static IEnumerable<string> Columns(string of, string figure) => [$"{of}.{figure}", $"{of}.{figure}StandardError"];

    private static IEnumerable<string> Cells(JsonNode pair, string stakeholder, JsonNode impact) =>
    [
        Csv.Text($"{pair["first"]}"),
        Csv.Text($"{pair["second"]}"),
        Csv.Text(stakeholder),
        Csv.Text($"{impact["name"]}"),
        Csv.Text($"{impact["role"]}"),
        .. Shares.SelectMany(share => Csv.Estimate(pair["acceptance"]!["stakeholders"]![stakeholder]![share])),
        .. Sides.SelectMany(side => Figures.SelectMany(figure => Csv.Estimate(impact[side]![figure]))),
    ];
}
