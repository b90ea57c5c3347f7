using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Narrating;

public class NarratorTests
{
    /// <summary>Student's t with 19 degrees of freedom, 97.5 %: from a printed table.</summary>
    private const double T19 = 2.093;

    [Fact]
    public void The_sentence_turns_with_the_sign_of_the_impact() => Gen.Double[55, 100].Sample(
        term =>
        {
            // The ideal lies at one end; the same way towards it and away from it from the middle.
            Assert.Contains("Party would gain ", First(term, ideal: 100), StringComparison.Ordinal);
            Assert.Contains("Party would lose ", First(100 - term, ideal: 100), StringComparison.Ordinal);
            Assert.Contains("Party would lose ", First(term, ideal: 0), StringComparison.Ordinal);
        },
        iter: 10);

    [Fact]
    public void A_deal_that_is_the_baseline_changes_nothing() =>
        Assert.Equal("Against no deal hardly anything would change for Party.", First(50, ideal: 100));

    [Fact]
    public void An_impact_whose_interval_crosses_0_is_open_and_no_other_sign_is_said() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var evaluation = Evaluate(situation, scenario);
            Assert.All(evaluation.Impacts!.Zip(evaluation.Narration!.Stakeholders!), pair => Check(pair.First, pair.Second.Sentences[0].Text));
        },
        iter: 100);

    [Fact]
    public void Only_what_neither_sampling_error_nor_the_judgements_leave_open_is_called_better_or_worse_than_the_record() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var evaluation = Evaluate(situation, scenario);
            var (year, text) = (evaluation.Durability!.Value!.Long, Verdict(evaluation, Analysis.Durability)[0].Text);
            var apart = year.Mean.Value - year.BaseRate;
            var isOpen = year.Low80.Value <= year.BaseRate + 1e-8 && year.High80.Value >= year.BaseRate - 1e-8;
            if (text.Contains("not clearly", StringComparison.Ordinal))
            {
                Assert.True(isOpen && Math.Abs(apart) > T19 * year.Mean.StandardError, text);
                Assert.Contains(apart > 0 ? "not clearly better than" : "not clearly worse than", text, StringComparison.Ordinal);
            }
            else if (text.Contains("better than", StringComparison.Ordinal))
            {
                Assert.True(apart > T19 * year.Mean.StandardError && year.Low80.Value > year.BaseRate - 1e-8, text);
            }
            else if (text.Contains("worse than", StringComparison.Ordinal))
            {
                Assert.True(apart < -T19 * year.Mean.StandardError && year.High80.Value < year.BaseRate + 1e-8, text);
            }
            else
            {
                // Less than the coarsest rounding, within the error, or a step of it apart and beside a record that lies in the range.
                Assert.Contains("about like", text, StringComparison.Ordinal);
                Assert.True(
                    Math.Abs(apart) <= Math.Max(0.05, T19 * year.Mean.StandardError) || (isOpen && Math.Abs(apart) <= 0.1), text);
            }
        },
        iter: 100);

    [Fact]
    public void A_refusal_names_its_red_line_and_whether_the_deal_or_its_silence_crosses_it()
    {
        var party = Stakeholder("party", Preference("tax", Point(100), Point(50), redLine: AtLeast(60))) with { Name = "Party" };
        var situation = Situation([Issue("tax")], [party]);

        var silent = Texts(Evaluate(situation, Scenario()), "party");
        Assert.Contains("There is almost no chance that Party would sign (in none of the draws).", silent);
        Assert.Contains("Red lines crossed by the status quo, where the deal is silent: “tax” (in all of the draws).", silent);

        var said = Scenario(("tax", Point(40)));
        Assert.Contains("Red lines crossed by what the deal says: “tax” (in all of the draws).", Texts(Evaluate(situation, said), "party"));

        var open = said with { Terms = [said.Terms[0] with { Specified = false }] };
        Assert.Contains("Red lines crossed by what the text leaves open: “tax” (in all of the draws).", Texts(Evaluate(situation, open), "party"));

        var kept = Texts(Evaluate(situation, Scenario(("tax", Point(60)))), "party");
        Assert.Contains("It is almost certain that Party would sign (in all of the draws).", kept);
        Assert.DoesNotContain(kept, text => text.Contains("Red line", StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_in_the_way_most_often_is_the_line_crossed_in_the_most_draws_though_another_is_crossed_furthest()
    {
        // A little beyond the one line always, and nearly always far beyond the other.
        var (tax, toll) = (Preference("tax", Point(100), Point(50), redLine: AtLeast(60)), Preference("toll", Point(100), Point(50), redLine: AtLeast(60)));
        var situation = Situation([Issue("tax"), Issue("toll")], [Stakeholder("party", tax, toll) with { Name = "Party" }]);
        var evaluation = Evaluate(situation, Scenario(("tax", Point(59)), ("toll", Range(0, 60, 61))));

        Assert.Equal("toll", evaluation.Acceptance!.Stakeholders[0].Blocking[0].Id);
        Assert.Contains(
            "What stands in the way most often: for Party the red line on “tax” (crossed in all of the draws).", Verdict(evaluation, Analysis.Acceptance).Select(s => s.Text));
        Assert.Contains(Texts(evaluation, "party"), text => text.StartsWith("What would decide against it: the red line on “toll” (crossed furthest in about", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refusal_names_the_ratifier_or_the_loss_behind_it()
    {
        var house = Stakeholder("house", Preference("tax", Point(0), Point(50))) with { Name = "The house", Role = StakeholderRole.Influencer };
        var party = Stakeholder("party", Preference("tax", Point(100), Point(50))) with { Name = "Party", RatifiedBy = ["house"] };
        var evaluation = Evaluate(Situation([Issue("tax")], [party, house]), Scenario(("tax", Point(80))));

        Assert.Contains("What would decide against it: the refusal of The house (in all of the draws).", Texts(evaluation, "party"));
        Assert.Contains("There is almost no chance that The house would accept (in none of the draws).", Texts(evaluation, "house"));
        Assert.Contains("What would decide against it: too little in return for the loss on “tax” (in all of the draws).", Texts(evaluation, "house"));
        Assert.Equal("There is almost no chance that Party would sign (in none of the draws).", Verdict(evaluation, Analysis.Acceptance)[0].Text);
    }

    [Fact]
    public void The_other_baseline_is_mentioned_only_where_it_points_elsewhere()
    {
        var party = Stakeholder("party", Preference("tax", Point(100), Point(50))) with { Name = "Party" };
        var worse = Situation([Issue("tax")], [party], noDeal: [Outcome("falls", Point(1), ("tax", Point(10)))]);

        // Above both, then between the two.
        Assert.DoesNotContain(Texts(Evaluate(worse, Scenario(("tax", Point(70)))), "party"), IsAboutTheStatusQuo);
        var between = Texts(Evaluate(worse, Scenario(("tax", Point(30)))), "party");
        Assert.Equal("Against no deal Party would gain 20 points.", between[0]);
        Assert.Equal("Against the status quo Party would lose 20 points.", between[1]);

        static bool IsAboutTheStatusQuo(string text) => text.StartsWith("Against the status quo", StringComparison.Ordinal);
    }

    [Fact]
    public void What_counts_most_on_each_side_is_named_with_its_sign()
    {
        var party = Stakeholder(
            "party", Preference("tax", Point(100), Point(60)), Preference("fee", Point(0), Point(20)), Preference("levy", Point(0), Point(20)));
        var evaluation = Evaluate(
            Situation([Issue("tax"), Issue("fee"), Issue("levy")], [party]), Scenario(("tax", Point(100)), ("fee", Point(100)), ("levy", Point(60))));
        Assert.Contains(
            "Most in the deal's favour: “tax” +30 points; most against it: “fee” −10 and “levy” −2.0.", Texts(evaluation, "party"));
    }

    [Fact]
    public void An_effect_that_turns_between_the_horizons_is_told_with_both_levels()
    {
        // A quick cause upwards and a slow, stronger one downwards.
        var situation = Situation(
            [Issue("tax")],
            [Stakeholder("party", Preference("tax", Point(100), Point(60)))],
            effects: [Effect("trade")],
            links:
            [
                Link("quick", new LinkSource.OfIssue("tax"), "trade", Point(1)),
                Link("slow", new LinkSource.OfIssue("tax"), "trade", Point(-2), delay: 5),
            ]);
        var texts = Verdict(Evaluate(situation, Scenario(("tax", Point(100)))), Analysis.Effects).Select(s => s.Text).ToArray();
        Assert.Contains("What moves most between year 2 and year 10, on average and since the status quo: “trade” from +0.46 to −0.46.", texts);
        Assert.Contains("By year 10, since the status quo, falling most: “trade” −0.46 (−0.46 against no deal; less).", texts);
        Assert.Contains("Strong causes pull both ways, so that the sum hides a dispute, on “trade”.", texts);
        Assert.Contains(texts, text => text.StartsWith("The chain of causes that moves “trade” most: “tax → trade” (−", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_engine_cannot_answer_is_told_as_its_reason()
    {
        var situation = Situation([Issue("tax")], [Stakeholder("party", Preference("tax", Point(100), Point(60)))]);
        var evaluation = Evaluate(situation, Scenario() with { Analyses = [Analysis.Durability, Analysis.Measures, Analysis.Stability] });
        Assert.Equal([evaluation.Durability!.Reason], Verdict(evaluation, Analysis.Durability).Select(s => s.Text));
        Assert.Equal(
            [evaluation.Measures!.OutcomePair.Reason, evaluation.Measures.Subordination.Reason, evaluation.Measures.Legality.Reason],
            Verdict(evaluation, Analysis.Measures).Select(s => s.Text));
        Assert.Equal([evaluation.Stability!.Reason], Verdict(evaluation, Analysis.Stability).Select(s => s.Text));
        Assert.Null(evaluation.Narration!.Stakeholders);
    }

    [Fact]
    public void Two_who_want_opposite_things_are_less_willing_together_than_each_alone()
    {
        // Each accepts about half of the draws, and never the same.
        var tax = Range(0, 50, 100);
        Stakeholder[] parties =
        [
            Stakeholder("one", Preference("tax", Point(100), Point(60))), Stakeholder("other", Preference("tax", Point(0), Point(60))),
        ];
        var texts = Verdict(Evaluate(Situation([Issue("tax")], parties), Scenario(("tax", tax))), Analysis.Acceptance).Select(s => s.Text).ToArray();
        Assert.Equal("There is almost no chance that one and other would both sign (in none of the draws).", texts[0]);
        Assert.Contains("Together they are less willing than any one of them, since what wins one over puts another off.", texts);
    }

    [Fact]
    public void Two_who_care_about_different_things_are_not_said_to_put_each_other_off()
    {
        // Each accepts about half of the draws, whatever the other does.
        Stakeholder[] parties =
        [
            Stakeholder("one", Preference("tax", Point(100), Point(60))), Stakeholder("other", Preference("coast", Point(100), Point(60))),
        ];
        var scenario = Scenario(("tax", Range(0, 50, 100)), ("coast", Range(0, 50, 100)));
        var texts = Verdict(Evaluate(Situation([Issue("tax"), Issue("coast")], parties), scenario), Analysis.Acceptance).Select(s => s.Text);
        Assert.Contains("Together they are less willing than any one of them, since they do not refuse in the same draws.", texts);
    }

    [Fact]
    public void Without_anybody_who_can_refuse_nobody_has_to_sign()
    {
        var party = Stakeholder("party", Preference("tax", Point(100), Point(60))) with { Role = StakeholderRole.Affected };
        Assert.Equal(
            ["Nobody can stop a deal, so there is nobody who has to sign."],
            Verdict(Evaluate(Situation([Issue("tax")], [party]), Scenario()), Analysis.Acceptance).Select(s => s.Text));
    }

    [Fact]
    public void A_list_whose_parts_have_commas_is_parted_by_semicolons()
    {
        Assert.Equal("A, B and C", Phrase.List([Plain("A"), Plain("B"), Plain("C")]).Text);
        Assert.Equal("A, B and C; and D", Phrase.List([Plain("A, B and C"), Plain("D")]).Text);
        Assert.Equal("“A, B” and D (x, y)", Phrase.List([Plain("“A, B”"), Plain("D (x, y)")]).Text);

        static Phrase Plain(string text) => Phrase.Of($"{text}");
    }

    private static void Check(StakeholderImpact impact, string text)
    {
        var (low, mean, high) = (impact.NoDeal.Low80.Value, impact.NoDeal.Mean, impact.NoDeal.High80.Value);
        if (low <= -0.05 && high >= 0.05)
        {
            Assert.Contains("it is open whether", text, StringComparison.Ordinal);
        }
        else if (text.Contains("would gain ", StringComparison.Ordinal) && !text.Contains("open", StringComparison.Ordinal))
        {
            Assert.True(low >= 0 && mean.Value > T19 * mean.StandardError, text);
        }
        else if (text.Contains("would lose ", StringComparison.Ordinal))
        {
            Assert.True(high <= 0 && mean.Value < -T19 * mean.StandardError, text);
        }
        else if (text.Contains("hardly anything", StringComparison.Ordinal))
        {
            Assert.True(Math.Max(Math.Abs(low), Math.Abs(high)) < 0.05, text);
        }
        else
        {
            Assert.Contains("it is open whether", text, StringComparison.Ordinal);
        }
    }

    private static string First(double term, double ideal)
    {
        var party = Stakeholder("party", Preference("tax", Point(ideal), Point(50))) with { Name = "Party" };
        return Texts(Evaluate(Situation([Issue("tax")], [party]), Scenario(("tax", Point(term)))), "party")[0];
    }

    private static string[] Texts(Evaluation evaluation, string stakeholder) =>
        [.. evaluation.Narration!.Stakeholders!.Single(s => s.Stakeholder == stakeholder).Sentences.Select(s => s.Text)];

    private static IReadOnlyList<Sentence> Verdict(Evaluation evaluation, Analysis analysis) =>
        evaluation.Narration!.Verdicts.Single(v => v.Verdict == analysis).Sentences;
}
