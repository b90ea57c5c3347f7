using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests;

/// <summary>What must hold of impacts whatever the numbers.</summary>
public sealed class ImpactTests
{
    /// <summary>Sums of the same doubles in another order.</summary>
    private const double Rounding = 1e-10;

    [Fact]
    public void A_deal_without_terms_is_the_status_quo_and_changes_nothing_against_it() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            foreach (var impact in Evaluate(situation, scenario with { Terms = [] }).Impacts!)
            {
                Nothing(impact.StatusQuo);
            }
        },
        iter: Effort.Of(100),
        threads: 1);

    [Fact]
    public void A_deal_with_the_numbers_of_the_only_outcome_of_no_deal_changes_nothing_against_it()
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 200));
        var outcome = situation.Baselines.NoDeal.Outcomes[0];
        var only = outcome with { Values = [.. outcome.Values.Select(v => v with { Value = Point(v.Value.Mode) })] };
        var evaluation = Evaluate(
            situation with { Baselines = situation.Baselines with { NoDeal = situation.Baselines.NoDeal with { Outcomes = [only] } } },
            scenario with { Terms = [.. only.Values.Select(v => new Scenarios.Term(v.Issue, v.Value, true, null))] });
        Assert.All(evaluation.Impacts!, impact => Nothing(impact.NoDeal));
        Assert.All(evaluation.Effects!, effect => Assert.Equal(0, effect.AgainstNoDeal.Value));
    }

    [Fact]
    public void What_no_outcome_of_no_deal_changes_contributes_exactly_nothing_whatever_the_odds() => Gen.Int.Positive.Sample(
        seed =>
        {
            // Normalised odds of three outcomes rarely add up to 1 to the last bit.
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            BaselineOutcome[] three = [.. Enumerable.Range(0, 3).Select(n => Outcome($"outcome-{n}", Range(0.1, 0.2 + (0.1 * n), 0.9)))];
            var baselines = situation.Baselines with { NoDeal = situation.Baselines.NoDeal with { Outcomes = three } };
            var evaluation = Evaluate(situation with { Baselines = baselines }, scenario with { Terms = [] });
            Assert.All(evaluation.Impacts!, impact => Nothing(impact.NoDeal));
            Assert.All(evaluation.Effects!, effect => Assert.Equal(0, effect.AgainstNoDeal.Value));
        },
        iter: Effort.Of(100),
        threads: 1);

    [Fact]
    public void Contributions_add_up_exactly_to_the_mean_and_the_mean_is_that_of_the_totals() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            foreach (var against in Evaluate(situation, scenario).Impacts!.SelectMany(i => new[] { i.NoDeal, i.StatusQuo }))
            {
                Assert.Equal(against.Contributions.Sum(c => c.Mean.Value), against.Mean.Value);
                Assert.True(against.Low80.Value <= against.Median.Value + Rounding && against.Median.Value <= against.High80.Value + Rounding);
            }
        },
        iter: Effort.Of(100),
        threads: 1);

    /// <summary>Five issues of equal weight: a fifth of each move, in points. Half a tenth is told, less is not.</summary>
    [Theory]
    [InlineData(90, 20, 70, 60, 50, "a: +8.0 points", "b: −6.0 points", "c: +4.0 points")]
    [InlineData(51, 20, 70, 10, 50, "d: −8.0 points", "b: −6.0 points", "c: +4.0 points")]
    [InlineData(60, 50.25, 50, 50, 50.2, "a: +2.0 points", "b: +0.1 points")]
    [InlineData(50, 50, 50, 50, 49.8)]
    public void The_three_largest_parts_of_an_impact_are_its_reasons(double a, double b, double c, double d, double e, params string[] reasons)
    {
        string[] ids = ["a", "b", "c", "d", "e"];
        var situation = Situation([.. ids.Select(id => Issue(id))], [Stakeholder("party", [.. ids.Select(id => Preference(id, Point(100), Point(1)))])]);
        var scenario = Scenario([.. ids.Zip([a, b, c, d, e], (id, term) => (id, Point(term)))]);
        Assert.Equal(reasons, Evaluate(situation, scenario).Impacts![0].Reasons);
    }

    [Fact]
    public void Only_ratios_of_weights_matter() => Gen.Int.Positive.Sample(
        seed =>
        {
            // A factor of 2 changes no digit of any quotient, so even the bytes are the same.
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var doubled = situation with { Stakeholders = [.. situation.Stakeholders.Select(Doubled)] };
            Assert.Equal(Json.Of(Evaluate(situation, scenario)), Json.Of(Evaluate(doubled, scenario)));
        },
        iter: Effort.Of(100),
        threads: 1);

    [Fact]
    public void Moving_a_term_towards_an_ideal_never_lowers_its_contribution() => Gen.Int.Positive.Sample(
        seed =>
        {
            var random = new Random(seed);
            var (ideal, held, shape) = (random.NextDouble() * 100, random.NextDouble() * 100, 0.2 + (4.8 * random.NextDouble()));
            var far = random.NextDouble() * 100;
            var near = far + (random.NextDouble() * (ideal - far));
            var party = Stakeholder("party", Preference("issue", Point(ideal), Point(1), Point(shape))) with { LossAversion = Point(2) };
            var situation = Situation([Issue("issue")], [party], [Outcome("other", Point(1), ("issue", Point(held)))]);
            double Impact(double term) => Evaluate(situation, Scenario(("issue", Point(term)))).Impacts![0].NoDeal.Mean.Value;
            Assert.True(Impact(near) >= Impact(far) - Rounding);
        },
        iter: Effort.Of(300),
        threads: 1);

    [Fact]
    public void Loss_aversion_multiplies_losses_and_leaves_gains_alone()
    {
        var neutral = Stakeholder(
            "party", Preference("won", Point(100), Point(1)), Preference("lost", Point(100), Point(1)));
        ImpactAgainst Impact(Stakeholder party) => Evaluate(
            Situation([Issue("won"), Issue("lost")], [party]), Scenario(("won", Point(70)), ("lost", Point(40)))).Impacts![0].NoDeal;
        var (one, averse) = (Impact(neutral), Impact(neutral with { LossAversion = Point(2.5) }));
        Assert.Equal(one.Contributions[0].Mean.Value, averse.Contributions[0].Mean.Value);
        Assert.Equal(2.5 * one.Contributions[1].Mean.Value, averse.Contributions[1].Mean.Value, Rounding);
        Assert.Equal(10, one.Contributions[0].Mean.Value, Rounding);
        Assert.Equal(-5, one.Contributions[1].Mean.Value, Rounding);
    }

    [Fact]
    public void Close_to_the_ideal_a_bent_value_keeps_its_digits()
    {
        // 1 − (1 − (1 − d))^γ would lose the digits of a small distance d and with γ = 0.2 show it.
        const double distance = 1e-10;
        var party = Stakeholder("party", Preference("issue", Point(0), Point(1), Point(0.2)));
        var impact = Evaluate(Situation([Issue("issue")], [party]), Scenario(("issue", Point(100 * distance)))).Impacts![0].NoDeal.Mean.Value;
        Assert.Equal(100 * (Math.Pow(0.5, 0.2) - Math.Pow(distance, 0.2)), impact, Rounding);
    }

    [Fact]
    public void A_profile_stands_for_the_preferences_it_names_and_overrides_come_after_it()
    {
        var first = Preference("first", Point(10), Point(30));
        var party = Stakeholder("party", first, Preference("second", Point(80), Point(20))) with
        {
            Profiles = [new Profile("hawk", "Hawk", [Preference("second", Point(95), Point(60))], Source)],
        };
        var chosen = Scenario(("first", Point(20)), ("second", Point(60))) with
        {
            Profiles = [new Scenarios.ProfileChoice("party", "hawk")],
            Overrides = [new Scenarios.Override("/stakeholders/party/profiles/hawk/preferences/second/ideal", Point(90))],
        };
        var written = Stakeholder("party", first, Preference("second", Point(90), Point(60)));
        Issue[] issues = [Issue("first"), Issue("second")];
        Assert.Equal(
            Json.Of(Evaluate(Situation(issues, [written]), chosen with { Profiles = [], Overrides = [] })),
            Json.Of(Evaluate(Situation(issues, [party]), chosen)));
    }

    private static void Nothing(ImpactAgainst impact)
    {
        Assert.Equal(0, impact.Mean.Value);
        Assert.Equal(0, impact.Median.Value);
        Assert.Equal(0, impact.Low80.Value);
        Assert.Equal(0, impact.High80.Value);
        Assert.Equal(0, impact.ProbabilityOfGain.Value);
        Assert.Equal(0, impact.ShortHorizonMean.Value);
        Assert.All(impact.Contributions, contribution => Assert.Equal(0, contribution.Mean.Value));
    }

    private static Stakeholder Doubled(Stakeholder party) => party with
    {
        Preferences = Doubled(party.Preferences),
        Profiles = [.. party.Profiles.Select(p => p with { Preferences = Doubled(p.Preferences) })],
        Interactions = [.. party.Interactions.Select(i => i with { Weight = Doubled(i.Weight) })],
        EffectExposures = [.. party.EffectExposures.Select(e => e with { Weight = Doubled(e.Weight) })],
        OutcomeExposures = [.. party.OutcomeExposures.Select(o => o with { Weight = Doubled(o.Weight) })],
    };

    private static Preference[] Doubled(IReadOnlyList<Preference> preferences) =>
        [.. preferences.Select(p => p with { Salience = Doubled(p.Salience) })];

    private static TriangularRange Doubled(TriangularRange range) =>
        range with { Low = 2 * range.Low, Mode = 2 * range.Mode, High = 2 * range.High };
}
