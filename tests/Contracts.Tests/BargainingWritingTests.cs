using System.Text.Json;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Tests;

public sealed class BargainingWritingTests
{
    private static readonly Lazy<JsonElement> Bargaining = new(() =>
    {
        var scenario = Shipped.Scenarios().Single(s => s.Name == "freeze-on-the-line").Value with { Draws = 200, Analyses = [Analysis.Bargaining] };
        var situation = Shipped.Situations().Single(s => s.Name == scenario.Situation).Value;
        var evaluation = Evaluator.Evaluate(situation, scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(CanonicalJson.Of(evaluation)).RootElement.GetProperty("bargaining");
    });

    [Fact]
    public void A_scenario_can_ask_for_bargaining()
    {
        var asked = ScenarioReader.Read(Document.With(Sample.ScenarioJson, "/analyses", "[\"bargaining\", \"impacts\"]"), Sample.Situation);
        Assert.Empty(asked.Problems);
        Assert.Equal([Analysis.Impacts, Analysis.Bargaining], asked.Value!.Analyses);
    }

    [Fact]
    public void A_scenario_that_names_no_analyses_gets_the_default_ones() =>
        Assert.Equal(Scenario.DefaultAnalyses, ScenarioReader.Read(Document.Without(Sample.ScenarioJson, "/analyses"), Sample.Situation).Value!.Analyses);

    [Fact]
    public void Every_method_is_written_with_the_compromise_mean_beside_it()
    {
        var outcomes = Bargaining.Value.GetProperty("outcomes").EnumerateObject().ToArray();
        Assert.Equal(["compromiseMean", "nash", "kalaiSmorodinsky", "spatialModel", "equalGainExchange"], outcomes.Select(o => o.Name));
        Assert.All(outcomes, outcome => Assert.All(
            outcome.Value.GetProperty("issues").EnumerateObject(),
            issue => Assert.InRange(issue.Value.GetProperty("compromiseAtModes").GetDouble(), 0, 100)));
    }

    [Fact]
    public void A_method_without_an_answer_gives_a_reason_and_no_number()
    {
        // Ukraine's and Russia's red lines on the legal status of the territory do not meet.
        var nash = Bargaining.Value.GetProperty("outcomes").GetProperty("nash");
        Assert.Equal("infeasible", nash.GetProperty("atModes").GetString());
        Assert.Equal(Bargaining.Value.GetProperty("blocking").GetProperty("text").GetString(), nash.GetProperty("reason").GetString());
        Assert.All(nash.GetProperty("issues").EnumerateObject(), issue =>
        {
            Assert.False(issue.Value.TryGetProperty("atModes", out _));
            Assert.False(issue.Value.TryGetProperty("mean", out _));
        });
        Assert.False(nash.TryGetProperty("acceptance", out _));
    }

    [Fact]
    public void Who_would_sign_what_a_method_ends_with_is_written_by_veto_player_and_for_all()
    {
        var acceptance = Bargaining.Value.GetProperty("outcomes").GetProperty("compromiseMean").GetProperty("acceptance");
        Assert.Equal(200, acceptance.GetProperty("draws").GetInt32());
        var signers = acceptance.GetProperty("stakeholders").EnumerateObject().ToArray();
        Assert.Equal(["ukraine", "russia", "united-states"], signers.Select(signer => signer.Name).OrderByDescending(id => id == "ukraine").ThenBy(id => id));
        Assert.All(signers, signer => Assert.InRange(
            acceptance.GetProperty("joint").GetProperty("value").GetDouble(), 0, signer.Value.GetProperty("probability").GetProperty("value").GetDouble()));
        Assert.All(signers, signer => Assert.NotEmpty(signer.Value.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Every_turn_says_where_everyone_stands_and_why_anyone_moves()
    {
        var actors = Bargaining.Value.GetProperty("actors").EnumerateObject().Select(actor => actor.Name).ToArray();
        var rounds = Bargaining.Value.GetProperty("rounds").EnumerateArray().ToArray();
        Assert.All(rounds, (round, turn) =>
        {
            Assert.Equal(turn, round.GetProperty("turn").GetInt32());
            Assert.Equal(actors, round.GetProperty("actors").EnumerateObject().Select(actor => actor.Name));
            Assert.All(round.GetProperty("moves").EnumerateArray(), move => Assert.EndsWith(".", move.GetProperty("text").GetString(), StringComparison.Ordinal));
        });
        Assert.NotEmpty(rounds[0].GetProperty("moves").EnumerateArray());
    }
}
