using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Functions.Reading;

/// <summary>The impacts as a table (RFC 4180), a line a stakeholder, for spreadsheets; its numbers are those of the stored evaluation.</summary>
public static class ImpactsCsv
{
    public const string ContentType = "text/csv";

    private static readonly string[] Sides = ["noDeal", "statusQuo"];
    private static readonly string[] Figures = ["mean", "median", "low80", "high80", "probabilityOfGain", "shortHorizonMean"];

    /// <param name="report">The evaluation's canonical JSON.</param>
    public static string Of(byte[] report)
    {
        var evaluation = JsonNode.Parse(report)!.AsObject();
        var impacts = evaluation["impacts"]?.AsObject();
        var acceptances = evaluation["acceptance"]?["stakeholders"]?.AsObject();
        var table = new StringBuilder();
        Line(table, Heading());
        foreach (var (id, stakeholder) in (impacts ?? acceptances ?? []).ToArray())
        {
            Line(table,
            [
                Text(id),
                Text($"{stakeholder!["name"]}"),
                Text($"{stakeholder["role"]}"),
                .. Estimate(acceptances?[id]?["probability"]),
                .. Sides.SelectMany(side => Figures.SelectMany(figure => Estimate(impacts?[id]?[side]?[figure]))),
            ]);
        }

        return table.ToString();
    }

    private static IEnumerable<string> Heading() =>
    [
        "stakeholder", "name", "role", "accepts", "acceptsStandardError",
        .. Sides.SelectMany(side => Figures.SelectMany(figure => new[] { $"{side}.{figure}", $"{side}.{figure}StandardError" })),
    ];

    private static IEnumerable<string> Estimate(JsonNode? estimate) => [$"{estimate?["value"]}", $"{estimate?["standardError"]}"];

    // A text that a spreadsheet would take for a formula is led by an apostrophe; numbers may well begin with a minus.
    private static string Text(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static void Line(StringBuilder table, IEnumerable<string> cells) => table.AppendJoin(',', cells).Append("\r\n");
}
