using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Parley.Contracts.Tests;

/// <summary>Readers never throw, and point at what was changed.</summary>
public class MutationTests
{
    private static readonly string[] Junk =
        ["null", "true", "[]", "{}", "-1", "1e999", "1e-999", "\"\"", "\"\\u0000\"", "\"x\"", "[[[]]]", "{\"a\":{}}", "123456789012345678901234567890"];

    // Never optional, and never a name that an author chooses.
    private static readonly string[] Required =
    [
        "schemaVersion", "id", "title", "asOf", "name", "source", "sources", "text", "status", "anchors", "at", "role", "influence",
        "preferences", "ideal", "salience", "weight", "wants", "low", "mode", "high", "loading", "baselines", "statusQuo", "noDeal",
        "values", "whenPositive", "whenNegative", "links", "from", "to", "width", "principals", "others", "year", "owner", "shifts",
        "baseClass", "goodFaith", "classes", "factors", "cases10", "share10", "counts", "oddsRatio", "situation", "terms", "author",
    ];

    private static readonly Gen<byte[]> AnyDocument = Gen.Bool.Select(one => one ? Sample.SituationJson : Sample.ScenarioJson);

    private static readonly Gen<string> AnyJunk = Gen.Int[0, Junk.Length - 1].Select(i => Junk[i]);

    [Fact]
    public void Any_bytes_are_read_without_throwing() => Gen.Byte.Array[0, 200].Sample(Consistent);

    [Fact]
    public void Any_text_of_JSON_characters_is_read_without_throwing() =>
        Gen.String["{}[]\":,0123456789.eE+-\\/ u\ntruefalsn"].Sample(text => Consistent(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_document_with_any_byte_changed_is_read_without_throwing() =>
        Gen.Select(AnyDocument, Gen.Int[0, 100_000], Gen.Byte).Sample((json, at, value) =>
        {
            var changed = json.ToArray();
            changed[at % json.Length] = value;
            Consistent(changed);
        });

    [Fact]
    public void A_document_cut_anywhere_is_one_problem() => Gen.Select(AnyDocument, Gen.Int[0, 100_000]).Sample((json, at) =>
    {
        var cut = json[..(at % (Array.LastIndexOf(json, (byte)'}') + 1))];
        Assert.Single(SituationReader.Read(cut).Problems);
        Assert.Single(ScenarioReader.Read(cut, Sample.Situation).Problems);
    });

    [Fact]
    public void A_document_with_anything_anywhere_is_read_without_throwing() =>
        Gen.Select(AnyDocument, Gen.Int[0, 100_000], AnyJunk, Gen.Int[0, 100_000], AnyJunk).Sample((json, a, x, b, y) =>
        {
            var places = Places.Of(json);
            var changed = Document.With(json, places[a % places.Count], x);
            var left = Places.Of(Document.With(json, places[a % places.Count], "0"));
            Consistent(changed);
            Consistent(Document.With(Document.With(json, places[a % places.Count], "0"), left[b % left.Count], y));
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Null_is_refused_at_every_place_and_nowhere_else_by_mistake(bool isSituation)
    {
        var json = Json(isSituation);
        foreach (var place in Places.Of(json))
            Assert.Contains(Problems(isSituation, Document.With(json, place, "null")), p => p.Pointer == place && p.Detail.Contains("is null but must be", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_member_with_a_name_that_nothing_can_have_is_refused_at_every_place(bool isSituation)
    {
        var json = Json(isSituation);
        foreach (var place in Places.Members(json))
        {
            var renamed = Document.Changed(json, document =>
            {
                var (parent, name) = Document.Find(document, place);
                var value = parent[name]!.DeepClone();
                parent.AsObject().Remove(name);
                parent.AsObject().Add("No Name!", value);
            });
            Assert.Contains(Problems(isSituation, renamed), p => p.Pointer == place[..place.LastIndexOf('/')] + "/No Name!");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_repeated_member_is_refused_at_every_place_and_is_the_only_problem(bool isSituation)
    {
        var json = Json(isSituation);
        foreach (var place in Places.Members(json))
        {
            var (parent, name) = Document.Find(JsonNode.Parse(json)!, place);
            var value = parent[name]!.ToJsonString();
            var repeated = Document.With(json, place, $"{value}, {JsonValue.Create(name).ToJsonString()}: {value}");
            Assert.Equal(place, Assert.Single(Problems(isSituation, repeated)).Pointer);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_required_member_left_out_is_missed_where_it_stood(bool isSituation)
    {
        var json = Json(isSituation);
        foreach (var place in Places.Members(json).Where(place => Required.Contains(place[(place.LastIndexOf('/') + 1)..])))
            Assert.Contains(Problems(isSituation, Document.Without(json, place)), p => p.Pointer == place && p.Detail.Contains("is missing and must be", StringComparison.Ordinal));
    }

    [Fact]
    public void Large_hostile_documents_are_refused_in_bounded_work()
    {
        var name = new string('n', 400_000);
        var many = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"{i}\":0"));
        var cited = string.Concat(Enumerable.Range(0, 100).Select(i => $"a:{i:x};"));
        var links = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""
            "l{{i}}": { "from": {}, "to": "e", "weight": 0, "source": "{{cited[..400]}}" }
            """));
        var sources = string.Join(',', Enumerable.Range(0, 1000).Select(i => $$"""
            "b:{{i}}": { "text": "x", "status": "weak" }
            """));
        string[] documents =
        [
            $$"""{ "{{name}}": {} }""",
            $$"""{ "issues": { "{{name}}": { "anchors": [{{string.Join(',', Enumerable.Repeat("0", 200_000))}}] } } }""",
            $$"""{ {{many}} }""",
            $$"""{ "issues": { {{many}} }, "effects": { {{many[..100_000]}}:0 } }""",
            $$"""{ "links": { {{links}} }, "sources": { {{sources}} } }""",
        ];
        foreach (var json in documents.Select(Encoding.UTF8.GetBytes))
        {
            Assert.True(SituationReader.Read(json).Problems.Count > 0);
            Consistent(json);
        }
    }

    private static byte[] Json(bool isSituation) => isSituation ? Sample.SituationJson : Sample.ScenarioJson;

    private static IReadOnlyList<Problem> Problems(bool isSituation, byte[] json) =>
        isSituation ? SituationReader.Read(json).Problems : ScenarioReader.Read(json, Sample.Situation).Problems;

    private static void Consistent(byte[] json)
    {
        Consistent(SituationReader.Read(json));
        Consistent(ScenarioReader.Read(json));
        Consistent(ScenarioReader.Read(json, Sample.Situation));
        _ = ScenarioReader.SituationOf(json);
    }

    private static void Consistent<T>(Reading<T> reading)
        where T : class
    {
        Assert.Equal(reading.Problems.Count > 0, reading.Value is null);
        Assert.True(reading.Problems.Count <= Reading<T>.MaxProblems + 1);
        Assert.All(reading.Problems, p => Assert.True(p.Detail[^1] is '.' or '?' && p.Detail.Length < 1000, p.Detail));
    }
}
