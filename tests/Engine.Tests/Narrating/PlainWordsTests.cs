using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Narrating;

/// <summary>Sentences that say a thing once, against a named baseline, in words that suit any name.</summary>
public sealed class PlainWordsTests
{
    private static readonly Link Unsure = Link("unsure", new LinkSource.OfAssumption("mood"), "calm", Range(-1, 0, 1));

    private static readonly Link Sure = Link("sure", new LinkSource.OfIssue("tax"), "trade", Point(1));

    [Fact]
    public void That_no_effect_has_a_clear_direction_is_said_once() => Assert.Equal(
        ["By year 10, since the status quo, no effect has a clear direction."], Effects(["calm"], [Unsure]));

    [Fact]
    public void What_is_open_beside_what_is_clear_is_open_since_the_status_quo() => Assert.Contains(
        "The judgements leave open which way “calm” will have gone since the status quo.", Effects(["calm", "trade"], [Unsure, Sure]));

    [Fact]
    public void What_is_open_beside_what_hardly_moves_is_named() => Assert.Contains(
        "The judgements leave open which way “calm” and “luck” will have gone since the status quo.",
        Effects(["calm", "luck", "rest"], [Unsure, Unsure with { Id = "other", To = "luck" }]));

    [Fact]
    public void What_the_deal_changes_against_no_deal_says_so_itself()
    {
        var nudge = Link("nudge", new LinkSource.OfIssue("tax"), "calm", Point(-0.5));
        Assert.StartsWith("The deal changes, on average against no deal, “calm” −0.2", Effects(["calm"], [Unsure, nudge])[1], StringComparison.Ordinal);
        Assert.StartsWith("The deal also changes, on average against no deal, “calm” −0.2", Effects(["calm", "trade"], [Unsure, nudge, Sure])[1], StringComparison.Ordinal);
    }

    [Fact]
    public void That_nothing_needs_to_change_is_said_once()
    {
        Stakeholder[] parties = [Stakeholder("one", Preference("tax", Point(100), Point(50))), Stakeholder("two", Preference("tax", Point(100), Point(50)))];
        var told = Told(Evaluate(Situation([Issue("tax")], parties), Scenario(("tax", Point(60))) with { Analyses = [Analysis.CounterOffers] }), Analysis.CounterOffers);
        Assert.StartsWith("Nothing needs to change: each who must sign, taken by itself, would do so as often as was asked for", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_without_an_answer_is_told_its_reason_in_a_sentence_of_its_own()
    {
        Output[] outputs = [new(new QuantityOfInterest.OfSurvival(5))];
        var scenario = Scenario(("tax", Range(40, 60, 90))) with { Analyses = [Analysis.Drivers], Drivers = new DriversRequest(outputs, 256, 100) };
        var party = Stakeholder("party", Preference("tax", Point(100), Point(50)));
        Assert.Equal(
            ["For “Probability that the deal still holds at the end of year 5” there is no answer. The situation has no record of earlier settlements to go by."],
            Told(Evaluate(Situation([Issue("tax")], [party]), scenario), Analysis.Drivers));
    }

    /// <summary>The early event comes about exactly where the late one does not.</summary>
    [Fact]
    public void That_one_of_two_outcomes_always_comes_about_is_told_without_two_negatives()
    {
        var early = new OutcomeEvent("trade", 2, Direction.More, 0.1);
        Assert.EndsWith(", and at least one of the two in every draw.", Pair(early, early with { Wants = Direction.Less }), StringComparison.Ordinal);
        Assert.Contains(", neither in about ", Pair(early, early), StringComparison.Ordinal);

        static string Pair(OutcomeEvent early, OutcomeEvent late)
        {
            var situation = Situation([Issue("tax")], [Stakeholder("party", Preference("tax", Point(100), Point(1)))], effects: [Effect("trade")], links: [Sure]);
            return Told(Evaluate(situation with { Measures = new Measures(null, new OutcomePair(early, late, Source), []) }, Scenario(("tax", Range(40, 60, 80)))), Analysis.Measures)[0];
        }
    }

    [Fact]
    public void A_move_in_the_spatial_model_is_told_without_a_pronoun()
    {
        double[] ideals = [0, 30, 45, 80, 100];
        var situation = Situation([Issue("tax")], [.. ideals.Select((ideal, i) => Stakeholder($"party-{i}", Preference("tax", Point(ideal), Point(50))) with { Influence = Point(20 + (10 * i)) })]);
        var moves = Evaluate(situation, Scenario() with { Analyses = [Analysis.Bargaining] }).Bargaining!.Rounds.SelectMany(round => round.Moves).ToArray();
        Assert.NotEmpty(moves);
        Assert.All(moves, move => Assert.Equal(
            (move.Stakeholder == move.Initiator ? $"{move.Initiator} challenged {move.Target} and moved as their bargain asks" : $"{move.Stakeholder} gave way when challenged by {move.Initiator}")
                + (move.Options > 1 ? ", by the most probable of the bargains that were open." : "."),
            move.Text));
    }

    [Fact]
    public void In_documents_of_every_shape_no_sentence_begins_behind_a_colon_is_said_twice_or_denies_twice() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var outputs = new[] { new Output(new QuantityOfInterest.OfSurvival(scenario.Horizon)), new Output(new QuantityOfInterest.OfAcceptance(null)) };
            var asked = scenario with { Analyses = [.. Scenarios.Scenario.DefaultAnalyses, Analysis.Drivers, Analysis.Bargaining], Drivers = new DriversRequest(outputs, 256, 100) };
            Assert.All(Evaluate(situation with { Hazard = seed % 2 == 0 ? null : situation.Hazard }, asked).Narration!.Verdicts, verdict =>
            {
                var texts = verdict.Sentences.Select(sentence => sentence.Text).ToArray();
                Assert.All(texts, text => Assert.DoesNotMatch("”: \\p{Lu}|neither in none|hazard|by 0[.]$", text));
                // Where none is clear, "and others" could stand for all that are left.
                Assert.False(
                    texts.Any(text => text.EndsWith("no effect has a clear direction.", StringComparison.Ordinal))
                    && texts.Any(text => text.StartsWith("The judgements leave open", StringComparison.Ordinal) && text.Contains(" and others will ", StringComparison.Ordinal)));
            });
        },
        iter: 40,
        threads: 1);

    private static string[] Effects(string[] effects, Link[] links)
    {
        var situation = Situation(
            [Issue("tax")],
            [Stakeholder("party", Preference("tax", Point(100), Point(50)))],
            effects: [.. effects.Select(Effect)],
            links: links,
            assumptions: [new Assumption("mood", "Mood", Point(1), Source)]);
        return Told(Evaluate(situation, Scenario(("tax", Point(100)))), Analysis.Effects);
    }

    private static string[] Told(Evaluation evaluation, Analysis analysis) =>
        [.. evaluation.Narration!.Verdicts.Single(verdict => verdict.Verdict == analysis).Sentences.Select(sentence => sentence.Text)];
}
