using System.Globalization;
using System.Text.Json;
using Parley.Contracts.Parsing;

namespace Parley.Contracts.Checking;

/// <summary>How problems speak.</summary>
internal static class Wording
{
    private const int LongestQuote = 60;
    private const int LongestList = 15;

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>What was found, short enough for a sentence.</summary>
    public static string Found(Node node) => node.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => node.Text.Length == 0 ? "\"\"" : $"\"{Quote(node.Text)}\"",
        JsonValueKind.Number => Quote(node.Text),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    /// <summary>A text cut to a sentence's measure, without line breaks and the like.</summary>
    public static string Quote(string text)
    {
        if (text.Length == 0)
            return "\"\""; // Else the sentence would begin with a gap.
        var cut = text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, WholeCharacters(text, LongestQuote)), "…");
        return string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    /// <summary>a, b or c.</summary>
    public static string Or(IReadOnlyList<string> words) => Join(words, "or");

    /// <summary>a, b and c; the first few of many.</summary>
    public static string And(IReadOnlyList<string> words) => words.Count <= LongestList
        ? Join(words, "and")
        : $"{string.Join(", ", words.Take(LongestList))} and {Number(words.Count - LongestList)} more";

    /// <summary>Ends a sentence about a name that is not among the known ones.</summary>
    public static string Instead(string name, IReadOnlyList<string> known, string introduction) =>
        Nearest.To(name, known) is { } near ? $"did you mean {near}?"
        : known.Count == 0 ? $"{introduction} none."
        : $"{introduction} {And(known)}.";

    private static string Join(IReadOnlyList<string> words, string last) => words.Count < 2
        ? string.Concat(words)
        : $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}";

    private static int WholeCharacters(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
