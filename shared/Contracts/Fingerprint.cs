using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Parley.Contracts.Parsing;
using Parley.Engine.Situations;

namespace Parley.Contracts;

/// <summary>
/// Names a document by what it says: lower-case hexadecimal SHA-256 of one spelling of it, so that white space, the order of
/// members and the spelling of numbers and strings make no difference.
/// </summary>
public static class Fingerprint
{
    /// <summary>The order of things keyed by id counts: sums run in it, and results show it.</summary>
    public static string Of(Situation situation) => Of(CanonicalJson.Of(situation));

    /// <summary>
    /// A submission, as it was sent: before defaults and whatever situation it is read against, so that a repeated request is
    /// known again after a deployment too. The order of a sweep's <c>vary</c> counts: it numbers the variants. Null for what is not JSON.
    /// </summary>
    public static string? OfPayload(ReadOnlyMemory<byte> json) => OfPayload(json, isVaryOrdered: true);

    /// <summary>The same as earlier versions made it, for which the order of <c>vary</c> did not count.</summary>
    public static string? OfUnorderedPayload(ReadOnlyMemory<byte> json) => OfPayload(json, isVaryOrdered: false);

    /// <summary>What a sweep varies, in the order that it says; empty for what is no sweep.</summary>
    public static IReadOnlyList<string> OrderOfVary(ReadOnlyMemory<byte> json) =>
        [.. Parsed.Of(json.Span, ScenarioReader.MaxBytes).Root?["vary"]?.Members.Select(member => member.Name) ?? []];

    private static string? OfPayload(ReadOnlyMemory<byte> json, bool isVaryOrdered)
    {
        if (Parsed.Of(json.Span, ScenarioReader.MaxBytes).Root is not { } root)
            return null;

        var spelling = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(spelling))
            Write(writer, root, isRoot: isVaryOrdered);
        return Of(spelling.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Node node, bool isRoot = false, bool keepsOrder = false)
    {
        switch (node.Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, value) in node.Members.OrderBy(member => keepsOrder ? "" : member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value, keepsOrder: isRoot && name == "vary");
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var (_, item) in node.Members)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when double.Parse(node.Text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number):
                writer.WriteNumberValue(number + 0.0); // 0 for −0.
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                writer.WriteStringValue(node.Text);
                break;
            case JsonValueKind.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteBooleanValue(node.Kind == JsonValueKind.True);
                break;
        }
    }

    /// <param name="spelling">Canonical JSON.</param>
    public static string Of(ReadOnlySpan<byte> spelling) => Convert.ToHexStringLower(SHA256.HashData(spelling));
}
