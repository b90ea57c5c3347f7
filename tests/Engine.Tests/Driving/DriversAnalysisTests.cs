using CsCheck;
using Parley.Engine.Driving;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Driving.DrivenDocuments;

namespace Parley.Engine.Tests.Driving;

/// <summary>What drives the outputs of small documents, by thought.</summary>
public sealed class DriversAnalysisTests
{
    /// <summary>Variance of a triangular distribution.</summary>
    private static double VarianceOf(TriangularRange r) =>
        ((r.Low * r.Low) + (r.Mode * r.Mode) + (r.High * r.High) - (r.Low * r.Mode) - (r.Low * r.High) - (r.Mode * r.High)) / 18;

    [Fact]
    public void Where_values_add_up_an_input_explains_its_own_variance_and_nothing_else()
    {
        var drivers = Only(Additive, Uncertain.Asking(16_384, Impact));
        var parts = Uncertain.Terms.Select(t => (t.Issue, Variance: VarianceOf(t.Value) * Math.Pow(t.Issue == "a" ? 0.6 : 0.4, 2))).ToArray();
        var variance = parts.Sum(p => p.Variance);
        Near(variance, drivers.Variance.Value, 0, drivers.Variance.StandardError);
        foreach (var (issue, own) in parts)
        {
            var index = drivers.Largest.Single(i => i.Input.Pointer == $"/terms/{issue}");
            Near(own / variance, index.First.Value, 0.01, index.First.StandardError);
            Near(own / variance, index.Total.Value, 0.01, index.Total.StandardError);
            Assert.True(index.First.IsAboveZero);
        }

        Near(1, drivers.FirstOrderSum.Value, 0, drivers.FirstOrderSum.StandardError);
        Near(0, drivers.Interactions.Value, 0, drivers.Interactions.StandardError);
        Assert.Equal((2, 2, 0), (drivers.Inputs, drivers.Reaching, drivers.Rest.Count));
    }

    [Fact]
    public void The_mean_is_that_of_the_evaluation()
    {
        var whole = Evaluate(Tangled, Uncertain with { Draws = 10_000 }).Impacts![0].NoDeal.Mean;
        var drivers = Only(Tangled, Uncertain.Asking(4_096, Impact));
        Near(whole.Value, drivers.Mean.Value, 0, whole.StandardError + drivers.Mean.StandardError);
    }

    [Fact]
    public void A_shared_factor_is_one_input_beside_what_its_followers_have_of_their_own()
    {
        var drivers = Only(Tangled, Uncertain.Asking(256, Impact));
        Assert.Equal(
            [
                "/factors/mood", "/links/opens/threshold/at", "/links/opens/weight", "/stakeholders/party/lossAversion",
                "/stakeholders/party/preferences/a/ideal", "/stakeholders/party/preferences/a/salience",
                "/stakeholders/party/preferences/b/salience", "/terms/a", "/terms/b",
            ],
            drivers.Largest.Select(i => i.Input.Pointer).Order(StringComparer.Ordinal));

        // Influence weighs in bargaining only.
        Assert.Equal((10, 9), (drivers.Inputs, drivers.Reaching));
        Assert.Equal("mood", drivers.Largest.Single(i => i.Input.Pointer.EndsWith("a/ideal", StringComparison.Ordinal)).Input.BesideFactor);
    }

    [Fact]
    public void Which_profile_holds_is_one_input_and_explains_what_the_profiles_differ_by()
    {
        // By its own preferences party gains 0.6·30 points, by the profile it loses as many: variance p(1 − p)·36².
        var turned = new Profile("turned", "Turned", [Preference("a", Point(0), Point(60))], Source);
        var situation = Additive with { Stakeholders = [Additive.Stakeholders[0] with { Profiles = [turned] }] };
        var scenario = Scenario(("a", Point(80))) with { Profiles = [new ProfileChoice("party", "turned", 0.3)] };
        var drivers = Only(situation, scenario.Asking(4_096, Impact));
        var choice = Assert.Single(drivers.Largest);
        Assert.Equal(("/stakeholders/party/profiles", "Which preferences of party hold"), (choice.Input.Pointer, choice.Input.Name));
        Near(18 - (0.3 * 36), drivers.Mean.Value, 0.01, drivers.Mean.StandardError);
        Near(0.21 * 36 * 36, drivers.Variance.Value, 0.5, drivers.Variance.StandardError);
        Near(1, choice.First.Value, 0.01, choice.First.StandardError);
        Near(1, choice.Total.Value, 0.01, choice.Total.StandardError);
    }

    [Fact]
    public void What_follows_its_factor_wholly_is_no_input_of_its_own()
    {
        var terms = Scenario(
            ("a", Range(40, 60, 90, new FactorLoading("mood", 1))), ("b", Range(20, 30, 90, new FactorLoading("mood", -1))));
        var drivers = Only(Additive, terms.Asking(1_024, Impact));
        var factor = Assert.Single(drivers.Largest);
        Assert.Equal("/factors/mood", factor.Input.Pointer);
        Near(1, factor.First.Value, 0, factor.First.StandardError);
        Near(1, factor.Total.Value, 0, factor.Total.StandardError);
        Assert.Equal(1, drivers.Inputs);
    }

    [Fact]
    public void Which_preferences_hold_is_an_input_with_a_name_whose_bar_goes_from_the_first_set_to_the_last()
    {
        // Rarer than one draw in ten, so that neither 10 % nor 90 % of the choice is the profile.
        var torn = Additive with
        {
            Stakeholders = [Additive.Stakeholders[0] with { Profiles = [new Profile("other", "Other", [Preference("a", Point(0), Point(60))], Source)] }],
        };
        var scenario = Scenario(("a", Point(90)), ("b", Point(50))).Asking(1_024, Impact) with { Profiles = [new ProfileChoice("party", "other", 0.05)] };
        var drivers = Only(torn, scenario);
        var bar = Assert.Single(drivers.Tornado);
        Assert.Equal(("/stakeholders/party/profiles", "Which preferences of party hold"), (bar.Input.Pointer, bar.Input.Name));
        Assert.Equal((null, null), (bar.LowAt, bar.HighAt));

        // 0.6 of the weight times 40 points less, or more, than in the middle.
        Assert.Equal((-24, 24), (Math.Round(bar.Low.Value, 9), Math.Round(bar.High.Value, 9)));
        var told = Evaluate(torn, scenario).Narration!.Verdicts.Single(v => v.Verdict == Analysis.Drivers).Sentences;
        Assert.Contains(told, sentence => sentence.Text.StartsWith("From the first set to the last, “Which preferences of party hold”", StringComparison.Ordinal));
    }

    [Fact]
    public void An_assumption_is_named_as_one_whatever_its_id() => Assert.Equal(
        "Assumption: Profiles kept",
        new InputWording(Additive with { Assumptions = [new Assumption("profiles", "Profiles kept", Range(0, 0.5, 1), Source)] }, [])
            .Describe(new Parley.Engine.Binding.Judgement("/assumptions/profiles/value", 1, Parley.Engine.Binding.JudgementKind.Range, Range(0, 0.5, 1), -1, 0))
            .Name);

    [Fact]
    public void A_shared_factor_is_named_by_the_judgements_that_it_binds_together()
    {
        var mood = new FactorLoading("mood", 0.6);
        var party = Tangled.Stakeholders[0];
        Assert.Equal("party: ideal point on a and party: salience of b, as far as they move together", Shared(party));
        Assert.Equal(
            "Where party stands on a and b, as far as that moves together",
            Shared(party with { Preferences = [Preference("a", Range(60, 80, 100, mood), Point(50)), Preference("b", Range(0, 10, 20, mood), Point(40))] }));
        Assert.Equal(
            "party: loss aversion, as far as it follows a shared factor",
            Shared(party with { Preferences = [Preference("a", Point(100), Point(20)), Preference("b", Point(0), Point(10))], LossAversion = Range(1, 2, 3, mood) }));

        static string Shared(Stakeholder party) =>
            Only(Tangled with { Stakeholders = [party] }, Uncertain.Asking(1_024, Impact)).Largest.Single(input => input.Input.Pointer == "/factors/mood").Input.Name;
    }

    [Fact]
    public void The_order_of_the_documents_changes_no_number()
    {
        var mirrored = Tangled with { Issues = [.. Tangled.Issues.Reverse()] };
        var scenario = Uncertain with { Terms = [.. Uncertain.Terms.Reverse()] };
        var (one, other) = (Only(Tangled, Uncertain.Asking(256, Impact)), Only(mirrored, scenario.Asking(256, Impact)));
        Assert.Equal(one.Mean.Value, other.Mean.Value, 1e-9);
        foreach (var index in one.Largest)
        {
            var same = other.Largest.Single(i => i.Input.Pointer == index.Input.Pointer);
            Assert.Equal(index.First.Value, same.First.Value, 1e-9);
            Assert.Equal(index.Total.High95, same.Total.High95, 1e-9);
        }
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bytes_for_any_document() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var asked = scenario.Asking(seed % 2 == 0 ? 256 : 1_024);
            Assert.Equal(Json.Of(Evaluate(situation, asked)), Json.Of(Evaluate(situation, asked, threads: 2)));
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void No_number_of_any_document_is_NaN_or_infinite() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var party = situation.Stakeholders[0].Id;
            Output[] outputs =
            [
                new(new QuantityOfInterest.OfAcceptance(null)),
                new(new QuantityOfInterest.OfImpact(party, ImpactBaseline.StatusQuo, scenario.ShortHorizon)),
                new(new QuantityOfInterest.OfSurvival(scenario.Horizon)),
                situation.Effects.Count > 0
                    ? new(new QuantityOfInterest.OfEffect(situation.Effects[0].Id, scenario.Horizon))
                    : new(new QuantityOfInterest.OfSubordination()),
            ];

            // The serializer refuses NaN and infinities.
            Assert.NotEmpty(Json.Of(Evaluate(situation, scenario.Asking(256, outputs))));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void An_output_that_is_the_same_in_every_draw_has_a_reason()
    {
        var answer = Report(Additive, Scenario(("a", Point(70))).Asking(256, Impact)).Value!.Outputs[0].Drivers;
        Assert.Equal((default(Drivers), "It is the same number in every draw, so that nothing drives it."), (answer.Value, answer.Reason));
    }

    [Theory]
    [InlineData(0, 10, 20, "comes about in none of")]
    [InlineData(80, 90, 100, "comes about in all of")]
    [InlineData(0, 10, 55, "comes about in so few of")]
    [InlineData(45, 90, 100, "fails in so few of")]
    public void An_acceptance_that_hardly_ever_changes_has_a_reason(double low, double mode, double high, string reason)
    {
        var answer = Report(Additive, Scenario(("a", Range(low, mode, high))).Asking(256, new Output(new QuantityOfInterest.OfAcceptance(null)))).Value!.Outputs[0].Drivers;
        Assert.Null(answer.Value);
        Assert.StartsWith($"It {reason} the draws of this analysis", answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_situation_does_not_give_has_a_reason_beside_the_outputs_that_it_gives()
    {
        Output[] outputs = [new(new QuantityOfInterest.OfSurvival(5)), Impact, new(new QuantityOfInterest.OfSubordination())];
        var report = Report(Additive, Uncertain.Asking(256, outputs)).Value!;
        Assert.Equal([false, true, false], report.Outputs.Select(o => o.Drivers.Value is not null));
        Assert.Contains("no record", report.Outputs[0].Drivers.Reason, StringComparison.Ordinal);
        Assert.Contains("principals", report.Outputs[2].Drivers.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_the_impacts_of_the_first_four_veto_players_are_looked_at_and_without_those_there_is_a_reason()
    {
        var five = Additive with { Stakeholders = [.. Enumerable.Range(0, 5).Select(i => Additive.Stakeholders[0] with { Id = $"party-{i}" })] };
        Assert.Equal(
            ["party-0", "party-1", "party-2", "party-3"],
            Report(five, Uncertain.Asking(256)).Value!.Outputs.Select(o => ((QuantityOfInterest.OfImpact)o.Output.Of).Stakeholder));
        var none = Additive with { Stakeholders = [Additive.Stakeholders[0] with { Role = StakeholderRole.Affected }] };
        Assert.Contains("no veto player", Report(none, Uncertain.Asking(256)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_that_is_too_large_to_follow_for_every_input_has_a_reason_and_a_shorter_horizon_an_answer()
    {
        // Sixty effects that all move each other by thresholds, in 22 worlds: about 8,000 rows a year.
        var ids = Enumerable.Range(0, 60).Select(e => $"effect-{e}").ToArray();
        var web = Additive with
        {
            Effects = [.. ids.Select(Effect)],
            Links =
            [
                Link("start", new LinkSource.OfIssue("a"), ids[0], Range(0.5, 1, 2), 1),
                .. Enumerable.Range(0, 240).Select(l => Link(
                    $"link-{l}", new LinkSource.OfEffect(ids[l % 60]), ids[(l + 1 + (l / 60)) % 60], Range(0, 0.5, 1), 1, new ThresholdResponse(Range(0, 0.1, 0.2), 0.3))),
            ],
            Baselines = Additive.Baselines with
            {
                NoDeal = Additive.Baselines.NoDeal with
                {
                    Outcomes = [.. Enumerable.Range(0, 20).Select(o => Outcome($"o-{o}", Range(1, 2, 3), ("a", Point(o)), ("b", Point(50))))],
                },
            },
            Stakeholders = [Additive.Stakeholders[0] with { EffectExposures = [.. ids.Select(id => new EffectExposure(id, Direction.More, Point(1), Source))] }],
        };
        var late = Uncertain.Asking(256, new Output(new QuantityOfInterest.OfImpact("party", ImpactBaseline.NoDeal, 30))) with { Horizon = 30 };
        Assert.Contains("shorter horizon", Report(web, late).Reason, StringComparison.Ordinal);
        var early = Uncertain.Asking(256, new Output(new QuantityOfInterest.OfEffect(ids[0], 2))) with { Horizon = 2 };
        Assert.NotNull(Report(web, early).Value);
    }

    [Fact]
    public void An_output_of_somebody_unknown_is_refused_at_the_door() => Assert.Throws<ArgumentException>(() =>
        Report(Additive, Uncertain.Asking(256, new Output(new QuantityOfInterest.OfAcceptance("nobody")))));

    [Fact]
    public void The_draws_and_the_other_analyses_change_nothing()
    {
        var asked = Uncertain.Asking(256, Impact);
        var more = asked with { Analyses = [.. Scenarios.Scenario.DefaultAnalyses, Analysis.Drivers], Draws = 2_000 };
        Assert.Equal(Json.Of(Report(Tangled, asked)), Json.Of(Report(Tangled, more)));
    }

    [Fact]
    public void The_work_is_counted_and_most_of_it_saved()
    {
        var scenario = ReferenceSize.Scenario(draws: 200).Asking(256, new Output(new QuantityOfInterest.OfImpact("stakeholder-0", ImpactBaseline.NoDeal, 10)));
        var report = Report(ReferenceSize.Situation(), scenario).Value!;
        var reaching = report.Outputs[0].Drivers.Value!.Reaching;

        // Three whole samples; for each input one exchange of its draws and two ends of the tornado.
        Assert.Equal(256L * (3 + (3 * reaching)), report.Work.Evaluations);
        Assert.True(report.Work.RowsSaved > 4 * report.Work.RowsComputed);
    }

    /// <summary>Within four standard errors: there are about thirty such comparisons, with fixed seeds.</summary>
    private static void Near(double expected, double actual, double tolerance, double standardError) =>
        Assert.InRange(actual, expected - tolerance - (4 * standardError), expected + tolerance + (4 * standardError));

    [Fact]
    public void What_is_not_listed_is_added_up_what_is_left_of_one_is_done_together_and_the_work_is_counted()
    {
        const int listed = 20;
        var answer = Report(ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 200).Asking(256));
        Assert.True(answer.Value is not null, answer.Reason);
        var report = answer.Value;
        var drivers = report.Outputs.Select(output => output.Drivers.Value).First(value => value is not null)!;
        var (sum, together, rest) = (drivers.FirstOrderSum, drivers.Interactions, drivers.Rest);

        Assert.Equal((listed, drivers.Reaching - listed), (drivers.Largest.Count, rest.Count));
        Assert.Equal(sum.Value, drivers.Largest.Sum(each => each.First.Value) + rest.First.Value, 1e-9);
        Assert.InRange(rest.Total.Value / rest.Count, 0, drivers.Largest[^1].Total.Value);
        Assert.Equal((1 - sum.Value, sum.StandardError, 1 - sum.High95, 1 - sum.Low95), (together.Value, together.StandardError, together.Low95, together.High95));

        // Every evaluation takes all rows, computed or saved.
        Assert.Equal(0, (report.Work.RowsComputed + report.Work.RowsSaved) % report.Work.Evaluations);
        Assert.InRange(report.Work.RowsComputed, report.Work.Evaluations, report.Work.RowsSaved);
    }
}
