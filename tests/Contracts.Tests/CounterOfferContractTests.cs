using System.Text.Json;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Tests;

public sealed class CounterOfferContractTests
{
    private const string Wish =
        """{ "confidence": 0.6, "constraint": "jointly", "offers": 2, "limits": { "discharge": "fixed", "payment": { "atMost": 60 } } }""";

    [Fact]
    public void A_wish_is_read_and_reads_back_from_its_canonical_form()
    {
        var scenario = Read(Asked("/counterOffers", Wish)).Value!;
        Assert.Equivalent(
            new CounterOfferRequest(0.6, OfferConstraint.Jointly, 2, [new TermLimit("discharge", true), new TermLimit("payment", false, 0, 60)]),
            scenario.CounterOffers,
            strict: true);
        Assert.Equivalent(scenario, ScenarioReader.Read(CanonicalJson.Of(scenario), Sample.Situation).Value, strict: true);
    }

    [Theory]
    [InlineData("/counterOffers/confidence", "1", "confidence is 1 but must be a number above 0 and below 1.")]
    [InlineData("/counterOffers/constraint", "\"all\"", "constraint is \"all\" but must be each or jointly.")]
    [InlineData("/counterOffers/offers", "6", "offers is 6 but must be a whole number from 1 to 5.")]
    [InlineData("/counterOffers/limits/dam", "\"fixed\"", "dam is not negotiable, so that no offer moves it; leave it out.")]
    [InlineData("/counterOffers/limits/discharge", "\"free\"", "discharge is \"free\" but must be \"fixed\" or an object with atLeast, atMost or both.")]
    [InlineData("/counterOffers/limits/payment", "{}", "payment must have atLeast or atMost.")]
    [InlineData("/counterOffers/limits/damn", "\"fixed\"", "damn is not an issue of river-treaty; did you mean dam?")]
    public void A_wrong_wish_is_refused_at_its_place(string place, string json, string detail)
    {
        var reading = Read(Document.With(Asked("/counterOffers", Wish), place, json));
        Assert.Equal([new Problem(place, detail)], reading.Problems);
    }

    [Fact]
    public void Bounds_must_leave_something_between_them() => Assert.Equal(
        [new Problem("/counterOffers/limits/payment/atLeast", "atLeast is 70 but must not be above atMost, which is 60.")],
        Read(Asked("/counterOffers", Wish.Replace("\"atMost\": 60", "\"atLeast\": 70, \"atMost\": 60", StringComparison.Ordinal))).Problems);

    [Fact]
    public void A_wish_that_is_not_said_is_written_out()
    {
        var scenario = Read(Document.With(Sample.ScenarioJson, "/analyses", """["counterOffers"]""")).Value!;
        Assert.Equivalent(CounterOfferRequest.Default, scenario.CounterOffers, strict: true);
        Assert.Equal(0.5, JsonDocument.Parse(CanonicalJson.Of(scenario)).RootElement.GetProperty("counterOffers").GetProperty("confidence").GetDouble());
    }

    [Fact]
    public void A_wish_that_no_analysis_answers_is_refused() => Assert.Equal(
        ["/counterOffers"], Read(Document.With(Sample.ScenarioJson, "/counterOffers", "{}")).Problems.Select(p => p.Pointer));

    [Fact]
    public void The_cost_of_counter_offers_does_not_grow_with_the_draws()
    {
        var asked = Sample.Scenario with { Analyses = [Analysis.CounterOffers] };
        Assert.Equal(EvaluationCost.Of(asked with { Draws = 200 }, Sample.Situation), EvaluationCost.Of(asked with { Draws = 1_000_000 }, Sample.Situation));
    }

    [Fact]
    public void Where_red_lines_clash_the_report_names_them_and_holds_no_offer()
    {
        var scenario = Shipped.Scenarios().Single(s => s.Name == "freeze-on-the-line").Value with { Draws = 200, Analyses = [Analysis.CounterOffers] };
        var situation = Shipped.Situations().Single(s => s.Name == scenario.Situation).Value;
        var evaluation = Evaluator.Evaluate(situation, scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);
        var report = JsonDocument.Parse(CanonicalJson.Of(evaluation)).RootElement.GetProperty("counterOffers");
        Assert.Equal(
            ["text", "confidence", "constraint", "terms", "original", "offers", "clash", "search", "notes"], report.EnumerateObject().Select(m => m.Name));
        Assert.Empty(report.GetProperty("offers").EnumerateArray());
        var clash = report.GetProperty("clash");
        Assert.True(clash.GetProperty("isProven").GetBoolean());
        Assert.Equal(["redLine", "redLine"], clash.GetProperty("smallest").EnumerateArray().Select(m => m.GetProperty("kind").GetString()));
        Assert.All(clash.GetProperty("nearest").EnumerateArray(), offer => Assert.NotEqual("consent", offer.GetProperty("kind").GetString()));
    }

    [Fact]
    public void Where_Ukraine_gives_way_a_red_line_of_its_public_is_set_aside_too_and_both_are_named()
    {
        var scenario = Shipped.Scenarios().Single(s => s.Name == "us-28-points").Value with { Draws = 200, Analyses = [Analysis.CounterOffers] };
        var situation = Shipped.Situations().Single(s => s.Name == scenario.Situation).Value;
        var evaluation = Evaluator.Evaluate(situation, scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);
        var clash = JsonDocument.Parse(CanonicalJson.Of(evaluation)).RootElement.GetProperty("counterOffers").GetProperty("clash");
        var offer = clash.GetProperty("nearest").EnumerateArray().Single(o => o.TryGetProperty("giver", out var giver) && giver.GetString() == "ukraine");
        var aside = offer.GetProperty("setAside").EnumerateArray().ToArray();
        var line = Assert.Single(aside, line => line.GetProperty("stakeholder").GetString() == "ukrainian-public" && line.GetProperty("issue").GetString() == "legal-status");
        Assert.Equal(["stakeholder", "name", "kind", "issue", "issueName", "atLeast"], line.EnumerateObject().Select(member => member.Name));
        Assert.All(aside, line => Assert.Contains(line.GetProperty("issueName").GetString()!, offer.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Contains(", without whose consent Ukraine (government) would not sign, on", offer.GetProperty("text").GetString(), StringComparison.Ordinal);

        // Nothing else is let go: whatever is crossed is set aside.
        Assert.All(offer.GetProperty("crossed").EnumerateArray(), crossed => Assert.Contains(Key(crossed), aside.Select(Key)));

        static string Key(JsonElement condition) => $"{condition.GetProperty("stakeholder")} {condition.GetProperty("issue")}";
    }

    private static byte[] Asked(string place, string json) =>
        Document.With(Document.With(Sample.ScenarioJson, "/analyses", """["counterOffers"]"""), place, json);

    private static Reading<Scenario> Read(byte[] json) => ScenarioReader.Read(json, Sample.Situation);
}
