using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Parley.Functions.Specifying;

/// <summary>The surface as an OpenAPI 3.1 document.</summary>
public static partial class OpenApi
{
    private const string Path = "path";

    private static readonly Lazy<byte[]> Document = new(() => JsonSerializer.SerializeToUtf8Bytes(Write()));

    public static byte[] Json => Document.Value;

    private static JsonObject Write() => new()
    {
        ["openapi"] = "3.1.1",
        ["info"] = new JsonObject
        {
            ["title"] = "Parley",
            ["version"] = typeof(OpenApi).Assembly.GetName().Version!.ToString(fieldCount: 3),
            ["summary"] = "Evaluates negotiation scenarios with numbers one can check.",
            ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
        },
        ["paths"] = new JsonObject(Surface.Operations.GroupBy(operation => operation.Route).Select(Route)),
        ["components"] = new JsonObject
        {
            ["schemas"] = Schemas.All(),
            ["securitySchemes"] = new JsonObject
            {
                ["administrator"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" },
            },
        },
    };

    private static KeyValuePair<string, JsonNode?> Route(IGrouping<string, Operation> route) =>
        new($"/{Plain(route.Key)}", new JsonObject(route.Select(operation => KeyValuePair.Create(operation.Verb, (JsonNode?)Of(operation)))));

    // The document has no word for an optional part of an address, nor for one of several segments.
    private static string Plain(string route) => Optional().Replace(route, "").Replace("{*", "{", StringComparison.Ordinal);

    private static JsonObject Of(Operation operation)
    {
        var written = new JsonObject
        {
            ["operationId"] = operation.Name,
            ["summary"] = operation.Summary,
            ["parameters"] = new JsonArray([.. InPath(operation).Select(Of), .. operation.Parameters.Where(each => each.In != Path).Select(Of)]),
        };
        if (operation.Body is { } body)
            written["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Contents([body]) };
        written["responses"] = new JsonObject(operation.Replies.Select(reply => KeyValuePair.Create($"{reply.Status}", (JsonNode?)Of(reply))));
        if (operation.Level == AuthorizationLevel.Admin)
            written["security"] = new JsonArray(new JsonObject { ["administrator"] = new JsonArray() });
        return written;
    }

    private static IEnumerable<Parameter> InPath(Operation operation) => InRoute().Matches(Plain(operation.Route)).Select(match => match.Groups[1].Value).Select(name =>
        operation.Parameters.FirstOrDefault(each => each.In == Path && each.Name == name) ?? new Parameter(Path, name, "", IsRequired: true));

    private static JsonObject Of(Parameter parameter)
    {
        var written = new JsonObject { ["in"] = parameter.In, ["name"] = parameter.Name };
        if (parameter.Description.Length > 0)
            written["description"] = parameter.Description;
        written["required"] = parameter.IsRequired;
        written["schema"] = parameter.Words is { } words ? Schemas.OneOf(words) : new JsonObject { ["type"] = "string" };
        return written;
    }

    private static JsonObject Of(Reply reply)
    {
        var written = new JsonObject { ["description"] = reply.Description };
        if (reply.Headers.Count + reply.MayHave.Count > 0)
            written["headers"] = new JsonObject(reply.Headers.Select(name => Header(name, always: true)).Concat(reply.MayHave.Select(name => Header(name, always: false))));
        if (reply.Contents.Count > 0)
            written["content"] = Contents(reply.Contents);
        return written;
    }

    private static KeyValuePair<string, JsonNode?> Header(string name, bool always) =>
        new(name, new JsonObject { ["required"] = always, ["schema"] = new JsonObject { ["type"] = "string" } });

    private static JsonObject Contents(IEnumerable<Content> contents) => new(contents.Select(content => KeyValuePair.Create(
        content.Type, (JsonNode?)new JsonObject { ["schema"] = Schemas.Reference(content.Schema) })));

    [GeneratedRegex(@"\{[^{}]*\?\}")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex InRoute();
}
