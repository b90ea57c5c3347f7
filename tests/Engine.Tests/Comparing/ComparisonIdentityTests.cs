using CsCheck;
using Parley.Engine.Comparing;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Comparing.Compared;

namespace Parley.Engine.Tests.Comparing;

/// <summary>What must hold of differences whatever the numbers.</summary>
public sealed class ComparisonIdentityTests
{
    /// <summary>Sums of the same doubles in another order, in points, of which 100 are a scale.</summary>
    private const double Rounding = 1e-12 * 100;

    [Fact]
    public void A_scenario_differs_from_itself_by_exactly_nothing() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var comparison = Compare(situation, scenario, scenario);
            var pair = comparison.Pairs.Single();
            Assert.All(Means(pair), mean => Assert.Equal((mean.First, default), (mean.Second, mean.Difference)));
            Assert.All(Spreads(pair), spread => Assert.Equal(
                (default, default, default, default, new Estimate(1, 0), default),
                (spread.Median, spread.Low80, spread.High80, spread.ProbabilityHigher, spread.ProbabilityEqual, spread.ProbabilityLower)));
            Assert.Empty(pair.Reversals);
            Assert.All(comparison.Orders, order => Assert.True(order is { IsDecided: false, Reversals: [] } && order.Order.SequenceEqual(["a", "b"])));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void In_the_other_order_every_difference_has_the_other_sign() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenarios) = Make(seed);
            var settings = SettingsOf(scenarios[0]);
            var (one, other) = (Compare(situation, settings, scenarios[0], scenarios[1]).Pairs[0], Compare(situation, settings, scenarios[1], scenarios[0]).Pairs[0]);
            foreach (var (there, back) in Means(one).Zip(Means(other)))
            {
                Assert.Equal((there.First, there.Second, there.Difference.StandardError), (back.Second, back.First, back.Difference.StandardError));
                Assert.Equal(there.Difference.Value, -back.Difference.Value, Rounding);
            }

            foreach (var (there, back) in Spreads(one).Zip(Spreads(other)))
            {
                Assert.Equal((there.ProbabilityHigher, there.ProbabilityEqual), (back.ProbabilityLower, back.ProbabilityEqual));
                Assert.Equal(there.Median.Value, -back.Median.Value, Rounding);
                Assert.Equal(there.Low80.Value, -back.High80.Value, Rounding);
                Assert.Equal(there.High80.Value, -back.Low80.Value, Rounding);
            }

            Assert.Equal(one.Reversals.Select(r => (r.One, r.Other, r.UnderFirst)), other.Reversals.Select(r => (r.One, r.Other, r.UnderSecond)));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void From_the_first_to_the_third_is_from_the_first_to_the_second_and_from_there_to_the_third() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenarios) = Make(seed);
            var pairs = Compare(situation, scenarios).Pairs;
            Assert.Equal([("a", "b"), ("a", "c"), ("b", "c")], pairs.Select(pair => (pair.First, pair.Second)));
            foreach (var ((ab, bc), ac) in Means(pairs[0]).Zip(Means(pairs[2])).Zip(Means(pairs[1])))
            {
                Assert.Equal(ab.Difference.Value + bc.Difference.Value, ac.Difference.Value, Rounding);
            }
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void With_the_same_draws_it_says_of_each_what_its_own_evaluation_says() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenarios) = Make(seed);
            var settings = new CommonSettings(400, seed, 7, 3);
            var pair = Compare(situation, settings, scenarios).Pairs[1];
            var (first, second) = (Alone(situation, scenarios[0], settings), Alone(situation, scenarios[2], settings));
            Assert.Equal(first, Means(pair).Select(mean => mean.First));
            Assert.Equal(second, Means(pair).Select(mean => mean.Second));
            Assert.All(Means(pair), mean => Assert.Equal(mean.First.Value - mean.Second.Value, mean.Difference.Value, Rounding));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Contributions_add_up_exactly_to_the_mean_difference_and_the_shares_to_one() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenarios) = Make(seed);
            foreach (var pair in Compare(situation, scenarios).Pairs)
            {
                Assert.All(pair.Impacts.SelectMany(i => new[] { i.NoDeal, i.StatusQuo }), impact =>
                    Assert.Equal(impact.Contributions.Sum(c => c.Mean.Difference.Value), impact.Impact.Mean.Value));
                Assert.All(Spreads(pair), s =>
                    Assert.Equal(1, s.ProbabilityHigher.Value + s.ProbabilityEqual.Value + s.ProbabilityLower.Value, Rounding));
                Assert.All(Spreads(pair), s => Assert.True(s.Low80.Value <= s.Median.Value + Rounding && s.Median.Value <= s.High80.Value + Rounding));
            }
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Without_loss_aversion_the_baseline_cancels_out_of_a_difference() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenarios) = Make(seed);
            var neutral = situation with { Stakeholders = [.. situation.Stakeholders.Select(s => s with { LossAversion = Point(1) })] };
            var comparison = Compare(neutral, scenarios[0], scenarios[1]);
            foreach (var impact in comparison.Pairs[0].Impacts)
            {
                Assert.Equal(impact.StatusQuo.Impact.Mean.Value, impact.NoDeal.Impact.Mean.Value, Rounding);
                Assert.Equal(impact.StatusQuo.Impact.Median.Value, impact.NoDeal.Impact.Median.Value, Rounding);
            }

            Assert.DoesNotContain(comparison.Orders.SelectMany(o => o.Reversals), r => r is { DependsOn: ReversalCause.Baseline, Verdict: ReversalVerdict.Reversed });
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void The_same_comparison_gives_the_same_bytes()
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 1_000));
        Scenario[] two = [scenario, scenario with { Terms = [.. scenario.Terms.Skip(2)] }];
        Assert.Equal(Json.Of(Compare(situation, two)), Json.Of(Compare(situation, two)));
    }

    [Fact]
    public void A_part_that_only_one_scenarios_profile_has_counts_as_nothing_in_the_other()
    {
        var party = Stakeholder("party", Preference("first", Point(100), Point(1))) with
        {
            Profiles = [new Profile("wider", "Wider", [Preference("second", Point(100), Point(1))], Source)],
        };
        var plain = Scenario(("first", Point(70)), ("second", Point(90)));
        var wider = plain with { Profiles = [new ProfileChoice("party", "wider")] };
        Issue[] issues = [Issue("first"), Issue("second")];
        foreach (var (comparison, sign) in new[] { (Compare(Situation(issues, [party]), plain, wider), 1), (Compare(Situation(issues, [party]), wider, plain), -1) })
        {
            var difference = comparison.Pairs[0].Impacts[0].NoDeal;
            Assert.Equal([("first", sign * 10.0), ("second", sign * -20.0)], difference.Contributions.Select(c => (c.Id, Math.Round(c.Mean.Difference.Value, 9))));
            Assert.Equal(sign * -10, difference.Impact.Mean.Value, Rounding);
        }
    }

    /// <summary>The estimates of an evaluation in the order of <see cref="Means"/>.</summary>
    private static Estimate[] Alone(Situation situation, Scenario scenario, CommonSettings settings)
    {
        var own = Evaluate(situation, scenario with
        {
            Draws = settings.Draws,
            Seed = settings.Seed,
            Horizon = settings.Horizon,
            ShortHorizon = settings.ShortHorizon,
        });
        IEnumerable<ImpactAgainst> impacts = own.Impacts!.SelectMany(i => new[] { i.NoDeal, i.StatusQuo });
        return
        [
            .. impacts.SelectMany(i => i.Contributions.Select(c => c.Mean).Append(i.ShortHorizonMean)),
            own.Acceptance!.Joint,
            .. own.Acceptance.Stakeholders.Select(s => s.Probability),
            .. own.Measures!.OutcomePair.Value is { } p ? new[] { p.Short.Probability, p.Long.Probability, p.Both, p.ShortOnly, p.LongOnly, p.Neither } : [],
            .. own.Measures.Legality.Value?.Select(test => test.Lawful) ?? [],
            .. impacts.Select(i => i.Mean),
            .. own.Effects!.SelectMany(e => new[] { e.Short.Mean, e.Long.Mean }),
            .. own.Durability!.Value is { } held ? new[] { held.Short.Mean, held.Long.Mean } : [],
            .. own.Measures.Subordination.Value is { } index ? new[] { index.Mean } : [],
        ];
    }
}
