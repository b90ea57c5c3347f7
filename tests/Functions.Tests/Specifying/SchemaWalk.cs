using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Functions.Specifying;

namespace Parley.Functions.Tests.Specifying;

/// <summary>Goes through a document along its schema.</summary>
internal static class SchemaWalk
{
    private static readonly JsonObject Schemas = JsonNode.Parse(OpenApi.Json)!["components"]!["schemas"]!.AsObject();

    /// <summary>Every object of the document that a schema of a name is about.</summary>
    public static IEnumerable<(string Schema, JsonObject Found)> Objects(string schema, JsonNode document) => Objects(Schemas[schema]!.AsObject(), schema, document);

    public static IReadOnlyList<string> Members(string schema) => [.. (Schemas[schema]!["properties"]?.AsObject() ?? []).Select(member => member.Key)];

    public static bool IsRequired(string schema, string member) => Schemas[schema]!["required"]!.AsArray().Any(each => $"{each}" == member);

    private static IEnumerable<(string, JsonObject)> Objects(JsonObject schema, string? name, JsonNode node)
    {
        if (schema["$ref"] is { } reference)
        {
            var referred = $"{reference}".Split('/')[^1];
            return Objects(Schemas[referred]!.AsObject(), referred, node);
        }

        if (schema["anyOf"] is JsonArray alternatives)
            return alternatives.Where(each => Fits(each!.AsObject(), node)).Take(1).SelectMany(each => Objects(each!.AsObject(), null, node));
        if (node is JsonArray items)
            return items.SelectMany(item => Objects(schema["items"]!.AsObject(), null, item!));
        if (node is not JsonObject members)
            return [];
        if (schema["properties"] is not JsonObject known)
            return members.SelectMany(member => Objects(schema["additionalProperties"]!.AsObject(), null, member.Value!));
        return members.SelectMany(member => Objects(known[member.Key]!.AsObject(), null, member.Value!)).Prepend((name!, members));
    }

    private static bool Fits(JsonObject schema, JsonNode node)
    {
        if (schema["$ref"] is { } reference)
            return Fits(Schemas[$"{reference}".Split('/')[^1]]!.AsObject(), node);
        if (schema["type"] is not { } type || $"{type}" != Kind(node))
            return false;
        return schema["properties"] is not JsonObject known || node.AsObject().All(member => known.ContainsKey(member.Key));
    }

    private static string Kind(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        _ => "boolean",
    };
}
