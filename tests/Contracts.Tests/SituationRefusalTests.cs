namespace Parley.Contracts.Tests;

public class SituationRefusalTests
{
    private const string Range = """{ "low": 0, "mode": 0, "high": 1, "source": "judgement" }""";

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "/id", "\"River\"", "/id", "id is \"River\" but must be an id of 1 to 64 characters from a-z, 0-9 and -." },
        { "/asOf", "\"2026-02-30\"", "/asOf", "asOf is \"2026-02-30\" but must be a date such as 2026-01-31." },
        { "/sources/F1", """{ "text": "x", "status": "weak" }""", "/sources/F1", "F1 must be a word, a colon and an id, such as fact:F12." },
        { "/sources/fact:F1/status", "\"sure\"", "/sources/fact:F1/status", "status is \"sure\" but must be verified, weak, computed, memory, judgement or claim." },
        { "/issues/dam/source", "\"fact:F2; judgement\"", "/issues/dam/source", "source cites fact:F2, which is not in sources; did you mean fact:F1?" },
        { "/issues/dam/source", "\"see treaty:T1\"", "/issues/dam/source", "source cites treaty:T1, which is not in sources; add it there." },
        { "/effects/Fish", """{ "name": "x", "whenPositive": "x", "whenNegative": "y", "source": "judgement" }""", "/effects/Fish", "Fish must be an id of 1 to 64 characters from a-z, 0-9 and -." },
        { "/issues/dam/anchors", "[]", "/issues/dam/anchors", "anchors has 0 items but must have at least 2." },
        { "/issues/dam/anchors/0/at", "1", "/issues/dam/anchors", "anchors must word both ends of the scale, from 0 to 100." },
        { "/issues/dam/anchors/1/at", "99", "/issues/dam/anchors", "anchors must word both ends of the scale, from 0 to 100." },
        { "/issues/discharge/anchors/1/at", "0", "/issues/discharge/anchors/1/at", "at is 0 but must be above the anchor before, which is 0." },
        { "/issues/dam/costOfMoving", "-1", "/issues/dam/costOfMoving", "costOfMoving is -1 but must be a number from 0 to 1000000." },
        { "/stakeholders/town/role", "\"boss\"", "/stakeholders/town/role", "role is \"boss\" but must be veto, influencer or affected." },
        { "/stakeholders/town/influence", "50", "/stakeholders/town/influence", "influence is 50 but must be a range (low, mode, high, source) from 0 to 100." },
        { "/stakeholders/town/preferences/discharge/redLine/atLeast", "5", "/stakeholders/town/preferences/discharge/redLine/atLeast", "atLeast stands beside atMost but only one of them may be given." },
        { "/stakeholders/town/preferences/discharge/redLine", """{ "source": "judgement" }""", "/stakeholders/town/preferences/discharge/redLine", "redLine must have atMost or atLeast." },
        { "/stakeholders/town/preferences/discharge/shape", "0.1", "/stakeholders/town/preferences/discharge/shape", "shape is 0.1 but must be a number from 0.2 to 5." },
        { "/stakeholders/town/preferences/discharge/shape", "true", "/stakeholders/town/preferences/discharge/shape", "shape is true but must be a number or a range (low, mode, high, source) from 0.2 to 5." },
        { "/stakeholders/town/interactions/paid-cut/issues/1", "\"dam\"", "/stakeholders/town/interactions/paid-cut/issues/1", "dam has no preference of this stakeholder but an interaction needs both." },
        { "/stakeholders/town/interactions/paid-cut/issues/1", "\"discharge\"", "/stakeholders/town/interactions/paid-cut/issues", "issues names discharge twice but must name two issues." },
        { "/stakeholders/town/interactions/paid-cut/issues/1", "\"payments\"", "/stakeholders/town/interactions/paid-cut/issues/1", "payments is not an issue of river-treaty; did you mean payment?" },
        { "/stakeholders/town/lossAversion", "0.9", "/stakeholders/town/lossAversion", "lossAversion is 0.9 but must be a number from 1 to 5." },
        { "/stakeholders/town/ratifiedBy", """["agency", "agency"]""", "/stakeholders/town/ratifiedBy/1", "agency is repeated in ratifiedBy but may appear only once." },
        { "/stakeholders/agency/ratifiedBy", """["town"]""", "/stakeholders/agency/ratifiedBy/0", "The ratifications run in a circle, town → agency → town, but must not." },
        { "/stakeholders/agency/ratifiedBy", """["agency"]""", "/stakeholders/agency/ratifiedBy/0", "The ratifications run in a circle, agency → agency, but must not." },
        {
            "/stakeholders/town/exposures", $$"""{ "outcomes": { "port": { "wants": "more", "weight": {{Range}}, "source": "judgement" } } }""",
            "/stakeholders/port/exposures/outcomes/town", "The exposures to outcomes run in a circle, town → port → town, but must not."
        },
        { "/stakeholders/port/exposures/effects/fish-stock/wants", "\"most\"", "/stakeholders/port/exposures/effects/fish-stock/wants", "wants is \"most\" but must be more or less." },
        { "/stakeholders/agency/preferences/monitoring/salience/low", "0", "/stakeholders/agency", "agency must have a salience, weight or exposure with a low above 0." },
        {
            "/stakeholders/agency/profiles", $$"""{ "tired": { "name": "x", "preferences": { "monitoring": { "ideal": {{Range}}, "salience": {{Range}} } }, "source": "judgement" } }""",
            "/stakeholders/agency/profiles/tired", "Under tired, agency must have a salience, weight or exposure with a low above 0."
        },
        { "/baselines/statusQuo/outcomes/other", """{ "name": "x", "values": {}, "source": "judgement" }""", "/baselines/statusQuo/outcomes", "outcomes has 2 members but must have at most 1." },
        { "/baselines/noDeal/outcomes", "{}", "/baselines/noDeal/outcomes", "outcomes has 0 members but must have at least 1." },
        { "/baselines/noDeal/outcomes/lawsuit/odds/low", "0", "/baselines/noDeal/outcomes/lawsuit/odds/low", "low is 0 but must be a number above 0 and up to 1000000." },
        { "/baselines/noDeal/costs/city", "5", "/baselines/noDeal/costs/city", "city is not a stakeholder of river-treaty; it has town, port and agency." },
        { "/assumptions/good-faith/value/high", "1.2", "/assumptions/good-faith/value/high", "high is 1.2 but must be a number from 0 to 1." },
        { "/links/calm/from", "{}", "/links/calm/from", "from must have issue, effect, assumption, distance, beyondRedLine or outcome." },
        { "/links/calm/from/issue", "\"dam\"", "/links/calm/from/effect", "effect stands beside issue but only one of them may be given." },
        { "/links/calm/from/effect", "\"fish\"", "/links/calm/from/effect", "fish is not an effect of river-treaty; it has fish-stock and unrest." },
        { "/links/calm/to", "7", "/links/calm/to", "to is 7 but must be an id of 1 to 64 characters from a-z, 0-9 and -." },
        { "/links/calm/delay", "0", "/links/calm/delay", "delay is 0 but must be a whole number from 1 to 10." },
        { "/links/calm/delay", "1.5", "/links/calm/delay", "delay is 1.5 but must be a whole number from 1 to 10." },
        { "/links/calm/weight/low", "-3.1", "/links/calm/weight/low", "low is -3.1 but must be a number from -3 to 3." },
        { "/links/far-off/threshold/width", "0", "/links/far-off/threshold/width", "width is 0 but must be a number above 0 and up to 1000000." },
        { "/links/lost-work/from/beyondRedLine/issue", "\"payment\"", "/links/lost-work/from/beyondRedLine/issue", "issue is payment but must be one on which town has a red line." },
        { "/measures/subordination/others/0", "\"town\"", "/measures/subordination/others", "others names town, who is among the principals, but must name only others." },
        { "/measures/outcomePair/long/threshold", "1", "/measures/outcomePair/long/threshold", "threshold is 1 but must be a number above -1 and below 1." },
        { "/measures/legality/water-law/atMost", "5", "/measures/legality/water-law/atLeast", "atLeast stands beside atMost but only one of them may be given." },
        { "/options/sue/owner", "\"city\"", "/options/sue/owner", "city is not a stakeholder of river-treaty; it has town, port and agency." },
        { "/options/sue/requires/0", "\"sue\"", "/options/sue/requires", "requires names sue itself but must name other options." },
        { "/options/cheat/excludes/0", "\"closed\"", "/options/cheat/excludes/0", "closed is not an option of river-treaty; did you mean close?" },
        { "/options/close/shifts/issues/discharge", "130", "/options/close/shifts/issues/discharge", "discharge is 130 but must be a number from -100 to 100." },
        { "/hazard/baseClass", "\"treaties\"", "/hazard/baseClass", "treaties is not a class of river-treaty; it has river-treaties and all-treaties." },
        { "/hazard/goodFaith", "\"faith\"", "/hazard/goodFaith", "faith is not an assumption of river-treaty; it has good-faith." },
        { "/hazard/classes/all-treaties/cases5", "3", "/hazard/classes/all-treaties", "all-treaties must have both cases5 and share5, or neither." },
        { "/hazard/classes/river-treaties/share5", "0.5", "/hazard/classes/river-treaties/share5", "share5 is 0.5 but must not be above share10, which is 0.35." },
        { "/hazard/factors/watched/from/effect", "\"unrest\"", "/hazard/factors/watched/from/effect", "effect is not known here; the members are issue and assumption." },
        { "/hazard/factors/watched/oddsRatio/low", "0", "/hazard/factors/watched/oddsRatio/low", "low is 0 but must be a number above 0 and up to 1000000." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_wrong_value_is_refused_at_its_place_in_a_whole_sentence(string place, string json, string pointer, string detail)
    {
        var reading = SituationReader.Read(Document.With(Sample.SituationJson, place, json));
        Assert.Equal([new Problem(pointer, detail)], reading.Problems);
        Assert.Null(reading.Value);
    }

    [Fact]
    public void One_of_too_few_is_one_item() => Assert.Contains(
        new Problem("/issues/dam/anchors", "anchors has 1 item but must have at least 2."),
        SituationReader.Read(Document.With(Sample.SituationJson, "/issues/dam/anchors", """[{ "at": 0, "text": "None" }]""")).Problems);

    [Theory]
    [InlineData("/baselines/statusQuo/date", "date is missing and must be a date such as 2026-01-31.")]
    [InlineData("/baselines/statusQuo/outcomes/today/values/dam", "dam is missing but the status quo must give every issue a value.")]
    [InlineData("/stakeholders/port/influence", "influence is missing and must be a range (low, mode, high, source) from 0 to 100.")]
    [InlineData("/links/clean-water/from", "from is missing and must be an object.")]
    [InlineData("/links/far-off/threshold/at", "at is missing and must be a number or a range (low, mode, high, source) from 0 to 1000000.")]
    [InlineData("/hazard/factors", "factors is missing and must be an object.")]
    [InlineData("/asOf", "asOf is missing and must be a date such as 2026-01-31.")]
    public void A_missing_member_is_refused_where_it_should_stand(string place, string detail)
    {
        var reading = SituationReader.Read(Document.Without(Sample.SituationJson, place));
        Assert.Equal([new Problem(place, detail)], reading.Problems);
    }

    [Fact]
    public void A_missing_collection_is_one_problem_however_much_refers_to_it() => Assert.Equal(
        [new Problem("/issues", "issues is missing and must be an object.")],
        SituationReader.Read(Document.Without(Sample.SituationJson, "/issues")).Problems);

    [Fact]
    public void A_red_line_of_a_profile_is_one_that_can_be_crossed()
    {
        const string Preferences = "/stakeholders/town/preferences/discharge/redLine";
        var moved = Document.With(
            Document.Without(Sample.SituationJson, Preferences),
            Preferences.Replace("/preferences", "/profiles/green-council/preferences", StringComparison.Ordinal),
            """{ "atMost": 80, "source": "judgement" }""");
        Assert.Empty(SituationReader.Read(moved).Problems);
    }

    [Fact]
    public void The_word_judgement_needs_no_source() => Assert.Empty(
        SituationReader.Read(Document.With(Sample.SituationJson, "/issues/dam/source", "\"judgement:ours; see https://example.org at 12:30\"")).Problems);
}
