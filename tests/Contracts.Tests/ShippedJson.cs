using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parley.Contracts.Tests;

/// <summary>The shipped documents as they stand in their files.</summary>
internal static partial class ShippedJson
{
    public static IReadOnlyDictionary<string, JsonElement> Situations { get; } =
        Shipped.Situations().ToDictionary(s => s.Name, s => Parse(s.Json));

    public static IReadOnlyDictionary<string, JsonElement> Scenarios { get; } =
        Shipped.Scenarios().ToDictionary(s => s.Name, s => Parse(s.Json));

    /// <summary>The published texts among the scenarios.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Proposals { get; } =
        Scenarios.Where(s => Text(s.Value, "kind") == "proposal").ToDictionary(s => s.Key, s => s.Value);

    /// <summary>Situations by name, for theories.</summary>
    public static TheoryData<string> SituationNames => [.. Situations.Keys];

    public static JsonElement SituationOf(JsonElement scenario) => Situations[Text(scenario, "situation")!];

    /// <summary>Every object in a document with its JSON Pointer, in the order of the document.</summary>
    public static IEnumerable<(string Pointer, JsonElement Value)> Objects(JsonElement element, string pointer = "")
    {
        var children = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(m => (m.Name, m.Value)),
            JsonValueKind.Array => element.EnumerateArray().Select((item, i) => ($"{i}", item)),
            _ => [],
        };
        var own = element.ValueKind == JsonValueKind.Object ? [(pointer, element)] : Array.Empty<(string, JsonElement)>();
        return own.Concat(children.SelectMany(child => Objects(child.Item2, $"{pointer}/{child.Item1}")));
    }

    /// <summary>Null when nothing stands there.</summary>
    public static JsonElement? At(JsonElement document, string pointer) => pointer.Split('/')[1..].Aggregate(
        (JsonElement?)document,
        (place, name) => place is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null);

    public static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool IsRange(JsonElement element) => element.TryGetProperty("mode", out _);

    /// <summary>What an element's own source cites.</summary>
    public static IEnumerable<string> Cited(JsonElement element) => Citation().Matches(Text(element, "source") ?? "").Select(m => m.Value);

    private static JsonElement Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(json).RootElement;

    [GeneratedRegex("[a-z]+:[A-Za-z0-9-]+")]
    private static partial Regex Citation();
}
