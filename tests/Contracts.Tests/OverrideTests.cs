using System.Text.Json.Nodes;

namespace Parley.Contracts.Tests;

public class OverrideTests
{
    private const string Plain = """{ "low": 1, "mode": 2, "high": 3, "source": "what if fact:F99" }""";

    [Theory]
    [InlineData("/stakeholders/town/influence")]
    [InlineData("/stakeholders/town/preferences/payment/ideal")]
    [InlineData("/stakeholders/town/profiles/green-council/preferences/discharge/salience")]
    [InlineData("/stakeholders/port/preferences/discharge/redLine/atLeast")]
    [InlineData("/stakeholders/port/preferences/discharge/shape")]
    [InlineData("/issues/monitoring/costOfMoving")]
    [InlineData("/baselines/noDeal/outcomes/drift/odds")]
    [InlineData("/baselines/noDeal/costs/port")]
    [InlineData("/baselines/statusQuo/outcomes/today/values/dam")]
    [InlineData("/links/clean-water/weight")]
    [InlineData("/links/far-off/threshold/at")]
    [InlineData("/options/close/shifts/issues/discharge")]
    [InlineData("/hazard/factors/watched/oddsRatio")]
    public void Every_range_of_the_situation_can_be_replaced_also_one_that_stands_there_by_default(string pointer) =>
        Assert.Empty(Problems(pointer, Plain));

    [Theory]
    [InlineData("/assumptions/good-faith/valu", "/assumptions/good-faith/valu is not a range of river-treaty; did you mean /assumptions/good-faith/value?")]
    [InlineData("/assumptions/good-faith", "/assumptions/good-faith is not a range of river-treaty; did you mean /assumptions/good-faith/value?")]
    [InlineData("/links/clean-water/delay", "/links/clean-water/delay is not a range of river-treaty; did you mean /links/clean-water/weight?")]
    [InlineData("/title", "/title is not a range of river-treaty; it must be the JSON Pointer of a judgement there.")]
    [InlineData("", "\"\" must be a JSON Pointer into the situation, such as /assumptions/growth/value.")]
    [InlineData("/a~2b", "/a~2b must be a JSON Pointer into the situation, such as /assumptions/growth/value.")]
    [InlineData("/a~", "/a~ must be a JSON Pointer into the situation, such as /assumptions/growth/value.")]
    [InlineData("/stakeholders/town/preferences/discharge/ideal", "/stakeholders/town/preferences/discharge/ideal changes nothing because profile green-council replaces that preference; override it under /stakeholders/town/profiles/green-council.")]
    public void A_pointer_to_anything_else_is_refused(string pointer, string detail) =>
        Assert.Equal([new Problem(Escaped(pointer), detail)], Problems(pointer, Plain));

    [Fact]
    public void An_override_of_a_profile_that_is_not_chosen_is_refused()
    {
        const string Pointer = "/stakeholders/town/profiles/green-council/preferences/discharge/ideal";
        var json = Document.Changed(With(Pointer, Plain), document => document["assumptions"]!.AsObject().Remove("profiles"));
        Assert.Equal(
            [new Problem(Escaped(Pointer), $"{Pointer} changes nothing because profile green-council of town is not chosen; choose it or leave the override out.")],
            ScenarioReader.Read(json, Sample.Situation).Problems);
    }

    [Theory]
    [InlineData("/stakeholders/town/preferences/discharge/ideal", 0.4, 0.5)]
    [InlineData("/stakeholders/town/profiles/green-council/preferences/discharge/ideal", 0.4, 0.5)]
    [InlineData("/stakeholders/town/profiles/broke/preferences/discharge/ideal", 0.4, 0.6)]
    public void A_set_of_preferences_that_holds_in_some_draws_can_be_overridden(string pointer, double green, double tired) =>
        Assert.Empty(ScenarioReader.Read(Torn(pointer, green, tired), Sample.Situation).Problems);

    [Fact]
    public void Own_preferences_that_one_profile_or_another_always_replaces_are_not_overridden()
    {
        const string Pointer = "/stakeholders/town/preferences/discharge/ideal";
        Assert.Equal(
            [
                new Problem(
                    Escaped(Pointer),
                    $"{Pointer} changes nothing because one of the profiles green-council and broke always holds and each replaces that preference; "
                        + "override it under /stakeholders/town/profiles."),
            ],
            ScenarioReader.Read(Torn(Pointer, 0.4, 0.6), Sample.Situation).Problems);
    }

    [Theory]
    [InlineData("/assumptions/good-faith/value", 0, 0.5, 1.5, "/high", "high is 1.5 but must be a number from 0 to 1.")]
    [InlineData("/stakeholders/town/lossAversion", 0.5, 1, 2, "/low", "low is 0.5 but must be a number from 1 to 5.")]
    [InlineData("/hazard/factors/watched/oddsRatio", 0, 1, 2, "/low", "low is 0 but must be a number above 0 and up to 1000000.")]
    [InlineData("/links/calm/weight", 2, 1, 3, "/mode", "mode is 1 but must lie from low to high, 2 to 3.")]
    [InlineData("/stakeholders/agency/preferences/monitoring/salience", 0, 10, 20, "", "agency must have a salience, weight or exposure with a low above 0.")]
    public void An_override_is_held_to_the_rules_of_what_it_replaces(string pointer, double low, double mode, double high, string place, string detail)
    {
        var range = new JsonObject { ["low"] = low, ["mode"] = mode, ["high"] = high, ["source"] = "what if" }.ToJsonString();
        Assert.Equal([new Problem(Escaped(pointer) + place, detail)], Problems(pointer, range));
    }

    [Fact]
    public void Without_the_situation_only_the_form_is_checked() =>
        Assert.Empty(ScenarioReader.Read(With("/no/such/place", Plain)).Problems);

    [Fact]
    public void Of_what_is_no_range_it_is_told_at_once_when_its_place_is_none_either() => Assert.Equal(
        [
            new Problem(Escaped("/nowhere"), "/nowhere is 5 but must be a range (low, mode, high, source)."),
            new Problem(Escaped("/nowhere"), "/nowhere is not a range of river-treaty; it must be the JSON Pointer of a judgement there."),
        ],
        Problems("/nowhere", "5"));

    [Fact]
    public void An_override_needs_a_source_as_any_judgement_does()
    {
        var problem = Assert.Single(Problems("/links/calm/weight", """{ "low": 0, "mode": 0, "high": 0 }"""));
        Assert.Equal("/assumptions/overrides/~1links~1calm~1weight/source", problem.Pointer);
    }

    private static string Escaped(string pointer) =>
        "/assumptions/overrides/" + pointer.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static IReadOnlyList<Problem> Problems(string pointer, string range) =>
        ScenarioReader.Read(With(pointer, range), Sample.Situation).Problems;

    private static byte[] Torn(string pointer, double green, double tired) => Document.Changed(
        With(pointer, Plain),
        document => document["assumptions"]!["profiles"]!["town"] = new JsonObject { ["green-council"] = green, ["broke"] = tired });

    private static byte[] With(string pointer, string range) => Document.Changed(
        Sample.ScenarioJson, document => document["assumptions"]!["overrides"] = new JsonObject { [pointer] = JsonNode.Parse(range) });
}
