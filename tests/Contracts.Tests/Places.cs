using System.Text.Json.Nodes;

namespace Parley.Contracts.Tests;

/// <summary>Every place of a document, for changing any one of them.</summary>
internal static class Places
{
    /// <summary>Pointers to all values but the whole, in the order of the document.</summary>
    public static IReadOnlyList<string> Of(byte[] json) => [.. Below(JsonNode.Parse(json)!, "")];

    /// <summary>Pointers to all members of objects.</summary>
    public static IReadOnlyList<string> Members(byte[] json) => [.. Of(json).Where(place => !char.IsDigit(place[^1]) || !IsItem(json, place))];

    private static IEnumerable<string> Below(JsonNode? node, string pointer) => node switch
    {
        JsonObject members => members.SelectMany(m => Below(m.Value, $"{pointer}/{Escaped(m.Key)}").Prepend($"{pointer}/{Escaped(m.Key)}")),
        JsonArray items => items.SelectMany((item, i) => Below(item, $"{pointer}/{i}").Prepend($"{pointer}/{i}")),
        _ => [],
    };

    private static bool IsItem(byte[] json, string place) => Document.Find(JsonNode.Parse(json)!, place).Parent is JsonArray;

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
