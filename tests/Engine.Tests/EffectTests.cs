using CsCheck;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests;

/// <summary>What follows, and that no document makes a number that is none.</summary>
public sealed class EffectTests
{
    [Fact]
    public void No_valid_document_makes_a_number_that_is_not_finite_or_an_effect_or_a_share_out_of_bounds() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var evaluation = Evaluate(situation, scenario);
            foreach (var estimate in Estimates(evaluation))
            {
                Assert.True(double.IsFinite(estimate.Value) && double.IsFinite(estimate.StandardError) && estimate.StandardError >= 0);
            }

            foreach (var effect in evaluation.Effects!)
            {
                Assert.True(effect.Unexplained == 0 || (double.IsFinite(effect.Unexplained) && Math.Abs(effect.Unexplained) >= 1e-12), $"{effect.Unexplained:R} is rounding");
                Assert.All(effect.Trajectory, level => Assert.InRange(level.Low80.Value, -1, level.High80.Value));
                Assert.All(effect.Trajectory, level => Assert.InRange(level.High80.Value, level.Low80.Value, 1));
            }

            foreach (var stakeholder in evaluation.Acceptance!.Stakeholders)
            {
                Assert.InRange(stakeholder.Probability.Value, 0, 1);
                Assert.All(stakeholder.RedLines, line => Assert.InRange(line.Share.Value, 0, 1));
            }
        },
        iter: Effort.Of(400),
        threads: 1);

    [Fact]
    public void A_threshold_of_any_width_above_0_is_a_number()
    {
        // 1 / width is infinite for the smallest widths.
        var links = new[]
        {
            Link("cause", new LinkSource.OfIssue("issue"), "effect", Point(1), threshold: new ThresholdResponse(Point(0), double.Epsilon)),
            Link("on", new LinkSource.OfEffect("effect"), "further", Point(1), threshold: new ThresholdResponse(Point(0), double.Epsilon)),
        };
        var situation = Situation(
            [Issue("issue")], [Stakeholder("party", Preference("issue", Point(100), Point(1)))],
            effects: [Effect("effect"), Effect("further")], links: links);
        foreach (var (term, level) in new[] { (50, 0.0), (51, Math.Tanh(1)) })
        {
            var effects = Evaluate(situation, Scenario(("issue", Point(term)))).Effects!;
            Assert.All(effects, effect => Assert.Equal(level, effect.Long.Mean.Value, 1e-15));
            Assert.All(effects, effect => Assert.Equal(level, effect.Paths.Sum(path => path.Contribution.Value), 1e-15));
        }
    }

    [Fact]
    public void Forty_stakeholders_each_exposed_to_all_before_are_valued_as_quickly_as_any()
    {
        // Following every chain of exposures would take 2^39 steps; a test that hangs is a failed one.
        Stakeholder[] parties =
        [
            .. Enumerable.Range(0, 40).Select(i => Stakeholder($"party-{i}", Preference("issue", Point(100), Point(50))) with
            {
                OutcomeExposures = [.. Enumerable.Range(0, i).Select(j => new OutcomeExposure($"party-{j}", Direction.More, Point(1), Source))],
            }),
        ];
        var impacts = Evaluate(Situation([Issue("issue")], parties), Scenario(("issue", Point(75)))).Impacts!;

        // Everybody wants the same, so a mean of anybody's and everybody's gain is the same gain: (1 − 0.25) − (1 − 0.5).
        Assert.All(impacts, impact => Assert.Equal(25, impact.NoDeal.Mean.Value, 1e-10));
    }

    [Fact]
    public void A_dense_web_without_causes_in_reach_ends()
    {
        // 60 parallel links between each two of five effects in a circle: 60^6 chains of six links, no cause.
        var links = Enumerable.Range(0, 5).SelectMany(e => Enumerable.Range(0, 60).Select(n =>
            Link($"link-{e}-{n}", new LinkSource.OfEffect($"effect-{(e + 1) % 5}"), $"effect-{e}", Point(0.01))));
        var situation = Situation(
            [Issue("issue")], [Stakeholder("party", Preference("issue", Point(100), Point(1)))],
            effects: [.. Enumerable.Range(0, 5).Select(e => Effect($"effect-{e}"))], links: [.. links]);
        Assert.All(Evaluate(situation, Scenario(("issue", Point(60)))).Effects!, effect => Assert.Equal(0, effect.Long.Mean.Value));
    }

    [Fact]
    public void A_path_from_a_red_line_says_whose_it_is_and_on_which_issue()
    {
        var party = Stakeholder("party", Preference("tax", Point(100), Point(1), redLine: AtLeast(60)), Preference("toll", Point(100), Point(1), redLine: AtLeast(60)));
        var situation = Situation(
            [Issue("tax"), Issue("toll")], [party], effects: [Effect("unrest")], links: [Link("anger", new LinkSource.OfBreach("party", "toll"), "unrest", Point(1))]);
        var path = Assert.Single(Evaluate(situation, Scenario(("toll", Point(20)))).Effects![0].Paths);
        Assert.Equal("Beyond the red line of party on toll → unrest", path.Text);
    }

    [Fact]
    public void Causes_that_cancel_up_to_rounding_keep_their_parts()
    {
        // 0.1 + 0.2 − 0.3 is 5.6e-17 in doubles, where a vectorised tanh has no digit left.
        (string Id, double Weight)[] causes = [("a", 0.1), ("b", 0.2), ("c", -0.3)];
        var situation = Situation(
            [Issue("issue")], [Stakeholder("party", Preference("issue", Point(100), Point(1)))],
            effects: [Effect("effect")],
            links: [.. causes.Select(cause => Link(cause.Id, new LinkSource.OfIssue("issue"), "effect", Point(cause.Weight)))]);
        var effect = Evaluate(situation, Scenario(("issue", Point(100)))).Effects![0];
        foreach (var path in effect.Paths)
        {
            Assert.Equal(0.5 * causes.Single(cause => cause.Id == path.Links[0]).Weight, path.Contribution.Value, 1e-15);
        }

        Assert.True(effect.ConflictOfSigns);
    }

    [Theory]
    [InlineData(0.9984)]
    [InlineData(0.9976)]
    public void Causes_that_nearly_cancel_add_up_to_what_they_cause(double against)
    {
        // On either side of where tanh(z)/z is told by its series.
        (string Id, double Weight)[] causes = [("for", 1), ("against", -against)];
        var situation = Situation(
            [Issue("issue")], [Stakeholder("party", Preference("issue", Point(100), Point(1)))],
            effects: [Effect("effect")],
            links: [.. causes.Select(cause => Link(cause.Id, new LinkSource.OfIssue("issue"), "effect", Point(cause.Weight)))]);
        var effect = Evaluate(situation, Scenario(("issue", Point(100)))).Effects![0];

        var level = Math.Tanh(0.5 * (1 - against));
        Assert.Equal(level, effect.Long.Mean.Value, 1e-9 * level);
        Assert.Equal(level, effect.Paths.Sum(path => path.Contribution.Value), 1e-9 * level);
    }

    [Fact]
    public void Four_hundred_paths_to_an_effect_are_followed_and_the_others_are_unexplained()
    {
        Link[] links = [.. Enumerable.Range(0, 402).Select(n => Link($"link-{n}", new LinkSource.OfIssue("issue"), "effect", Point(0.002)))];
        var situation = Situation(
            [Issue("issue")], [Stakeholder("party", Preference("issue", Point(100), Point(1)))], effects: [Effect("effect")], links: links);
        var effect = Evaluate(situation, Scenario(("issue", Point(100)))).Effects![0];

        var level = Math.Tanh(402 * 0.001);
        Assert.Equal(level, effect.Long.Mean.Value, 1e-12);
        Assert.Equal(level * 2 / 402, effect.Unexplained, 1e-12);
    }

    [Fact]
    public void Causes_in_both_directions_are_flagged()
    {
        var situation = Situation(
            [Issue("up"), Issue("down")],
            [Stakeholder("party", Preference("up", Point(100), Point(1)))],
            effects: [Effect("effect")],
            links:
            [
                Link("up", new LinkSource.OfIssue("up"), "effect", Point(1)),
                Link("down", new LinkSource.OfIssue("down"), "effect", Point(-1)),
            ]);
        bool Conflict(double up, double down) =>
            Evaluate(situation, Scenario(("up", Point(up)), ("down", Point(down)))).Effects![0].ConflictOfSigns;
        Assert.True(Conflict(90, 80));
        Assert.False(Conflict(90, 60));
        Assert.False(Conflict(90, 50));
    }

    private static IEnumerable<Estimate> Estimates(Evaluation evaluation)
    {
        foreach (var impact in evaluation.Impacts!.SelectMany(i => new[] { i.NoDeal, i.StatusQuo }))
        {
            Estimate[] own = [impact.Mean, impact.Median, impact.Low80, impact.High80, impact.ProbabilityOfGain, impact.ShortHorizonMean];
            foreach (var estimate in own.Concat(impact.Contributions.Select(c => c.Mean)))
            {
                yield return estimate;
            }
        }

        yield return evaluation.Acceptance!.Joint;
        foreach (var stakeholder in evaluation.Acceptance.Stakeholders)
        {
            yield return stakeholder.Probability;
            foreach (var share in stakeholder.Blocking.Select(b => b.Share).Concat(stakeholder.RedLines.Select(r => r.Share)))
            {
                yield return share;
            }
        }

        foreach (var effect in evaluation.Effects!)
        {
            yield return effect.AgainstNoDeal;
            foreach (var level in effect.Trajectory)
            {
                yield return level.Mean;
                yield return level.Median;
                yield return level.Low80;
                yield return level.High80;
            }

            foreach (var path in effect.Paths)
            {
                yield return path.Contribution;
            }
        }
    }
}
