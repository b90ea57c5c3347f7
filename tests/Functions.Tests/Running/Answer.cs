using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Parley.Functions.Tests.Running;

/// <summary>What a function answered.</summary>
public sealed record Answer(int Status, IHeaderDictionary Headers, string? ContentType, byte[] Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string this[string member] => Json[member]!.ToString();

    /// <summary>Of the query, one for each problem.</summary>
    public IReadOnlyList<string> Parameters => [.. Json["problems"]!.AsArray().Select(problem => problem!["parameter"]!.ToString())];

    public IReadOnlyList<string> Pointers => [.. Json["problems"]!.AsArray().Select(problem => problem!["pointer"]!.ToString())];
}
