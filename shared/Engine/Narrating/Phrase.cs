using System.Runtime.CompilerServices;
using System.Text;

namespace Parley.Engine.Narrating;

/// <summary>A piece of a sentence that remembers its numbers and what it rests on.</summary>
/// <param name="Sources">Source texts of the judgements that it is about; null where one has none.</param>
internal sealed record Phrase(string Text, IReadOnlyList<Figure> Figures, IReadOnlyList<string?> Sources)
{
    public static Phrase Empty { get; } = new("", [], []);

    public static Phrase Of(Composer composer) => composer.Phrase();

    /// <summary>A name; one with digits in it is a figure too.</summary>
    /// <param name="pointer">Where the name stands.</param>
    public static Phrase Name(string name, string pointer) =>
        new(name, name.Any(char.IsAsciiDigit) ? [new Figure(name, pointer)] : [], []);

    /// <summary>The name of a thing, which may be a whole clause.</summary>
    public static Phrase Quoted(string name, string pointer) => Of($"“{Name(name, pointer)}”");

    /// <summary>With what it rests on.</summary>
    public Phrase From(params IEnumerable<string?> sources) => this with { Sources = [.. Sources, .. sources] };

    /// <summary>"A", "A and B", "A, B and C"; with semicolons where a part has commas of its own.</summary>
    public static Phrase List(IReadOnlyList<Phrase> phrases)
    {
        if (phrases.Count < 2)
        {
            return Joined(phrases, "");
        }

        var separator = phrases.Any(HasParts) ? "; " : ", ";
        var last = separator == "; " ? "; and " : " and ";
        return Of($"{Joined([.. phrases.SkipLast(1)], separator)}{last}{phrases[^1]}");
    }

    /// <summary>The first of a list.</summary>
    public static Phrase Beginning(IReadOnlyList<Phrase> phrases, int most) => phrases.Count <= most
        ? List(phrases)
        : Of($"{Joined([.. phrases.Take(most)], phrases.Any(HasParts) ? "; " : ", ")} and others");

    public static Phrase Joined(IReadOnlyList<Phrase> phrases, string separator)
    {
        var composer = new Composer(0, phrases.Count);
        for (var i = 0; i < phrases.Count; i++)
        {
            composer.AppendLiteral(i > 0 ? separator : "");
            composer.AppendFormatted(phrases[i]);
        }

        return composer.Phrase();
    }

    /// <summary>True when commas or an "and" outside quotation marks and brackets would blur where a part of a list ends.</summary>
    private static bool HasParts(Phrase phrase)
    {
        var depth = 0;
        for (var i = 0; i < phrase.Text.Length; i++)
        {
            depth += phrase.Text[i] switch { '“' or '(' => 1, '”' or ')' => -1, _ => 0 };
            var rest = phrase.Text.AsSpan(i);
            if (depth == 0 && (rest.StartsWith(", ") || rest.StartsWith(" and ")))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Puts phrases together by string interpolation, keeping figures and sources in the order of the text.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Composer(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (16 * formattedCount));
    private readonly List<Figure> figures = [];
    private readonly List<string?> sources = [];

    public void AppendLiteral(string literal) => text.Append(literal);

    /// <summary>Words that hold no number.</summary>
    public void AppendFormatted(string words) => text.Append(words);

    public void AppendFormatted(Figure figure)
    {
        text.Append(figure.Words);
        figures.Add(figure);
    }

    public void AppendFormatted(Phrase phrase)
    {
        text.Append(phrase.Text);
        figures.AddRange(phrase.Figures);
        sources.AddRange(phrase.Sources);
    }

    public Phrase Phrase() => new(text.ToString(), figures, sources);
}
