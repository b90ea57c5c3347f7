using System.Text.Json.Nodes;
using Parley.Functions.Describing;
using Parley.Functions.Publishing;
using Parley.Functions.Purging;
using Parley.Functions.Reading;
using Parley.Functions.Recovering;
using Parley.Functions.Specifying.Shapes;
using Parley.Functions.Submitting;
using Parley.Functions.Sweeping;
using Parley.Functions.Watching;

namespace Parley.Functions.Specifying;

/// <summary>
/// The shapes of what is sent and answered: answers as their records are serialized, documents, which are written member by member, as
/// <see cref="Shapes"/> has them.
/// </summary>
public static class Schemas
{
    public const string Any = "Any";
    public const string Refusal = "Refusal";
    public const string Replayed = "Replayed";
    public const string ReportPart = "ReportPart";
    public const string Text = "Text";

    private const string ScenarioStatuses = "ScenarioStatus";
    private const string SweepStatuses = "SweepStatus";

    private static readonly Type[] Answered =
    [
        typeof(AcceptedAnswer), typeof(DeadLetterAnswer), typeof(DeadLettersAnswer), typeof(HealthAnswer), typeof(ListingAnswer), typeof(PurgeAnswer),
        typeof(ShippedScenariosAnswer), typeof(SituationAnswer), typeof(SituationsAnswer), typeof(SituationValidation),
        typeof(StatusAnswer), typeof(ValidationAnswer), typeof(VersionsAnswer), typeof(AcceptedSweepAnswer), typeof(SweepStatusAnswer),
        typeof(SweepsAnswer), typeof(SweepValidation), typeof(VariantsAnswer),
        typeof(Report), typeof(Impacts), typeof(ComparedScenarios), typeof(Scenario), typeof(Sweep), typeof(Situation),
    ];

    // What the records themselves pass on as it stands, and texts that are one of a few words.
    private static readonly Dictionary<(Type, string), Func<RecordSchemas, JsonObject>> Members = new()
    {
        [(typeof(SituationAnswer), "document")] = schemas => schemas.Reference(typeof(Situation)),
        [(typeof(ShippedScenario), "document")] = schemas => schemas.Reference(typeof(Scenario)),
        [(typeof(SweepStatusAnswer), "summary")] = schemas => schemas.Reference(typeof(SweepSummary)),
        [(typeof(StatusAnswer), "status")] = _ => Reference(ScenarioStatuses),
        [(typeof(ListedAnswer), "status")] = _ => Reference(ScenarioStatuses),
        [(typeof(SweepStatusAnswer), "status")] = _ => Reference(SweepStatuses),
        [(typeof(ListedSweepAnswer), "status")] = _ => Reference(SweepStatuses),
    };

    private static readonly (Type Document, string Description)[] Described =
    [
        (typeof(Report), "The evaluation, described in shared/Contracts/README.md; which parts it has follows the analyses that the scenario asks for."),
        (typeof(Comparison), "What differs, described in shared/Contracts/README.md."),
        (typeof(SweepSummary), "What a sweep comes to, described in shared/Contracts/README.md."),
        (typeof(Scenario), "The scenario document, described member by member in shared/Contracts/README.md."),
        (typeof(Sweep), "The sweep document, described member by member in shared/Contracts/README.md."),
        (typeof(Situation), "The situation document, described member by member in shared/Contracts/README.md."),
    ];

    /// <summary>The parts that a report may have.</summary>
    public static IReadOnlyList<string> ReportParts { get; } = RecordSchemas.MembersOf(typeof(Report));

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    /// <summary>All schemas by name.</summary>
    public static JsonObject All()
    {
        var schemas = new JsonObject(RecordSchemas.Of(Answered, Members));
        foreach (var (document, description) in Described)
            schemas[document.Name]!["description"] = description;
        schemas.Add(ScenarioStatuses, OneOf(ListingQuery.Statuses.Words));
        schemas.Add(SweepStatuses, OneOf(ListSweeps.Statuses.Words));
        schemas.Add(ReportPart, AnyOf(schemas[nameof(Report)]!["properties"]!.AsObject().Select(part => part.Value!)));
        schemas.Add(Replayed, AnyOf(Reference(nameof(StatusAnswer)), Reference(nameof(SweepStatusAnswer))));
        foreach (var (name, schema) in JsonNode.Parse(ByHand)!.AsObject())
            schemas.Add(name, schema!.DeepClone());
        return schemas;
    }

    /// <summary>One of some words.</summary>
    public static JsonObject OneOf(IReadOnlyList<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    private static JsonObject AnyOf(params IEnumerable<JsonNode> schemas) =>
        new() { ["anyOf"] = new JsonArray([.. schemas.DistinctBy(schema => schema.ToJsonString()).Select(schema => schema.DeepClone())]) };

    private const string ByHand = """
        {
          "Any": { "description": "Any JSON." },
          "Text": { "type": "string" },
          "Refusal": {
            "description": "A refusal (RFC 9457).",
            "type": "object",
            "required": ["title", "status", "detail"],
            "properties": {
              "type": { "type": "string" },
              "title": { "type": "string" },
              "status": { "type": "integer" },
              "detail": { "type": "string" },
              "problems": {
                "description": "Everything that is wrong with what was sent.",
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["detail"],
                  "properties": {
                    "pointer": { "description": "JSON Pointer (RFC 6901) of the place in the body.", "type": "string" },
                    "parameter": { "description": "Name of the parameter of the query, or of the header.", "type": "string" },
                    "detail": { "type": "string" }
                  },
                  "oneOf": [{ "required": ["pointer"] }, { "required": ["parameter"] }],
                  "additionalProperties": false
                }
              },
              "id": { "description": "Of the scenario or sweep that the refusal is about.", "type": "string", "format": "uuid" },
              "ids": { "description": "Of the scenarios that are not there.", "type": "array", "items": { "type": "string", "format": "uuid" } },
              "scenarioStatus": { "$ref": "#/components/schemas/ScenarioStatus" },
              "sweepStatus": { "$ref": "#/components/schemas/SweepStatus" },
              "etag": { "description": "Of the present state.", "type": "string" },
              "version": { "description": "The situation's current version.", "type": "integer" },
              "hash": { "description": "Of that version.", "type": "string" }
            },
            "additionalProperties": false
          }
        }
        """;
}
