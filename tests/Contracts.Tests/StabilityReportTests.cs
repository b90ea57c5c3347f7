using System.Text.Json;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class StabilityReportTests
{
    private static readonly Scenario Asked = Sample.Scenario with { Analyses = [Analysis.Stability] };

    [Fact]
    public void Stability_is_answered_when_it_is_asked_for_and_only_then()
    {
        Assert.DoesNotContain(Analysis.Stability, Scenario.DefaultAnalyses);
        Assert.False(Evaluate(Sample.Situation, Sample.Scenario).TryGetProperty("stability", out _));
        var reading = ScenarioReader.Read(Document.With(Sample.ScenarioJson, "/analyses", """["stability"]"""), Sample.Situation);
        Assert.Equal([Analysis.Stability], reading.Value!.Analyses);
        Assert.Equal(reading.Value.Analyses, ScenarioReader.Read(CanonicalJson.Of(reading.Value), Sample.Situation).Value!.Analyses);
    }

    [Fact]
    public void The_report_has_the_members_that_the_contract_names()
    {
        var stability = Evaluate(Sample.Situation, Asked).GetProperty("stability");
        Assert.Equal(["draws", "states", "neverTaken", "compliance", "deal", "mostStable"], Names(stability));
        Assert.Equal(["town", "port"], Names(stability.GetProperty("compliance")));
        Assert.Equal(["options", "joint", "stakeholders"], Names(stability.GetProperty("deal")));
        Assert.Equal(["nash", "gmr", "smr", "seq"], Names(stability.GetProperty("deal").GetProperty("joint")));
        Assert.Equal(["value", "standardError"], Names(stability.GetProperty("deal").GetProperty("joint").GetProperty("seq")));
        Assert.All(stability.GetProperty("compliance").EnumerateObject(), owner => Assert.Equal(
            ["nothingToGain", "credibleSanction", "inescapableSanction", "escapableSanction", "none"], Names(owner.Value.GetProperty("restraints"))));

        // The port can only sue once the town has cheated.
        Assert.Equal([true, false], stability.GetProperty("compliance").EnumerateObject().Select(owner => owner.Value.GetProperty("canMove").GetBoolean()));

        // Cheat or close or neither, and sue only once the town cheats.
        Assert.Equal(4, stability.GetProperty("states").GetInt32());
    }

    [Fact]
    public void A_situation_without_options_gets_a_reason_and_nothing_else()
    {
        var stability = Evaluate(Sample.Situation with { Options = [] }, Asked).GetProperty("stability");
        Assert.Equal("""{"reason":"The situation names no options, so that nobody can leave the deal or make a move of their own."}""", stability.GetRawText());
    }

    [Theory]
    [InlineData("us-russia-bilateral-deal", 6)]
    [InlineData("gerd-drought-rules", 4)]
    public void No_sentence_about_a_shipped_situation_holds_a_number(string name, int owners)
    {
        var scenario = Shipped.Scenarios().Single(s => s.Name == name).Value with { Analyses = [Analysis.Stability], Draws = 200 };
        var situation = Shipped.Situations().Single(s => s.Name == scenario.Situation).Value;
        var compliance = Evaluate(situation, scenario).GetProperty("stability").GetProperty("compliance").EnumerateObject().ToArray();
        Assert.Equal(owners, compliance.Length);
        Assert.All(compliance, owner => Assert.Matches("^[^0-9]+[.]$", owner.Value.GetProperty("text").GetString()));
    }

    [Fact]
    public void An_override_of_an_option_reaches_its_verdict()
    {
        var worthless = """{ "/options/cheat/shifts/issues/discharge": { "low": 0, "mode": 0, "high": 0, "source": "what if it were pointless" } }""";
        var scenario = ScenarioReader.Read(Document.With(Sample.ScenarioJson, "/assumptions/overrides", worthless), Sample.Situation);
        Assert.Empty(scenario.Problems);
        Assert.NotEqual(
            Evaluate(Sample.Situation, Asked with { Overrides = [] }).GetProperty("stability").GetRawText(),
            Evaluate(Sample.Situation, scenario.Value! with { Analyses = [Analysis.Stability] }).GetProperty("stability").GetRawText());
    }

    private static JsonElement Evaluate(Situation situation, Scenario scenario) => JsonDocument.Parse(CanonicalJson.Of(
        Evaluator.Evaluate(situation, scenario, new EvaluationSettings(), TestContext.Current.CancellationToken))).RootElement;

    private static IEnumerable<string> Names(JsonElement members) => members.EnumerateObject().Select(member => member.Name);
}
