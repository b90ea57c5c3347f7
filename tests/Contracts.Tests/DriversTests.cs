using System.Text.Json;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Tests;

/// <summary>Asking for drivers, and reading what they are.</summary>
public sealed class DriversTests
{
    private static readonly byte[] Asking = Document.With(
        Document.With(Sample.ScenarioJson, "/analyses", "[\"drivers\"]"),
        "/drivers",
        """
        { "outputs": [
            { "impact": "town", "against": "statusQuo", "year": 3, "cases": { "below": -1.5 } },
            { "acceptance": "joint" }, { "effect": "fish-stock", "year": 5 }, { "survival": 12 } ],
          "points": 512, "resamples": 40 }
        """);

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "/drivers", "[]", "/drivers", "drivers is a list but must be an object." },
        { "/drivers/points", "1000", "/drivers/points", "points is 1000 but must be a power of two from 256 to 16384." },
        { "/drivers/points", "128", "/drivers/points", "points is 128 but must be a power of two from 256 to 16384." },
        { "/drivers/points", "32768", "/drivers/points", "points is 32768 but must be a power of two from 256 to 16384." },
        { "/drivers/points", "256.5", "/drivers/points", "points is 256.5 but must be a power of two from 256 to 16384." },
        { "/drivers/resamples", "19", "/drivers/resamples", "resamples is 19 but must be a whole number from 20 to 1000." },
        { "/drivers/outputs", "[]", "/drivers/outputs", "outputs has 0 items but must have at least 1." },
        {
            "/drivers/outputs",
            """[{"survival":1},{"survival":2},{"survival":3},{"survival":4},{"survival":5}]""",
            "/drivers/outputs",
            "outputs has 5 items but must have at most 4."
        },
        { "/drivers/outputs/1", "{}", "/drivers/outputs/1", "outputs[1] must have impact, acceptance, effect, survival or subordination." },
        { "/drivers/outputs/1", "7", "/drivers/outputs/1", "outputs[1] is 7 but must be an object." },
        {
            "/drivers/outputs/1",
            """{ "effect": "fish-stock", "survival": 3 }""",
            "/drivers/outputs/1/survival",
            "survival stands beside effect but only one of them may be given."
        },
        {
            "/drivers/outputs/1",
            """{ "survival": 12, "cases": { "above": 0.9 } }""",
            "/drivers/outputs/3",
            "outputs[3] asks for an output that stands before it but each may be asked for only once."
        },
        { "/drivers/outputs/0/impact", "\"towns\"", "/drivers/outputs/0/impact", "towns is not a stakeholder of river-treaty; did you mean town?" },
        { "/drivers/outputs/0/against", "\"noDeals\"", "/drivers/outputs/0/against", "against is \"noDeals\" but must be noDeal or statusQuo." },
        { "/drivers/outputs/0/year", "5", "/drivers/outputs/0/year", "year is 5 but must be 3 or 12, the scenario's horizons." },
        { "/drivers/outputs/0/year", "0", "/drivers/outputs/0/year", "year is 0 but must be 3 or 12, the scenario's horizons." },
        { "/drivers/outputs/0/cases", "{}", "/drivers/outputs/0/cases", "cases must have above or below." },
        { "/drivers/outputs/0/cases/below", "1e9", "/drivers/outputs/0/cases/below", "below is 1e9 but must be a number from -1000000 to 1000000." },
        { "/drivers/outputs/1/acceptance", "\"nobody\"", "/drivers/outputs/1/acceptance", "nobody is not a stakeholder of river-treaty; it has town, port and agency." },
        { "/drivers/outputs/2/effect", "\"fish-stick\"", "/drivers/outputs/2/effect", "fish-stick is not an effect of river-treaty; did you mean fish-stock?" },
        { "/drivers/outputs/2/year", "13", "/drivers/outputs/2/year", "year is 13 but must be a whole number from 1 to 12." },
        { "/drivers/outputs/3/survival", "13", "/drivers/outputs/3/survival", "survival is 13 but must be a whole number from 1 to 12." },
        { "/drivers/outputs/3/survival", "true", "/drivers/outputs/3/survival", "survival is true but must be a whole number from 1 to 12." },
        { "/drivers/outputs/3", """{ "subordination": false }""", "/drivers/outputs/3/subordination", "subordination is false but must be true, or another output." },
        { "/drivers/outputs/3/year", "4", "/drivers/outputs/3/year", "year is not known here; the members are impact, acceptance, effect, survival, subordination and cases." },
        {
            "/analyses",
            "[\"impacts\"]",
            "/drivers",
            "drivers says what to look at but analyses does not ask for drivers; ask for it or leave the member out."
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_wrong_request_is_refused_at_its_place_in_a_whole_sentence(string place, string json, string pointer, string detail)
    {
        var reading = ScenarioReader.Read(Document.With(Asking, place, json), Sample.Situation);
        Assert.Equal([new Problem(pointer, detail)], reading.Problems);
    }

    [Fact]
    public void A_request_is_read_with_what_it_leaves_out_and_reads_back_from_its_canonical_form()
    {
        var reading = ScenarioReader.Read(Asking, Sample.Situation);
        Assert.Empty(reading.Problems);
        Assert.Equivalent(
            new DriversRequest(
                [
                    new Output(new QuantityOfInterest.OfImpact("town", ImpactBaseline.StatusQuo, 3), new CasesOfInterest(false, -1.5)),
                    new Output(new QuantityOfInterest.OfAcceptance(null), new CasesOfInterest(true, 0.5)),
                    new Output(new QuantityOfInterest.OfEffect("fish-stock", 5), new CasesOfInterest(true, 0)),
                    new Output(new QuantityOfInterest.OfSurvival(12), new CasesOfInterest(true, 0.5)),
                ],
                512,
                40),
            reading.Value!.Drivers,
            strict: true);
        Assert.Equivalent(reading.Value, ScenarioReader.Read(CanonicalJson.Of(reading.Value), Sample.Situation).Value, strict: true);
    }

    [Fact]
    public void Nothing_but_the_analysis_is_needed()
    {
        var bare = ScenarioReader.Read(Document.With(Sample.ScenarioJson, "/analyses", "[\"drivers\"]"), Sample.Situation).Value!;
        Assert.Same(DriversRequest.Default, bare.Drivers);
        Assert.Equivalent(bare, ScenarioReader.Read(CanonicalJson.Of(bare), Sample.Situation).Value, strict: true);
        Assert.Null(Sample.Scenario.Drivers);
        Assert.DoesNotContain(Analysis.Drivers, Scenario.DefaultAnalyses);
    }

    [Fact]
    public void Null_and_junk_are_refused_wherever_they_stand_and_nothing_throws()
    {
        foreach (var place in Places.Of(Asking).Where(place => place.StartsWith("/drivers", StringComparison.Ordinal)))
        {
            foreach (var junk in new[] { "null", "\"\"", "[[]]", "1e999" })
                Assert.Contains(ScenarioReader.Read(Document.With(Asking, place, junk), Sample.Situation).Problems, p => p.Pointer.StartsWith(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_report_says_of_every_output_what_drives_it_or_why_nobody_can_say()
    {
        var drivers = Evaluate(ScenarioReader.Read(Asking, Sample.Situation).Value!);
        Assert.Equal(["points", "resamples", "work", "outputs"], Names(drivers));
        var outputs = drivers.GetProperty("outputs").EnumerateArray().ToArray();
        Assert.Equal(4, outputs.Length);
        Assert.All(outputs, output =>
        {
            Assert.NotEmpty(output.GetProperty("name").GetString()!);
            Assert.True(output.TryGetProperty("reason", out _) || output.TryGetProperty("largest", out _));
        });
        var impact = outputs[0];
        Assert.Equal("""{"impact":"town","against":"statusQuo","year":3,"cases":{"below":-1.5}}""", impact.GetProperty("output").GetRawText());
        Assert.Equal(
            ["name", "output", "mean", "variance", "inputs", "reaching", "firstOrderSum", "interactions", "largest", "rest", "tornado", "boxes"], Names(impact));
        Assert.Equal(["value", "standardError", "low95", "high95", "isAboveZero"], Names(impact.GetProperty("firstOrderSum")));
        Assert.All(impact.GetProperty("largest").EnumerateArray(), input => Assert.True(
            input.GetProperty("pointer").GetString()!.StartsWith("/factors/", StringComparison.Ordinal) || input.GetProperty("range").GetProperty("source").GetString() is not null));
        Assert.All(outputs[1..].Where(output => output.TryGetProperty("reason", out _)), output => Assert.Equal(["name", "output", "reason"], Names(output)));
    }

    [Fact]
    public void Every_driver_of_the_shipped_situation_has_a_name_in_words()
    {
        var scenario = Shipped.Scenarios().Single(s => s.Name == "us-28-points").Value;
        var asked = scenario with { Analyses = [Analysis.Drivers], Drivers = new DriversRequest([], 256, 20) };
        var situation = Shipped.Situations().Single(s => s.Name == scenario.Situation).Value;
        var outputs = JsonDocument.Parse(CanonicalJson.Of(Evaluator.Evaluate(situation, asked, new EvaluationSettings(), TestContext.Current.CancellationToken)))
            .RootElement.GetProperty("drivers").GetProperty("outputs");
        var named = outputs.EnumerateArray().SelectMany(o => o.GetProperty("largest").EnumerateArray().Concat(o.GetProperty("tornado").EnumerateArray())).ToArray();
        Assert.NotEmpty(named);

        // Ids with a hyphen and pointers are not words.
        Assert.All(named, input => Assert.DoesNotMatch("/[a-z]", input.GetProperty("name").GetString()));
        Assert.All(named, input => Assert.NotEqual(input.GetProperty("pointer").GetString(), input.GetProperty("name").GetString()));
    }

    [Fact]
    public void The_cost_counts_the_points_and_the_inputs_and_not_the_draws()
    {
        var scenario = ScenarioReader.Read(Asking, Sample.Situation).Value!;
        var inputs = Evaluator.CountInputs(Sample.Situation, scenario);
        Assert.True(inputs > 5);

        // Of the sample's work most is its web: worlds × horizon × (links + 4 × effects) / 50, against 3 stakeholders on 4 issues.
        var web = (Sample.Situation.Baselines.NoDeal.Outcomes.Count + 2) * scenario.Horizon * (Sample.Situation.Links.Count + (4 * Sample.Situation.Effects.Count)) / 50;
        Assert.True(web > 3 * 4);
        Assert.Equal(512L * (inputs + 2) / 4 * web, EvaluationCost.Of(scenario, Sample.Situation));
        var both = scenario with { Analyses = [Analysis.Impacts, Analysis.Drivers] };
        Assert.Equal((2000L * 3 * 4) + EvaluationCost.Of(scenario, Sample.Situation), EvaluationCost.Of(both, Sample.Situation));
    }

    private static JsonElement Evaluate(Scenario scenario) => JsonDocument.Parse(CanonicalJson.Of(
        Evaluator.Evaluate(Sample.Situation, scenario, new EvaluationSettings(), TestContext.Current.CancellationToken))).RootElement.GetProperty("drivers");

    private static IEnumerable<string> Names(JsonElement members) => members.EnumerateObject().Select(member => member.Name);
}
