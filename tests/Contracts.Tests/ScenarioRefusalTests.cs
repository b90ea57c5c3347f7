using System.Text;

namespace Parley.Contracts.Tests;

public class ScenarioRefusalTests
{
    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "/draws", "10", "/draws", "draws is 10 but must be a multiple of 20 from 200 to 1000000." },
        { "/draws", "1010", "/draws", "draws is 1010 but must be a multiple of 20 from 200 to 1000000." },
        { "/draws", "1e999", "/draws", "draws is 1e999 but must be a multiple of 20 from 200 to 1000000." },
        { "/seed", "9007199254740991.4", "/seed", "seed is 9007199254740991.4 but must be a whole number from 0 to 9007199254740991." },
        { "/seed", "-1", "/seed", "seed is -1 but must be a whole number from 0 to 9007199254740991." },
        { "/horizon", "2", "/shortHorizon", "shortHorizon is 3 but must not be above horizon, which is 2." },
        { "/horizon", "31", "/horizon", "horizon is 31 but must be a whole number from 1 to 30." },
        { "/schemaVersion", "2", "/schemaVersion", "schemaVersion is 2 but must be 1." },
        { "/situation", "\"lake\"", "/situation", "situation is lake but must be river-treaty, against which this is read." },
        { "/situation", "\"The River\"", "/situation", "situation is \"The River\" but must be an id of 1 to 64 characters from a-z, 0-9 and -." },
        { "/title", "\" \"", "/title", "title is blank but must be a text of 1 to 200 characters." },
        { "/title", "\"a\\u0007b\"", "/title", "title holds the control character U+0007 but must be plain text." },
        { "/title", "\"a\\nb\"", "/title", "title holds the control character U+000A but must be plain text." },
        { "/title", "null", "/title", "title is null but must be a text of 1 to 200 characters." },
        { "/kind", "\"Proposal\"", "/kind", "kind is \"Proposal\" but must be constructed or proposal." },
        { "/kind", "\"constructed\"", "/publication", "publication belongs to a proposal but this scenario is constructed; leave it out or set kind to proposal." },
        { "/publication/date", "\"May 2026\"", "/publication/date", "date is \"May 2026\" but must be a date such as 2026-01-31, 2026-01 or 2026." },
        { "/publication/url", "\"javascript:alert(1)\"", "/publication/url", "url is \"javascript:alert(1)\" but must be a web address that starts with http:// or https://." },
        { "/terms", "[]", "/terms", "terms is a list but must be an object." },
        { "/terms/dam", "101", "/terms/dam", "dam is 101 but must be a number from 0 to 100." },
        { "/terms/dam", "1e999", "/terms/dam", "dam is 1e999 but must be a number from 0 to 100." },
        { "/terms/dam", "\"12\"", "/terms/dam", "dam is \"12\" but must be a number, a value with a note, or a range (low, mode, high, source) from 0 to 100." },
        { "/terms/damn", "1", "/terms/damn", "damn is not an issue of river-treaty; did you mean dam?" },
        { "/terms/harbour", "1", "/terms/harbour", "harbour is not an issue of river-treaty; it has discharge, payment, monitoring and dam." },
        { "/terms/discharge/low", "70", "/terms/discharge/low", "low is 70 but must be above neither mode, which is 50, nor high, which is 60." },
        { "/terms/discharge", "{\"low\":70,\"mode\":65,\"high\":60,\"source\":\"x\"}", "/terms/discharge/low", "low is 70 but must not be above high, which is 60." },
        { "/terms/discharge/mode", "70", "/terms/discharge/mode", "mode is 70 but must lie from low to high, 40 to 60." },
        { "/terms/discharge/factor/loading", "1.5", "/terms/discharge/factor/loading", "loading is 1.5 but must be a number from -1 to 1." },
        { "/terms/payment/low", "1", "/terms/payment/low", "low is not known here; the members are value and note." },
        { "/terms/monitoring/specified", "0", "/terms/monitoring/specified", "specified is 0 but must be true or false." },
        { "/assumptions/baseClass", "\"treaties\"", "/assumptions/baseClass", "treaties is not a class of river-treaty; it has river-treaties and all-treaties." },
        { "/assumptions/baseClass", "7", "/assumptions/baseClass", "baseClass is 7 but must be an id of 1 to 64 characters from a-z, 0-9 and -." },
        { "/assumptions/profiles/town", "\"red-council\"", "/assumptions/profiles/town", "red-council is not a profile of town; did you mean green-council?" },
        { "/assumptions/profiles/city", "\"red-council\"", "/assumptions/profiles/city", "city is not a stakeholder of river-treaty; it has town, port and agency." },
        { "/assumptions/profiles/town", "5", "/assumptions/profiles/town", "town is 5 but must be the id of a profile or an object of probabilities by id." },
        { "/assumptions/profiles/town", "{}", "/assumptions/profiles/town", "town has 0 members but must have at least 1." },
        { "/assumptions/profiles/town", "{\"green-council\":0}", "/assumptions/profiles/town/green-council", "green-council is 0 but must be a number above 0 and up to 1." },
        { "/assumptions/profiles/town", "{\"green-council\":1.5}", "/assumptions/profiles/town/green-council", "green-council is 1.5 but must be a number above 0 and up to 1." },
        { "/assumptions/profiles/town", "{\"green-council\":\"1\"}", "/assumptions/profiles/town/green-council", "green-council is \"1\" but must be a number above 0 and up to 1." },
        { "/assumptions/profiles/town", "{\"green-concil\":0.5}", "/assumptions/profiles/town/green-concil", "green-concil is not a profile of town; did you mean green-council?" },
        { "/assumptions/profiles/town", "{\"green-council\":0.5,\"green-council\":0.5}", "/assumptions/profiles/town/green-council", "green-council is repeated but may appear only once." },
        {
            "/assumptions/profiles/town", "{\"green-council\":0.7,\"broke\":0.6}", "/assumptions/profiles/town",
            "The probabilities in town add up to 1.3 but must add up to at most 1; what is left of 1 is the stakeholder's own preferences."
        },
        { "/analyses", "[]", "/analyses", "analyses has 0 items but must have at least 1." },
        { "/terms", "{\"\":5}", "/terms/", "\"\" is not an issue of river-treaty; it has discharge, payment, monitoring and dam." },
        { "/analyses/1", "\"impacts\"", "/analyses/1", "impacts is repeated in analyses but may appear only once." },
        { "/analyses/1", "\"profit\"", "/analyses/1", "analyses[1] is \"profit\" but must be impacts, acceptance, effects, durability, measures, stability, bargaining, drivers or counterOffers." },
        { "/draw", "200", "/draw", "draw is not known here; did you mean draws?" },
    };

    [Fact]
    public void A_class_is_no_choice_where_the_situation_has_no_record()
    {
        var json = Document.With(Sample.ScenarioJson, "/assumptions/baseClass", "\"all-treaties\"");
        Assert.Equal(
            "all-treaties is not a class of river-treaty; it has none.",
            ScenarioReader.Read(json, Sample.Situation with { Hazard = null }).Problems.Single(problem => problem.Pointer == "/assumptions/baseClass").Detail);
    }

    [Fact]
    public void A_class_may_be_chosen_where_no_analysis_starts_from_it_since_a_comparison_does() =>
        Assert.Empty(ScenarioReader.Read(
            Document.With(Document.With(Sample.ScenarioJson, "/assumptions/baseClass", "\"all-treaties\""), "/analyses", """["impacts"]"""), Sample.Situation).Problems);

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_wrong_value_is_refused_at_its_place_in_a_whole_sentence(string place, string json, string pointer, string detail)
    {
        var reading = ScenarioReader.Read(Document.With(Sample.ScenarioJson, place, json), Sample.Situation);
        Assert.Equal([new Problem(pointer, detail)], reading.Problems);
        Assert.Null(reading.Value);
    }

    [Theory]
    [InlineData(30, 20, 200, "mode is 20 but must not be below low, which is 30.")]
    [InlineData(-1, 20, 10, "mode is 20 but must not be above high, which is 10.")]
    public void A_mode_is_held_against_the_bound_that_can_be_read(int low, int mode, int high, string detail)
    {
        var json = Document.With(Sample.ScenarioJson, "/terms/dam", $$"""{ "low": {{low}}, "mode": {{mode}}, "high": {{high}}, "source": "x" }""");
        Assert.Contains(new Problem("/terms/dam/mode", detail), ScenarioReader.Read(json, Sample.Situation).Problems);
    }

    [Theory]
    [InlineData("/schemaVersion", "schemaVersion is missing and must be 1.")]
    [InlineData("/title", "title is missing and must be a text of 1 to 200 characters.")]
    [InlineData("/terms", "terms is missing and must be an object.")]
    [InlineData("/publication", "publication is missing and must be an object.")]
    [InlineData("/publication/author", "author is missing and must be a text of 1 to 200 characters.")]
    [InlineData("/terms/discharge/source", "source is missing and must be a text of 1 to 500 characters.")]
    public void A_missing_member_is_refused_where_it_should_stand(string place, string detail)
    {
        var reading = ScenarioReader.Read(Document.Without(Sample.ScenarioJson, place), Sample.Situation);
        Assert.Equal([new Problem(place, detail)], reading.Problems);
    }

    [Fact]
    public void Absent_members_have_their_defaults()
    {
        var scenario = ScenarioReader.Read("""{ "schemaVersion": 1, "situation": "river-treaty", "title": "As it is", "terms": {} }"""u8.ToArray()).Value!;
        Assert.Equal((10, 2, 10_000, 1L, 5), (scenario.Horizon, scenario.ShortHorizon, scenario.Draws, scenario.Seed, scenario.Analyses.Count));
    }

    [Fact]
    public void A_horizon_of_one_year_is_its_own_short_horizon()
    {
        var json = """{ "schemaVersion": 1, "situation": "river-treaty", "title": "As it is", "terms": {}, "horizon": 1 }"""u8.ToArray();
        Assert.Equal(1, ScenarioReader.Read(json).Value!.ShortHorizon);
    }

    [Fact]
    public void All_problems_come_at_once_in_the_order_of_the_document()
    {
        var json = Encoding.UTF8.GetBytes("""
            {
              "seed": -1,
              "terms": { "discharge": 200, "dmn": 1, "payment": { "low": 5, "mode": 4, "high": 6 } },
              "draws": 5,
              "colour": "red",
              "situation": "river-treaty",
              "seed": 3,
              "schemaVersion": 1
            }
            """);
        Assert.Equal(
            ["/title", "/seed", "/terms/discharge", "/terms/dmn", "/terms/payment/source", "/terms/payment/mode", "/draws", "/colour", "/seed"],
            ScenarioReader.Read(json, Sample.Situation).Problems.Select(p => p.Pointer));
    }

    [Fact]
    public void The_situation_can_be_told_however_wrong_the_rest_is()
    {
        Assert.Equal("lake", ScenarioReader.SituationOf("""{ "terms": 5, "situation": "lake" }"""u8.ToArray()));
        Assert.Null(ScenarioReader.SituationOf("""{ "situation": 5 }"""u8.ToArray()));
        Assert.Null(ScenarioReader.SituationOf("[1"u8.ToArray()));
    }
}
