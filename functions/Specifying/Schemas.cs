using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Parley.Functions.Answering;
using Parley.Functions.Describing;
using Parley.Functions.Publishing;
using Parley.Functions.Purging;
using Parley.Functions.Reading;
using Parley.Functions.Recovering;
using Parley.Functions.Submitting;
using Parley.Functions.Sweeping;
using Parley.Functions.Watching;

namespace Parley.Functions.Specifying;

/// <summary>The shapes of what is sent and answered: of records by reflection, of documents that are passed on as they stand by hand.</summary>
public static class Schemas
{
    public const string Any = "Any";
    public const string Comparison = "Comparison";
    public const string Impacts = "Impacts";
    public const string Problem = "Problem";
    public const string Replayed = "Replayed";
    public const string Report = "Report";
    public const string Scenario = "Scenario";
    public const string Situation = "Situation";
    public const string Sweep = "Sweep";
    public const string Text = "Text";

    private static readonly Type[] Records =
    [
        typeof(AcceptedAnswer), typeof(DeadLetterAnswer), typeof(DeadLettersAnswer), typeof(HealthAnswer), typeof(ListingAnswer), typeof(PurgeAnswer),
        typeof(ShippedScenariosAnswer), typeof(SituationAnswer), typeof(SituationsAnswer), typeof(SituationValidation),
        typeof(StatusAnswer), typeof(ValidationAnswer), typeof(VersionsAnswer), typeof(AcceptedSweepAnswer), typeof(SweepStatusAnswer),
        typeof(SweepsAnswer), typeof(SweepValidation), typeof(VariantsAnswer),
    ];

    // Strict: the answers' numbers are numbers, whatever a reader of them would accept.
    private static readonly JsonSerializerOptions Written = new(Json.Options)
    {
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSchemaExporterOptions Closed = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Close };

    /// <summary>All schemas by name.</summary>
    public static JsonObject All()
    {
        var schemas = JsonNode.Parse(ByHand)!.AsObject();
        foreach (var record in Records)
            schemas[record.Name] = Written.GetJsonSchemaAsNode(record, Closed);
        return schemas;
    }

    // What may be null is left out of an answer, and what an answer does not declare it does not have.
    private static JsonObject Close(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject shape)
            return new JsonObject(); // Anything at all.
        if (shape["type"] is JsonArray types)
            shape["type"] = types.Select(type => type!.ToString()).First(type => type != "null");
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            shape["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(property => !property.IsGetNullable).Select(property => (JsonNode)property.Name)]);
            shape["additionalProperties"] = false;
        }

        if (shape["enum"] is JsonArray values)
            shape["enum"] = new JsonArray([.. values.Where(value => value is not null).Select(value => value!.DeepClone())]);
        return shape;
    }

    private const string ByHand = """
        {
          "Any": { "description": "Any JSON." },
          "Text": { "type": "string" },
          "Scenario": {
            "description": "The scenario document, described member by member in shared/Contracts/README.md.",
            "type": "object",
            "required": ["schemaVersion", "situation", "title", "terms"],
            "properties": {
              "schemaVersion": { "type": "integer" },
              "situation": { "type": "string" },
              "title": { "type": "string" },
              "terms": { "type": "object" }
            }
          },
          "Sweep": {
            "description": "The sweep document, described member by member in shared/Contracts/README.md.",
            "type": "object",
            "required": ["schemaVersion", "title", "base", "vary"],
            "properties": {
              "schemaVersion": { "type": "integer" },
              "title": { "type": "string" },
              "base": { "type": "object" },
              "vary": { "type": "object" },
              "design": { "type": "object" },
              "draws": { "type": "integer" },
              "outputs": { "type": "array" }
            }
          },
          "Situation": {
            "description": "The situation document, described member by member in shared/Contracts/README.md.",
            "type": "object",
            "required": ["schemaVersion", "id", "title", "summary", "asOf", "sources", "issues", "stakeholders", "baselines"],
            "properties": {
              "schemaVersion": { "type": "integer" },
              "id": { "type": "string" },
              "title": { "type": "string" },
              "issues": { "type": "object" },
              "stakeholders": { "type": "object" }
            }
          },
          "Comparison": {
            "description": "What differs, described in shared/Contracts/README.md, and where the settings come from.",
            "type": "object",
            "required": ["chosen", "comparison"],
            "properties": { "chosen": { "type": "object" }, "comparison": { "type": "object" } },
            "additionalProperties": false
          },
          "Report": {
            "description": "The evaluation, described in shared/Contracts/README.md; which parts it has follows the analyses that the scenario asks for.",
            "type": "object",
            "required": ["engineVersion", "seed", "draws", "horizon", "shortHorizon"],
            "properties": {
              "engineVersion": { "type": "string" },
              "situation": { "type": "string" },
              "situationVersion": { "type": "integer", "minimum": 1 },
              "situationHash": { "description": "SHA-256 of that version's canonical JSON.", "type": "string" },
              "inputHash": { "description": "SHA-256 of what /inputs answers.", "type": "string" },
              "seed": { "type": "integer" },
              "draws": { "type": "integer" },
              "horizon": { "type": "integer" },
              "shortHorizon": { "type": "integer" }
            }
          },
          "Impacts": {
            "type": "object",
            "required": ["scenario", "title", "generation", "engineVersion", "situation", "seed", "draws", "horizon", "shortHorizon", "impacts"],
            "properties": {
              "scenario": { "type": "string", "format": "uuid" },
              "title": { "type": "string" },
              "generation": { "type": "integer", "minimum": 1 },
              "engineVersion": { "type": "string" },
              "situation": { "type": "object", "required": ["id", "version", "hash"] },
              "seed": { "type": "integer" },
              "draws": { "type": "integer" },
              "horizon": { "type": "integer" },
              "shortHorizon": { "type": "integer" },
              "jointAcceptance": { "type": "object", "required": ["probability", "stakeholders"] },
              "impacts": { "type": "array", "items": { "type": "object", "required": ["stakeholder", "name", "role"] } },
              "effects": { "type": "array", "items": { "type": "object", "required": ["effect"] } }
            },
            "additionalProperties": false
          },
          "Replayed": {
            "description": "The status of the scenario (StatusAnswer) or of the sweep (SweepStatusAnswer).",
            "type": "object",
            "required": ["id", "title", "status", "situation", "cost", "acceptedAt", "links"]
          },
          "Problem": {
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
              "scenarioStatus": { "type": "string" },
              "sweepStatus": { "type": "string" },
              "etag": { "description": "Of the present state.", "type": "string" },
              "version": { "description": "The situation's current version.", "type": "integer" },
              "hash": { "description": "Of that version.", "type": "string" }
            },
            "additionalProperties": false
          }
        }
        """;
}
