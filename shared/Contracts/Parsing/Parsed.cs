using System.Text.Json;
using System.Text.Unicode;
using Parley.Contracts.Checking;

namespace Parley.Contracts.Parsing;

/// <summary>The tree of a document, or the one problem that keeps it from being JSON.</summary>
internal sealed record Parsed(Node? Root, Problem? Problem)
{
    /// <summary>What the framework adds where another setting of its reader would take the document.</summary>
    private const string ToProgrammers = " which is not supported in this mode. Change the reader options.";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static Parsed Of(ReadOnlySpan<byte> json, int maxBytes)
    {
        if (json.Length > maxBytes)
            return Refused($"has {Wording.Number(json.Length)} bytes but must have at most {Wording.Number(maxBytes)}");
        if (json.StartsWith(ByteOrderMark))
            return Refused("starts with a byte order mark but must be UTF-8 without one");
        if (!Utf8.IsValid(json))
            return Refused($"is not valid UTF-8 at {TextPlace.OfInvalidUtf8(json)}");
        return json.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? Refused("is empty but must be a JSON object") : Read(json);
    }

    private static Parsed Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Tree.Options);
        try
        {
            return new Parsed(Tree.Read(ref reader), null);
        }
        catch (JsonException exception) when (exception.LineNumber is not null)
        {
            return Refused($"is not JSON at {TextPlace.Of(json, exception)}: {Reason(exception)}");
        }
        catch (UnreadableTokenException exception)
        {
            return Refused($"{exception.Message} at {TextPlace.Of(json, reader.TokenStartIndex)}");
        }
    }

    private static Parsed Refused(string detail) => new(null, new Problem("", $"The document {detail}."));

    /// <summary>
    /// The framework's sentence without the place, which it counts from 0 and in bytes, and without the rest of the document,
    /// which it quotes where a literal goes wrong.
    /// </summary>
    private static string Reason(JsonException exception)
    {
        var end = exception.Message.LastIndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = (end < 0 ? exception.Message : exception.Message[..end]).Replace(ToProgrammers, ".", StringComparison.Ordinal).TrimEnd('.');
        var quoted = reason.LastIndexOf("' is an invalid JSON literal", StringComparison.Ordinal);
        return quoted < 0 ? reason : $"'{Wording.Quote(reason[1..quoted])}{reason[quoted..]}";
    }
}
