using CsCheck;
using Parley.Engine.Bargaining;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>Who would sign where bargaining ends.</summary>
public sealed class OutcomeConsentTests
{
    /// <summary>Whatever else the scenario says: its terms play no part, its profiles, overrides, seed and draws do.</summary>
    [Fact]
    public void It_is_to_the_last_digit_the_acceptance_of_a_scenario_with_the_terms_that_the_method_shows()
    {
        var compared = 0;
        Gen.Int.Positive.Sample(
            seed =>
            {
                var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
                foreach (var outcome in Evaluate(situation, scenario with { Analyses = [Analysis.Bargaining] }).Bargaining!.Outcomes.Where(outcome => outcome.Acceptance is not null))
                {
                    var shown = scenario with
                    {
                        Terms = [.. outcome.Issues.Select(issue => new Term(issue.Issue, Point(Math.Clamp(issue.AtModes!.Value, 0, 100)), true, null))],
                        Analyses = Scenarios.Scenario.DefaultAnalyses,
                    };
                    AssertSame(Evaluate(situation, shown).Acceptance!, outcome.Acceptance!);
                    Assert.Equal(scenario.Draws, outcome.Acceptance!.Draws);
                    compared += outcome.Acceptance.Joint.Value is > 0 and < 1 ? 1 : 0;
                }
            },
            iter: 60, // Among fewer there might be none to compare.
            threads: 1);
        Assert.True(compared > 3, $"{compared} that are neither sure nor impossible");
    }

    [Fact]
    public void A_method_has_it_exactly_where_it_has_an_answer_at_the_modes_and_a_reason_otherwise() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            Assert.All(Evaluate(situation, scenario with { Analyses = [Analysis.Bargaining] }).Bargaining!.Outcomes, outcome =>
            {
                Assert.Equal(outcome.AtModes == BargainingVerdict.Found, outcome.Acceptance is not null);
                Assert.Equal(outcome.Acceptance is null, outcome.Reason is not null);
            });
        },
        iter: Effort.Of(60),
        threads: 1);

    [Fact]
    public void More_draws_than_ten_thousand_are_not_taken()
    {
        var (situation, scenario) = Bargain(StakeholderRole.Veto);
        var many = Evaluate(situation, scenario with { Draws = 20_000 }).Bargaining!.Outcomes[0].Acceptance!;
        Assert.Equal(10_000, many.Draws);
        Assert.Equal(Evaluate(situation, scenario with { Draws = 10_000 }).Bargaining!.Outcomes[0].Acceptance!.Joint, many.Joint);
        Assert.InRange(many.Joint.Value, 0.01, 0.99);
    }

    /// <summary>Each wants an end of the issue: the compromise mean is in the middle, where a line from 40 to 60 is crossed in half the draws.</summary>
    [Fact]
    public void A_red_line_is_asked_about_though_the_method_knows_none()
    {
        var (situation, scenario) = Bargain(StakeholderRole.Veto);
        var told = Evaluate(situation, scenario);
        var mean = told.Bargaining!.Outcomes.Single(outcome => outcome.Method == BargainingMethod.CompromiseMean);
        Assert.Equal(50, mean.Issues.Single().AtModes!.Value, 1e-9); // rounding
        Assert.Equal([("high", 0.5), ("low", 1.0)], mean.Acceptance!.Stakeholders.Select(each => (each.Stakeholder, Math.Round(each.Probability.Value, 2))));
        Assert.Equal(mean.Acceptance.Stakeholders[0].Probability, mean.Acceptance.Joint);
        Assert.Contains("high and low would both sign in about 50 % of the draws by the compromise mean", Last(told), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_can_refuse_nobody_has_to_sign_and_no_sentence_says_who_would()
    {
        var (situation, scenario) = Bargain(StakeholderRole.Influencer);
        var told = Evaluate(situation, scenario);
        Assert.Contains(told.Bargaining!.Outcomes, outcome => outcome.Acceptance is not null);
        Assert.All(told.Bargaining!.Outcomes.Select(outcome => outcome.Acceptance).OfType<OutcomeAcceptance>(), acceptance =>
        {
            Assert.Empty(acceptance.Stakeholders);
            Assert.Equal(1, acceptance.Joint.Value);
        });
        Assert.DoesNotContain("sign", Last(told), StringComparison.Ordinal);
    }

    private static string Last(Evaluation evaluation) => evaluation.Narration!.Verdicts.Single().Sentences[^1].Text;

    private static void AssertSame(AcceptanceReport expected, OutcomeAcceptance actual)
    {
        Assert.Equal(expected.Joint, actual.Joint);
        Assert.Equal(expected.VetoPlayers, actual.Stakeholders.Select(each => each.Stakeholder));
        Assert.Equal(
            expected.Stakeholders.Where(each => each.Role == StakeholderRole.Veto).Select(each => (each.Name, each.Probability)),
            actual.Stakeholders.Select(each => (each.Name, each.Probability)));
    }

    /// <summary>No deal costs both so much that only the line of the one who wants more can stand in the way.</summary>
    private static (Situation Situation, Scenario Scenario) Bargain(StakeholderRole role)
    {
        var situation = Situation(
            [Issue("scale")],
            [
                Stakeholder("high", Preference("scale", Point(100), Point(50), redLine: new RedLine(RedLineSide.AtLeast, Range(40, 50, 60), Source))) with { Role = role },
                Stakeholder("low", Preference("scale", Point(0), Point(50))) with { Role = role },
            ],
            costs: [new StakeholderCost("high", Point(100)), new StakeholderCost("low", Point(100))]);
        return (situation, Scenario(("scale", Point(0))) with { Analyses = [Analysis.Bargaining] });
    }
}
