using System.Text;
using System.Text.Json.Nodes;
using Parley.Functions.Answering;

namespace Parley.Functions.Reading;

/// <summary>The impacts as a table (RFC 4180), a line a stakeholder, for spreadsheets; its numbers are those of the stored evaluation.</summary>
public static class ImpactsCsv
{
    private static readonly string[] Sides = ["noDeal", "statusQuo"];
    private static readonly string[] Figures = ["mean", "median", "low80", "high80", "probabilityOfGain", "shortHorizonMean"];

    /// <param name="report">The evaluation's canonical JSON.</param>
    public static string Of(byte[] report)
    {
        var evaluation = JsonNode.Parse(report)!.AsObject();
        var impacts = evaluation["impacts"]?.AsObject();
        var acceptances = evaluation["acceptance"]?["stakeholders"]?.AsObject();
        var table = new StringBuilder();
        Csv.Line(table, Heading());
        foreach (var (id, stakeholder) in (impacts ?? acceptances ?? []).ToArray())
        {
            Csv.Line(table,
            [
                Csv.Text(id),
                Csv.Text($"{stakeholder!["name"]}"),
                Csv.Text($"{stakeholder["role"]}"),
                .. Csv.Estimate(acceptances?[id]?["probability"]),
                .. Sides.SelectMany(side => Figures.SelectMany(figure => Csv.Estimate(impacts?[id]?[side]?[figure]))),
            ]);
        }

        return table.ToString();
    }

    private static IEnumerable<string> Heading() =>
    [
        "stakeholder", "name", "role", "accepts", "acceptsStandardError",
        .. Sides.SelectMany(side => Figures.SelectMany(figure => new[] { $"{side}.{figure}", $"{side}.{figure}StandardError" })),
    ];
}
