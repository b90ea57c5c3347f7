using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Engine;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Holding;
using Parley.Engine.Measuring;

namespace Parley.Contracts.Tests;

/// <summary>
/// What stands beside a shipped scenario: the numbers that people read, to nine decimals, and a digest of the whole report,
/// errors, contributions, bands and paths included. In the digest every number has seven decimals: processors of other vector
/// widths differ in later digits, so that their digests are the same but for the rare number on the edge between two
/// roundings. The files are written on processors with AVX2. A change that no seventh decimal shows goes unnoticed.
/// </summary>
internal static class ExpectedResult
{
    /// <summary>Only tests/rewrite-expected.sh sets it.</summary>
    private const string Lever = "PARLEY_REWRITE_EXPECTED";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool Rewriting => Environment.GetEnvironmentVariable(Lever) == "1";

    public static string Of(Evaluation evaluation) => new JsonObject
    {
        ["engineVersion"] = evaluation.EngineVersion,
        ["seed"] = evaluation.Seed,
        ["draws"] = evaluation.Draws,
        ["digest"] = Digest(CanonicalJson.Of(evaluation)),
        ["jointAcceptance"] = Number(evaluation.Acceptance!.Joint),
        ["stakeholders"] = Keyed(evaluation.Impacts!.Zip(evaluation.Acceptance.Stakeholders), pair => pair.First.Stakeholder, Stakeholder),
        ["effects"] = Keyed(evaluation.Effects!, effect => effect.Effect, Effect),
        ["durability"] = Durability(evaluation.Durability!),
        ["measures"] = Measures(evaluation.Measures!),
    }.ToJsonString(Layout) + "\n";

    /// <summary>What is kept of an answer that no shipped scenario asks for: what it says, and a digest of all of it.</summary>
    public static string Of(byte[] report, IEnumerable<string> sentences) => new JsonObject
    {
        ["engineVersion"] = EngineVersion.Current,
        ["digest"] = Digest(report),
        ["says"] = new JsonArray([.. sentences.Select(sentence => (JsonNode?)sentence)]),
    }.ToJsonString(Layout) + "\n";

    /// <summary>Every number with its pointer.</summary>
    public static IEnumerable<(string Pointer, double Value)> Numbers(JsonNode? node, string pointer = "") => node switch
    {
        JsonObject members => members.SelectMany(member => Numbers(member.Value, $"{pointer}/{member.Key}")),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [(pointer, value.GetValue<double>())],
        _ => [],
    };

    private static JsonObject Stakeholder((StakeholderImpact Impact, StakeholderAcceptance Acceptance) of) => new()
    {
        ["againstNoDeal"] = Side(of.Impact.NoDeal),
        ["againstStatusQuo"] = Side(of.Impact.StatusQuo),
        ["accepts"] = Number(of.Acceptance.Probability),
        ["blocking"] = of.Acceptance.Blocking is [var first, ..] ? $"{first.Kind} {first.Id}" : "nothing",
    };

    private static JsonObject Side(ImpactAgainst side) => new()
    {
        ["mean"] = Number(side.Mean),
        ["low80"] = Number(side.Low80),
        ["median"] = Number(side.Median),
        ["high80"] = Number(side.High80),
        ["probabilityOfGain"] = Number(side.ProbabilityOfGain),
        ["shortHorizonMean"] = Number(side.ShortHorizonMean),
    };

    private static JsonObject Effect(EffectReport effect) => new()
    {
        ["short"] = Number(effect.Short.Mean),
        ["long"] = Number(effect.Long.Mean),
        ["low80"] = Number(effect.Long.Low80),
        ["high80"] = Number(effect.Long.High80),
        ["againstNoDeal"] = Number(effect.AgainstNoDeal),
        ["topPath"] = effect.Paths is [var top, ..] ? string.Join(" ", top.Links) : "none",
    };

    private static JsonObject Durability(Answer<DurabilityReport> durability) => durability.Value is not { } held
        ? new JsonObject { ["reason"] = durability.Reason }
        : new JsonObject
        {
            ["short"] = Survival(held.Short),
            ["long"] = Survival(held.Long),
            ["largestFactor"] = held.Factors is [var largest, ..] ? largest.Factor : "none",
        };

    private static JsonObject Survival(SurvivalYear year) => new()
    {
        ["baseRate"] = Number(year.BaseRate),
        ["mean"] = Number(year.Mean),
        ["low80"] = Number(year.Low80),
        ["high80"] = Number(year.High80),
    };

    private static JsonObject Measures(MeasuresReport measures) => new()
    {
        ["outcomePair"] = measures.OutcomePair.Value is not { } pair
            ? new JsonObject { ["reason"] = measures.OutcomePair.Reason }
            : new JsonObject
            {
                ["both"] = Number(pair.Both),
                ["shortOnly"] = Number(pair.ShortOnly),
                ["longOnly"] = Number(pair.LongOnly),
                ["neither"] = Number(pair.Neither),
            },
        ["subordination"] = measures.Subordination.Value is not { } subordination
            ? new JsonObject { ["reason"] = measures.Subordination.Reason }
            : new JsonObject
            {
                ["mean"] = Number(subordination.Mean),
                ["low80"] = Number(subordination.Low80),
                ["high80"] = Number(subordination.High80),
                ["probabilityCloserToPrincipals"] = Number(subordination.ProbabilityCloserToPrincipals),
            },
        ["lawful"] = new JsonObject(
            measures.Legality.Value?.Select(test => KeyValuePair.Create(test.Test.Id, (JsonNode?)Number(test.Lawful))) ?? []),
    };

    private static JsonObject Keyed<T>(IEnumerable<T> items, Func<T, string> id, Func<T, JsonObject> of) =>
        new(items.Select(item => KeyValuePair.Create(id(item), (JsonNode?)of(item))));

    private static JsonValue Number(Estimate estimate) => Number(estimate.Value);

    private static JsonValue Number(double value) =>
        JsonValue.Create(double.Parse(value.ToString("F9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0);

    private static string Digest(byte[] report) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Rounded(JsonNode.Parse(report)))));

    private static string Rounded(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(",", members.Select(member => $"{member.Key}:{Rounded(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(",", items.Select(Rounded))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number =>
            (Math.Round(value.GetValue<double>(), 7) + 0.0).ToString("F7", CultureInfo.InvariantCulture),
        _ => node?.ToJsonString() ?? "null",
    };
}
