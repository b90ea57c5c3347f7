namespace Parley.Local;

/// <summary>The evaluation in sentences, as many as fit beside the tables: the verdicts, then those who must sign.</summary>
internal static class InWords
{
    private const int SentencesOfAVerdict = 3;
    private const int SentencesOfAStakeholder = 2;
    private const int Width = 98;
    private const string Indent = "  ";

    private static readonly Dictionary<string, string> Questions = new()
    {
        ["impacts"] = "Who gains, who loses?",
        ["acceptance"] = "Would all sign?",
        ["effects"] = "What follows?",
        ["durability"] = "Would it hold?",
        ["measures"] = "Does it come out safer, whose deal is it, is it lawful?",
        ["stability"] = "Is complying stable?",
        ["bargaining"] = "Where would bargaining end?",
        ["drivers"] = "What drives it?",
        ["counterOffers"] = "What small change would make every veto player sign?",
    };

    public static string Of(ImpactsAnswer scenario, NarrationAnswer narration) => string.Join(
        Environment.NewLine,
        [
            "In words, under these judgements",
            "",
            .. (narration.Verdicts ?? new Dictionary<string, IReadOnlyList<SentenceAnswer>>()).SelectMany(verdict =>
                Told(Questions.GetValueOrDefault(verdict.Key, verdict.Key), verdict.Value.Take(SentencesOfAVerdict))),
            .. scenario.Impacts.Where(impact => impact.Role == "veto").SelectMany(impact =>
                Told(Figures.Name(impact), narration.Stakeholders?.GetValueOrDefault(impact.Stakeholder)?.Take(SentencesOfAStakeholder) ?? [])),
        ]);

    private static IEnumerable<string> Told(string heading, IEnumerable<SentenceAnswer> sentences) =>
        [heading, .. sentences.SelectMany(sentence => Lines(sentence.Text).Select(line => Indent + line))];

    /// <summary>Broken between words, but not before a percent sign.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        var line = "";
        foreach (var word in text.Replace(" %", "\u00A0%", StringComparison.Ordinal).Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width - Indent.Length)
            {
                yield return Plain(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return Plain(line);
    }

    private static string Plain(string line) => line.Replace('\u00A0', ' ');
}
