using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NJsonSchema;
using NJsonSchema.Validation;
using Parley.Functions.Answering;
using Parley.Functions.Specifying;

namespace Parley.Functions.Tests.Running;

/// <summary>Holds answers against the OpenAPI document: status, headers, content type and body; and sees to it that none tells too much.</summary>
public static class Contract
{
    private static readonly JsonObject Document = JsonNode.Parse(OpenApi.Json)!.AsObject();
    private static readonly Lazy<Task<JsonSchema>> Schemas = new(SchemasAsync);

    private static readonly Dictionary<string, JsonObject> Operations = Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject())
        .ToDictionary(operation => operation.Value!["operationId"]!.ToString(), operation => operation.Value!.AsObject());

    public static async Task CheckAsync(string function, Answer answer)
    {
        Discretion.Check(answer);
        Assert.True(Operations.TryGetValue(function, out var operation), $"{function} is not in the document.");
        Assert.True(
            operation["responses"]![$"{answer.Status}"] is JsonObject, $"{function} answered {answer.Status}, which the document does not know.");
        var response = operation["responses"]![$"{answer.Status}"]!.AsObject();
        CheckHeaders($"{function}, {answer.Status}", response["headers"]?.AsObject() ?? [], answer.Headers);
        await CheckBodyAsync($"{function}, {answer.Status}", response["content"]?.AsObject() ?? [], answer);
    }

    private static void CheckHeaders(string where, JsonObject declared, IHeaderDictionary headers)
    {
        var missing = declared.Where(header => header.Value!["required"]!.GetValue<bool>() && !headers.ContainsKey(header.Key)).Select(header => header.Key);
        // What every answer of the framework has, and every one of ours, needs no mention.
        var unknown = headers.Keys.Except([HeaderNames.ContentType, HeaderNames.ContentLength, .. SecurityHeaders.Names, .. declared.Select(header => header.Key)]);
        Assert.True(!missing.Any() && !unknown.Any(), $"{where}: without {string.Join(", ", missing)}, undeclared {string.Join(", ", unknown)}.");
    }

    private static async Task CheckBodyAsync(string where, JsonObject contents, Answer answer)
    {
        if (contents.Count == 0)
        {
            Assert.True(answer.Body.Length == 0, $"{where}: a body that the document does not know.");
            return;
        }

        var type = MediaTypeHeaderValue.Parse(answer.ContentType).MediaType.ToString();
        Assert.True(contents[type] is JsonObject, $"{where}: a body of type {type}, which the document does not know.");
        var reference = contents[type]!["schema"]!["$ref"]!.ToString();
        if (!type.EndsWith("json", StringComparison.Ordinal))
            return;
        var errors = await ErrorsAsync(reference.Split('/')[^1], answer.Json.ToJsonString());
        Assert.True(errors.Count == 0, $"{where}: {string.Join("; ", errors)} in {answer.Json.ToJsonString()[..Math.Min(500, answer.Json.ToJsonString().Length)]}");
    }

    /// <summary>What is wrong with some JSON, held against a schema of the document.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(string schema, string json)
    {
        var known = (await Schemas.Value).Definitions[schema];
        return [.. known.Validate(json, new JsonSchemaValidatorSettings()).Select(Told)];
    }

    private static string Told(ValidationError error) => error is ChildSchemaValidationError of
        ? $"{error.Path}: {error.Kind} ({string.Join(" or ", of.Errors.Select(each => string.Join(", ", each.Value.Select(Told))))})"
        : $"{error.Path}: {error.Kind}";

    // The library knows schemas by where they are in a document of schemas.
    private static Task<JsonSchema> SchemasAsync() => JsonSchema.FromJsonAsync(new JsonObject
    {
        ["definitions"] = JsonNode.Parse(Document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)),
    }.ToJsonString());
}
