using System.Text.Json;
using Parley.Engine.Bargaining;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Bargaining;

public sealed class BargainingAnalysisTests
{
    private static readonly Lazy<BargainingReport> Reference = new(() => Run(ReferenceSize.Situation(), 200));

    public static TheoryData<BargainingMethod> Methods => [.. Enum.GetValues<BargainingMethod>()];

    [Fact]
    public void Bargaining_is_answered_only_when_asked_for()
    {
        Assert.DoesNotContain(Analysis.Bargaining, Scenario.DefaultAnalyses);
        var scenario = ReferenceSize.Scenario(draws: 200) with { Analyses = Scenario.DefaultAnalyses };
        Assert.Null(Evaluator.Evaluate(ReferenceSize.Situation(), scenario, new EvaluationSettings(), TestContext.Current.CancellationToken).Bargaining);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_answers_the_reference_situation_on_the_scale(BargainingMethod method)
    {
        var outcome = Reference.Value.Outcomes.Single(o => o.Method == method);
        Assert.Equal(BargainingVerdict.Found, outcome.AtModes);
        Assert.Null(outcome.Reason);
        Assert.All(outcome.Issues, issue =>
        {
            Assert.InRange(issue.AtModes!.Value, 0, 100);
            Assert.InRange(issue.CompromiseAtModes!.Value, 0, 100);
            Assert.InRange(issue.Draws!.Low80.Value, 0, issue.Draws.Median.Value);
            Assert.InRange(issue.Draws.High80.Value, issue.Draws.Median.Value, 100);
        });
    }

    [Fact]
    public void The_compromise_mean_stands_first_and_beside_every_other_answer()
    {
        var compromise = Reference.Value.Outcomes[0];
        Assert.Equal(BargainingMethod.CompromiseMean, compromise.Method);
        Assert.All(Reference.Value.Outcomes, outcome =>
            Assert.Equal(compromise.Issues.Select(issue => issue.AtModes), outcome.Issues.Select(issue => issue.CompromiseAtModes)));
    }

    [Fact]
    public void The_spread_runs_from_the_lowest_to_the_highest_method() => Assert.All(Reference.Value.Spreads, spread =>
    {
        var answers = Reference.Value.Outcomes.Select(o => o.Issues.Single(issue => issue.Issue == spread.Issue).AtModes!.Value).ToArray();
        Assert.Equal(answers.Min(), spread.Lowest);
        Assert.Equal(answers.Max(), spread.Highest);
    });

    [Fact]
    public void Every_move_has_a_sentence_with_both_names() => Assert.All(
        Reference.Value.Rounds.SelectMany(round => round.Moves),
        move =>
        {
            Assert.Contains(Name(move.Stakeholder), move.Text, StringComparison.Ordinal);
            Assert.Contains(Name(move.Stakeholder == move.Initiator ? move.Target : move.Initiator), move.Text, StringComparison.Ordinal);
        });

    [Fact]
    public void Where_bargaining_ends_does_not_depend_on_how_many_draws_the_rest_takes()
    {
        // Who would sign there is asked on the scenario's own draws.
        static BargainingReport Ends(BargainingReport report) => report with { Outcomes = [.. report.Outcomes.Select(outcome => outcome with { Acceptance = null })] };
        Assert.Equal(JsonSerializer.Serialize(Ends(Reference.Value)), JsonSerializer.Serialize(Ends(Run(ReferenceSize.Situation(), 400))));
    }

    [Fact]
    public void Everyone_whose_consent_is_needed_accepts_the_Nash_terms_by_the_engines_own_rule()
    {
        var situation = WithoutEffects(ReferenceSize.Situation());
        var report = Run(situation, 200);
        var nash = report.Outcomes.Single(outcome => outcome.Method == BargainingMethod.Nash);
        var deal = ReferenceSize.Scenario(draws: 200) with
        {
            Terms = [.. nash.Issues.Select(issue => new Term(issue.Issue, TriangularRange.Exactly(issue.AtModes!.Value), true, null))],
        };
        var evaluation = Evaluator.Evaluate(situation, deal, new EvaluationSettings(), TestContext.Current.CancellationToken);
        Assert.Equal(1, evaluation.Acceptance!.Joint.Value);
        Assert.All(
            report.Actors.Where(actor => actor.ConsentNeeded),
            actor => Assert.True(evaluation.Impacts!.Single(impact => impact.Stakeholder == actor.Stakeholder).NoDeal.Mean.Value > 0));
    }

    [Fact]
    public void Red_lines_that_do_not_meet_name_who_blocks_and_leave_no_number()
    {
        var situation = ReferenceSize.Situation();
        var report = Run(
            situation with
            {
                Stakeholders =
                [
                    WithRedLine(situation.Stakeholders[0], RedLineSide.AtLeast, 70),
                    WithRedLine(situation.Stakeholders[1], RedLineSide.AtMost, 60),
                    .. situation.Stakeholders.Skip(2),
                ],
            },
            200);
        var blocking = report.Blocking!;
        Assert.Equal(("stakeholder-0", "stakeholder-1", "issue-0", 10), (blocking.First, blocking.Second, blocking.Issue, blocking.Gap));
        Assert.All(report.Outcomes.Where(o => o.Method is BargainingMethod.Nash or BargainingMethod.KalaiSmorodinsky), outcome =>
        {
            Assert.Equal(BargainingVerdict.Infeasible, outcome.AtModes);
            Assert.Equal(blocking.Text, outcome.Reason);
            Assert.Equal(0, outcome.Found.Value);
            Assert.All(outcome.Issues, issue => Assert.True(issue.AtModes is null && issue.Draws is null));
        });
    }

    [Fact]
    public void An_issue_that_nobody_cares_about_is_not_bargained_over()
    {
        var situation = ReferenceSize.Situation();
        var report = Run(
            situation with
            {
                Stakeholders =
                [
                    .. situation.Stakeholders.Select(s => s with
                    {
                        Preferences = [s.Preferences[0] with { Salience = TriangularRange.Exactly(0) }, .. s.Preferences.Skip(1)],
                    }),
                ],
            },
            200);
        Assert.All(report.Outcomes, outcome => Assert.Equal(
            situation.Issues.Skip(1).Select(issue => issue.Id), outcome.Issues.Select(issue => issue.Issue)));
    }

    [Fact]
    public void Where_nobody_can_bargain_the_report_says_so()
    {
        var situation = ReferenceSize.Situation();
        var report = Run(situation with { Stakeholders = [.. situation.Stakeholders.Select(s => s with { Role = StakeholderRole.Affected })] }, 200);
        Assert.Empty(report.Outcomes);
        Assert.Single(report.Notes);
    }

    private static BargainingReport Run(Situation situation, int draws) => Evaluator.Evaluate(
        situation,
        ReferenceSize.Scenario(draws: draws) with { Analyses = [Analysis.Bargaining] },
        new EvaluationSettings(),
        TestContext.Current.CancellationToken).Bargaining!;

    private static string Name(string stakeholder) => Reference.Value.Actors.Single(actor => actor.Stakeholder == stakeholder).Name;

    private static Stakeholder WithRedLine(Stakeholder stakeholder, RedLineSide side, double bound) => stakeholder with
    {
        Preferences =
        [
            stakeholder.Preferences[0] with { RedLine = new RedLine(side, TriangularRange.Exactly(bound), "made up") },
            .. stakeholder.Preferences.Skip(1),
        ],
    };

    /// <summary>Every judgement of preferences and baselines at its mode, and nobody exposed to effects or to others.</summary>
    private static Situation WithoutEffects(Situation situation) => situation with
    {
        Stakeholders =
        [
            .. situation.Stakeholders.Select(s => s with
            {
                Preferences = [.. s.Preferences.Select(p => p with { Ideal = Mode(p.Ideal), Salience = Mode(p.Salience) })],
                EffectExposures = [],
                OutcomeExposures = [],
            }),
        ],
        Baselines = situation.Baselines with
        {
            NoDeal = situation.Baselines.NoDeal with
            {
                Outcomes =
                [
                    .. situation.Baselines.NoDeal.Outcomes.Select(o => o with
                    {
                        Odds = Mode(o.Odds),
                        Values = [.. o.Values.Select(v => v with { Value = Mode(v.Value) })],
                    }),
                ],
            },
        },
    };

    private static TriangularRange Mode(TriangularRange range) => TriangularRange.Exactly(range.Mode);
}
