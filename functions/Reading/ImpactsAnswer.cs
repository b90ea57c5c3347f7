using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>
/// The stored evaluation, arranged by stakeholder. Its numbers are passed on as they stand, never parsed and printed again: they are
/// the same bytes that two runs are compared by.
/// </summary>
public static class ImpactsAnswer
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Told = ["impacts", "acceptance", "effects"];

    /// <summary>Whether the scenario asked for anything of what the answer tells.</summary>
    /// <param name="report">The evaluation's canonical JSON.</param>
    public static bool IsIn(byte[] report)
    {
        using var evaluation = JsonDocument.Parse(report);
        return Told.Any(part => evaluation.RootElement.TryGetProperty(part, out _));
    }

    /// <param name="report">The evaluation's canonical JSON, in which things are keyed by their ids.</param>
    public static byte[] Of(ScenarioRow row, byte[] report)
    {
        var evaluation = JsonNode.Parse(report)!.AsObject();
        var answer = new JsonObject
        {
            ["scenario"] = $"{row.Id}",
            ["title"] = row.Title,
            ["generation"] = row.ResultGeneration,
            ["engineVersion"] = Taken(evaluation, "engineVersion"),
            ["situation"] = JsonSerializer.SerializeToNode(row.Situation, Json.Options),
            ["seed"] = Taken(evaluation, "seed"),
            ["draws"] = Taken(evaluation, "draws"),
            ["horizon"] = Taken(evaluation, "horizon"),
            ["shortHorizon"] = Taken(evaluation, "shortHorizon"),
        };

        var acceptance = evaluation["acceptance"]?.AsObject();
        if (acceptance is not null)
            answer["jointAcceptance"] = new JsonObject { ["probability"] = Taken(acceptance, "joint"), ["stakeholders"] = Taken(acceptance, "vetoPlayers") };
        answer["impacts"] = Impacts(evaluation["impacts"]?.AsObject(), acceptance?["stakeholders"]?.AsObject(), evaluation["narration"]?["stakeholders"]);
        if (evaluation["effects"]?.AsObject() is { } effects)
            answer["effects"] = Listed(effects, "effect");
        return JsonSerializer.SerializeToUtf8Bytes(answer, Relaxed);
    }

    private static JsonArray Impacts(JsonObject? impacts, JsonObject? acceptances, JsonNode? words)
    {
        var stakeholders = new JsonArray();
        foreach (var (id, first) in (impacts ?? acceptances ?? new JsonObject()).ToArray())
        {
            var stakeholder = new JsonObject { ["stakeholder"] = id, ["name"] = Taken(first!, "name"), ["role"] = Taken(first!, "role") };
            if (acceptances?[id] is { } acceptance)
                stakeholder["acceptance"] = Acceptance(acceptance);
            foreach (var part in impacts is null ? [] : new[] { "noDeal", "statusQuo", "reasons" })
                stakeholder[part] = Taken(first!, part);
            if (words?[id] is { } sentences)
                stakeholder["words"] = sentences.DeepClone();
            stakeholders.Add(stakeholder);
        }

        return stakeholders;
    }

    private static JsonObject Acceptance(JsonNode acceptance) => new()
    {
        ["probability"] = Taken(acceptance, "probability"),
        ["blocking"] = Taken(acceptance, "blocking"),
        ["redLines"] = Listed(acceptance["redLines"]!.AsObject(), "issue"),
    };

    // Keyed things become a list, since a page and a spreadsheet read lists, with the key as the first member.
    private static JsonArray Listed(JsonObject keyed, string key) =>
        [.. keyed.Select(each => new JsonObject(each.Value!.AsObject().Select(Copied).Prepend(KeyValuePair.Create(key, (JsonNode?)each.Key))))];

    private static KeyValuePair<string, JsonNode?> Copied(KeyValuePair<string, JsonNode?> member) =>
        KeyValuePair.Create(member.Key, member.Value?.DeepClone());

    private static JsonNode? Taken(JsonNode from, string member) => from[member]?.DeepClone();
}
