using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Contracts.Tests;

public class FingerprintTests
{
    private static readonly string Known = Of(Sample.ScenarioJson);

    [Fact]
    public void A_fingerprint_is_the_SHA_256_of_the_canonical_bytes_in_lower_case_hexadecimal()
    {
        var canonical = CanonicalJson.Of(Sample.Situation);
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(canonical)).ToLowerInvariant(), Fingerprint.Of(Sample.Situation));
    }

    [Fact]
    public void Order_of_members_and_white_space_make_no_difference_to_a_scenario()
    {
        var reversed = Encoding.UTF8.GetBytes(Reversed(JsonNode.Parse(Sample.ScenarioJson)!).ToJsonString(new() { WriteIndented = true }));
        Assert.Equal(Known, Of(reversed));
    }

    [Theory]
    [InlineData("/draws", "2e3")]
    [InlineData("/draws", "2000.0")]
    [InlineData("/terms/dam", "-0.0")]
    [InlineData("/terms/payment/value", "5.0E+1")]
    [InlineData("/terms/discharge/factor/loading", "-0.30000000000000000001")]
    [InlineData("/title", "\"\\u0048alf the discharge, half the bill\"")]
    public void Spelling_makes_no_difference(string place, string json) => Assert.Equal(Known, Of(Document.With(Sample.ScenarioJson, place, json)));

    [Theory]
    [InlineData("/seed", "8")]
    [InlineData("/terms/dam", "1e-300")]
    [InlineData("/terms/payment/note", "\"equal shares\"")]
    [InlineData("/analyses", """["impacts"]""")]
    public void A_different_value_makes_one(string place, string json) => Assert.NotEqual(Known, Of(Document.With(Sample.ScenarioJson, place, json)));

    [Fact]
    public void A_default_written_out_is_another_payload_since_defaults_may_change() => Assert.NotEqual(
        Of("""{ "schemaVersion": 1, "situation": "a", "title": "b", "terms": {} }"""u8.ToArray()),
        Of("""{ "schemaVersion": 1, "situation": "a", "title": "b", "terms": {}, "seed": 1, "draws": 10000, "kind": "constructed", "assumptions": {} }"""u8.ToArray()));

    [Fact]
    public void The_order_of_a_situation_counts()
    {
        var swapped = Sample.Situation with { Links = [.. Sample.Situation.Links.Reverse()] };
        Assert.NotEqual(Fingerprint.Of(Sample.Situation), Fingerprint.Of(swapped));
    }

    [Theory]
    [InlineData("""{ "vary": { "a": [1, 2], "b": { "low": 0, "high": 1 } }, "draws": 20 }""", """{ "draws": 20, "vary": { "a": [1, 2], "b": { "high": 1, "low": 0 } } }""", true)]
    [InlineData("""{ "vary": { "a": [1, 2], "b": [3, 4] } }""", """{ "vary": { "b": [3, 4], "a": [1, 2] } }""", false)]
    [InlineData("""{ "base": { "vary": { "a": 1, "b": 2 } } }""", """{ "base": { "vary": { "b": 2, "a": 1 } } }""", true)]
    public void The_order_of_what_a_sweep_varies_counts_since_it_numbers_the_variants(string one, string other, bool areSame) =>
        Assert.Equal(areSame, Of(Encoding.UTF8.GetBytes(one)) == Of(Encoding.UTF8.GetBytes(other)));

    private static string Of(byte[] scenario) => Fingerprint.OfPayload(scenario)!;

    private static JsonNode Reversed(JsonNode node) => node is JsonObject members
        ? new JsonObject(members.Reverse().Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Reversed(m.Value!))))
        : node.DeepClone();
}
