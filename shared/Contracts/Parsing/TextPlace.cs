using System.Buffers;
using System.Text;
using System.Text.Json;
using Parley.Contracts.Checking;

namespace Parley.Contracts.Parsing;

/// <summary>Says where in a text something stands, counted as an editor counts: lines and characters from 1.</summary>
internal static class TextPlace
{
    public static string Of(ReadOnlySpan<byte> json, long offset)
    {
        var before = json[..(int)Math.Min(offset, json.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return $"line {Wording.Number(line)}, column {Wording.Number(column)}";
    }

    public static string Of(ReadOnlySpan<byte> json, JsonException exception)
    {
        var start = 0;
        for (var line = 0L; line < exception.LineNumber; line++)
            start += json[start..].IndexOf((byte)'\n') + 1;

        return Of(json, start + (exception.BytePositionInLine ?? 0));
    }

    public static string OfInvalidUtf8(ReadOnlySpan<byte> json)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(json[offset..], out _, out var consumed) == OperationStatus.Done)
            offset += consumed;

        return Of(json, offset);
    }
}
