using System.Globalization;
using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Checking;

/// <summary>Texts and what is spelled as one. A refused one is read as empty.</summary>
internal static class TextSlots
{
    /// <summary>A name or title.</summary>
    public static string Line(this Slot slot) => slot.Text(200, mayBreak: false);

    /// <summary>A remark, which may run over several lines.</summary>
    public static string Passage(this Slot slot) => slot.Text(2000, mayBreak: true);

    /// <summary>A summary, which may run over several lines.</summary>
    public static string Summary(this Slot slot) => slot.Text(4000, mayBreak: true);

    /// <summary>Where a judgement comes from; what it cites must be known when the document lists what can be cited.</summary>
    public static string Source(this Slot slot)
    {
        var source = slot.Text(500, mayBreak: false);
        foreach (var unknown in Citations.In(source).Where(c => slot.Notes.Citable?.Contains(c) == false))
            slot.Refuse(() => Uncited(slot, unknown));

        return source;
    }

    private static string Uncited(Slot slot, string citation) =>
        $"{slot.Label} cites {Wording.Quote(citation)}, which is not in sources; "
        + (Nearest.To(citation, slot.Notes.Citable ?? []) is { } near ? $"did you mean {near}?" : "add it there.");

    public static string Text(this Slot slot, int longest, bool mayBreak)
    {
        var expected = $"a text of 1 to {Wording.Number(longest)} characters";
        if (slot.As(JsonValueKind.String, expected) is not { Text: var text })
            return "";

        if (string.IsNullOrWhiteSpace(text))
            return Refused($"{slot.Label} is blank but must be {expected}.");
        if (text.Length > longest)
            return Refused($"{slot.Label} has {Wording.Number(text.Length)} characters but must be {expected}.");

        var control = text.FirstOrDefault(c => char.IsControl(c) && !(mayBreak && c == '\n'));
        return control == default && !text.Contains('\0')
            ? text
            : Refused($"{slot.Label} holds the control character U+{(int)control:X4} but must be plain text.");

        string Refused(string detail)
        {
            slot.Refuse(detail);
            return "";
        }
    }

    /// <summary>A web address.</summary>
    public static string Url(this Slot slot)
    {
        var text = slot.Text(1000, mayBreak: false);
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            slot.RefuseKind("a web address that starts with http:// or https://");

        return text;
    }

    public static DateOnly Date(this Slot slot)
    {
        const string Expected = "a date such as 2026-01-31";
        if (slot.As(JsonValueKind.String, Expected) is { } node
            && !DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            slot.RefuseKind(Expected);

        return DateOnly.TryParseExact(slot.Node?.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : default;
    }

    /// <summary>A day, a month or a year, since a publication's day is not always known.</summary>
    public static string LooseDate(this Slot slot)
    {
        const string Expected = "a date such as 2026-01-31, 2026-01 or 2026";
        var text = slot.As(JsonValueKind.String, Expected)?.Text ?? "";
        if (slot.Node?.Kind == JsonValueKind.String && !DateOnly.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            slot.RefuseKind(Expected);

        return text;
    }

    public static T Word<T>(this Slot slot, Words<T> words)
        where T : struct, Enum
    {
        var expected = Wording.Or(words.All);
        if (slot.As(JsonValueKind.String, expected) is { } node && !words.TryRead(node.Text, out _))
            slot.RefuseKind(expected);

        return words.TryRead(slot.Node?.Text ?? "", out var value) ? value : default;
    }
}
