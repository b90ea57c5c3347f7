using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Functions.Answering;

/// <summary>Lines of a table for spreadsheets (RFC 4180).</summary>
public static class Csv
{
    public const string ContentType = "text/csv";

    /// <summary>An estimate's value and standard error, empty where there is none.</summary>
    public static IEnumerable<string> Estimate(JsonNode? estimate) => [$"{estimate?["value"]}", $"{estimate?["standardError"]}"];

    // A text that a spreadsheet would take for a formula is led by an apostrophe; numbers may well begin with a minus.
    public static string Text(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    public static void Line(StringBuilder table, IEnumerable<string> cells) => table.AppendJoin(',', cells).Append("\r\n");
}
