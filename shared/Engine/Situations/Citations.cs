using System.Text.RegularExpressions;

namespace Parley.Engine.Situations;

/// <summary>Citations such as <c>claim:C7</c> in the text of a source: a word, a colon, an id.</summary>
public static partial class Citations
{
    /// <summary>Judgement is nobody's finding, so there is nothing to cite.</summary>
    private const string Judgement = "judgement:";

    public static bool IsOne(string text) => Pattern().Match(text) is { Success: true } match && match.Length == text.Length;

    public static IEnumerable<string> In(string source) => Pattern().Matches(source)
        .Select(match => match.Value)
        .Where(citation => !citation.StartsWith(Judgement, StringComparison.Ordinal))
        .Distinct();

    [GeneratedRegex("(?<![A-Za-z0-9-])[a-z]+:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
