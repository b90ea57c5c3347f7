using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Contracts.Tests;

/// <summary>Documents with one place changed.</summary>
internal static class Document
{
    // Stands for the new value until it is spelled out, since a JsonNode would not keep 1e999.
    private const string Mark = "the value goes here";

    /// <summary>With a member set, or added, to a value given as JSON.</summary>
    public static byte[] With(byte[] json, string pointer, string value)
    {
        var document = JsonNode.Parse(json)!;
        var (parent, name) = Find(document, pointer);
        if (parent is JsonArray list)
            list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] = Mark;
        else
            parent[name] = Mark;

        return Encoding.UTF8.GetBytes(document.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal));
    }

    public static byte[] Without(byte[] json, string pointer) => Changed(json, document =>
    {
        var (parent, name) = Find(document, pointer);
        parent.AsObject().Remove(name);
    });

    public static byte[] Changed(byte[] json, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(json)!;
        change(document);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    public static (JsonNode Parent, string Name) Find(JsonNode node, string pointer)
    {
        var names = pointer.Split('/')[1..].Select(n => n.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        foreach (var name in names[..^1])
            node = node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!;

        return (node, names[^1]);
    }
}
