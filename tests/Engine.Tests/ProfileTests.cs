using CsCheck;
using Parley.Engine.Bargaining;
using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using Parley.Engine.Tests.Stability;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests;

/// <summary>
/// A stakeholder that is judged by a profile with a probability: one set of preferences holds in every draw.
/// That means are mixtures is held against the scalar reference in <see cref="OneRangeTests"/>.
/// </summary>
public sealed class ProfileTests
{
    /// <summary>Shares are counts over draws, averaged over 20 blocks.</summary>
    private const double Rounding = 1e-12;

    private static readonly Stakeholder Dove = Stakeholder("party", Preference("issue", Point(0), Point(1)));

    [Fact]
    public void The_share_of_draws_under_a_profile_is_its_probability() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Double[0.001, 0.999]).Sample(
            (seed, probability) =>
            {
                // Refuses by itself and accepts by its profile. A block of 50 strata cannot be off by more than one draw.
                var accepted = Accepted(Dove, [Hawk("hawk")], [new ProfileChoice("party", "hawk", probability)], 60, 1_000, seed);
                Assert.InRange(accepted, probability - 0.02, probability + 0.02);
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void Profiles_whose_probabilities_add_up_to_1_leave_no_draw_to_the_stakeholders_own_preferences()
    {
        // Ten tenths add up to a little less than 1 in binary.
        var ids = Enumerable.Range(0, 10).Select(n => $"hawk-{n}").ToArray();
        ProfileChoice[] tenths = [.. ids.Select(id => new ProfileChoice("party", id, 0.1))];
        Assert.Equal(1, Accepted(Dove, [.. ids.Select(Hawk)], tenths, 60, 10_000, 1));
        Assert.Equal(0.9, Accepted(Dove, [.. ids.Select(Hawk)], tenths[..9], 60, 10_000, 1), 0.002);
    }

    [Fact]
    public void Preferences_that_hold_in_no_draw_are_no_ground_of_a_sentence()
    {
        var ids = Enumerable.Range(0, 10).Select(n => $"hawk-{n}").ToArray();
        var own = Preference("issue", Point(0) with { Source = "own" }, Point(1));
        var party = Dove with { Preferences = [own], Profiles = [.. ids.Select(Hawk)] };
        var scenario = Scenario(("issue", Point(60))) with { Profiles = [.. ids.Select(id => new ProfileChoice("party", id, 0.1))] };
        var situation = Situation([Issue("issue")], [party]);
        Assert.DoesNotContain("own", new Grounds(situation, scenario).Preference("party", "issue"));
        Assert.Contains("own", new Grounds(situation, scenario with { Profiles = [.. scenario.Profiles.Skip(1)] }).Preference("party", "issue"));
    }

    [Fact]
    public void A_certain_profile_gives_the_bytes_of_the_preferences_that_it_stands_for() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed);
            var certain = scenario with
            {
                Profiles = [.. situation.Stakeholders.Where(s => s.Profiles.Count > 0).Select(s => new ProfileChoice(s.Id, s.Profiles[0].Id))],
            };
            var written = new ScalarReference(situation, certain).Situation;
            Assert.Equal(Json.Of(Evaluate(written, scenario with { Profiles = [] })), Json.Of(Evaluate(situation, certain)));
        },
        iter: 50,
        threads: 1);

    [Fact]
    public void A_profile_that_changes_nothing_changes_no_byte()
    {
        var party = Dove with { Profiles = [new Profile("same", "Same", Dove.Preferences, Source)] };
        var scenario = Scenario(("issue", Range(20, 40, 80)));
        var probable = scenario with { Profiles = [new ProfileChoice("party", "same", 0.4)] };
        var situation = Situation([Issue("issue")], [party]);
        Assert.Equal(Json.Of(Evaluate(situation, scenario)), Json.Of(Evaluate(situation, probable)));
    }

    [Fact]
    public void Stakeholders_choose_independently_of_each_other()
    {
        Stakeholder Torn(string id) => Dove with { Id = id, Profiles = [Hawk("hawk")] };
        var situation = Situation([Issue("issue")], [Torn("one"), Torn("other")]);
        var scenario = Scenario(("issue", Point(60))) with
        {
            Profiles = [new ProfileChoice("one", "hawk", 0.5), new ProfileChoice("other", "hawk", 0.3)],
            Draws = 10_000,
        };
        // The standard error of a share of 0.15 among 10,000 independent draws is 0.0036; five of them.
        Assert.Equal(0.15, Evaluate(situation, scenario).Acceptance!.Joint.Value, 0.018);
    }

    [Fact]
    public void What_one_stakeholder_is_judged_by_leaves_the_draws_of_the_others_as_they_were()
    {
        var (situation, scenario) = (ReferenceSize.Situation(), ReferenceSize.Scenario(draws: 200));
        var torn = situation.Stakeholders[^1];
        var changed = situation with { Stakeholders = [.. situation.Stakeholders.SkipLast(1), torn with { Profiles = [Hawk("hawk", "issue-0")] }] };
        var probable = scenario with { Profiles = [new ProfileChoice(torn.Id, "hawk", 0.5)], Analyses = [Analysis.Effects] };
        Assert.Equal(Json.Of(Evaluate(situation, scenario with { Analyses = [Analysis.Effects] }).Effects), Json.Of(Evaluate(changed, probable).Effects));
    }

    [Theory]
    [InlineData(70, 0.75)]
    [InlineData(30, 0.25)]
    [InlineData(50, 0)]
    [InlineData(60, 0.75)]
    [InlineData(0, 0.25)]
    [InlineData(100, 0.75)]
    public void Red_lines_on_opposite_sides_bind_in_the_draws_of_their_own_set(double term, double accepted)
    {
        // Its own: from 60 up. The profile's, in a quarter of the draws: up to 40.
        var party = Stakeholder("party", Preference("issue", Point(50), Point(1), redLine: AtLeast(60))) with { Margin = Point(-100) };
        var profile = new Profile("other", "Other", [Preference("issue", Point(50), Point(1), redLine: AtMost(40))], Source);
        var report = Evaluation(party, [profile], [new ProfileChoice("party", "other", 0.25)], term, 400).Acceptance!.Stakeholders[0];
        Assert.Equal(accepted, report.Probability.Value, Rounding);
        Assert.Equal(1 - accepted, report.RedLines.Single().Share.Value, Rounding);
        Assert.Equal(1 - accepted, report.Blocking.Where(b => b.Kind == BlockingKind.RedLine).Sum(b => b.Share.Value), Rounding);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void A_red_line_that_only_one_set_draws_is_never_crossed_under_the_other(double term)
    {
        Stakeholder With(RedLine? line) => Stakeholder("party", Preference("issue", Point(50), Point(1), redLine: line)) with { Margin = Point(-100) };
        var line = term == 0 ? AtLeast(40) : AtMost(60);
        var profile = new Profile("open", "Open", With(null).Preferences, Source);
        Assert.Equal(0.3, Evaluation(With(line), [profile], [new ProfileChoice("party", "open", 0.3)], term, 200).Acceptance!.Joint.Value, Rounding);
    }

    [Fact]
    public void Something_must_be_sure_to_matter_under_every_set_and_need_not_be_the_same_thing()
    {
        Issue[] issues = [Issue("first"), Issue("second")];
        Evaluation Evaluate(double salienceOfSecond) => Build.Evaluate(
            Situation(issues, [Stakeholder("party", Preference("first", Point(0), Point(1))) with
            {
                Profiles =
                [
                    new Profile(
                        "other", "Other", [Preference("first", Point(0), Point(0)), Preference("second", Point(0), Point(salienceOfSecond))], Source),
                ],
            }]),
            Scenario(("first", Point(0)), ("second", Point(0))) with { Profiles = [new ProfileChoice("party", "other", 0.5)] });
        // Either way half of the scale is gained, all of it on the one issue that matters.
        Assert.Equal(50, Evaluate(1).Impacts![0].NoDeal.Mean.Value, Rounding);
        Assert.All(Evaluate(1).Impacts![0].NoDeal.Contributions, part => Assert.Equal(25, part.Mean.Value, Rounding));
        Assert.Throws<ArgumentException>(() => Evaluate(0));
    }

    [Fact]
    public void What_matters_under_a_probable_profile_only_is_not_sure_to_matter()
    {
        var party = Stakeholder("party", Preference("issue", Point(0), Point(0))) with
        {
            Profiles = [new Profile("other", "Other", [Preference("issue", Point(0), Point(1))], Source)],
        };
        var scenario = Scenario(("issue", Point(0)));
        Situation Of(Stakeholder one) => Situation([Issue("issue")], [one]);
        Assert.Throws<ArgumentException>(() => Build.Evaluate(Of(party), scenario with { Profiles = [new ProfileChoice("party", "other", 0.5)] }));
        Build.Evaluate(Of(party), scenario with { Profiles = [new ProfileChoice("party", "other")] });
    }

    [Fact]
    public void Overrides_reach_into_a_probable_profile_and_into_the_preferences_beside_it()
    {
        var party = Dove with { Profiles = [Hawk("hawk")] };
        var scenario = Scenario(("issue", Point(75))) with
        {
            Profiles = [new ProfileChoice("party", "hawk", 0.5)],
            Overrides =
            [
                new Override("/stakeholders/party/preferences/issue/ideal", Point(75)),
                new Override("/stakeholders/party/profiles/hawk/preferences/issue/ideal", Point(50)),
            ],
        };
        // From 50: a third of 75 gained by itself; half of 50 lost by the profile.
        var mean = Evaluate(Situation([Issue("issue")], [party]), scenario).Impacts![0].NoDeal.Mean.Value;
        Assert.Equal(((100.0 / 3) - 50) / 2, mean, Rounding);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_that_is_none_is_refused(double probability) => Assert.Throws<ArgumentException>(
        () => Evaluation(Dove, [Hawk("hawk")], [new ProfileChoice("party", "hawk", probability)], 60, 200));

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(0.5, 100)]
    [InlineData(0.6, 100)]
    public void Bargaining_at_the_modes_is_under_the_most_probable_set_and_of_equals_the_first(double probability, double compromise)
    {
        var bargaining = Bargain([new ProfileChoice("party", "hawk", probability)]);
        Assert.Equal(compromise, bargaining.Outcomes[0].Issues[0].AtModes!.Value, Rounding);
        // Ten draws a block: tenths are met exactly.
        Assert.Equal(100 * probability, bargaining.Outcomes[0].Issues[0].Draws!.Mean.Value, 1e-9);
    }

    [Fact]
    public void Red_lines_of_the_set_that_holds_bound_the_bargain()
    {
        Stakeholder Player(string id, RedLine line) => Stakeholder(id, Preference("issue", Point(50), Point(1), redLine: line)) with { Margin = Point(-100) };
        var torn = Player("torn", AtLeast(70)) with { Profiles = [new Profile("soft", "Soft", Player("torn", AtMost(40)).Preferences, Source)] };
        var scenario = Scenario() with { Analyses = [Analysis.Bargaining], Profiles = [new ProfileChoice("torn", "soft", 0.4)] };
        var nash = Evaluate(Situation([Issue("issue")], [torn, Player("firm", AtMost(60))]), scenario).Bargaining!
            .Outcomes.Single(outcome => outcome.Method == BargainingMethod.Nash);
        Assert.Equal(BargainingVerdict.Infeasible, nash.AtModes);
        Assert.Equal(0.4, nash.Found.Value, Rounding);
        Assert.All([nash.Issues[0].Draws!.Low80.Value, nash.Issues[0].Draws!.High80.Value], term => Assert.InRange(term, 0, 40 + 1e-6));
    }

    [Fact]
    public void Compliance_is_as_stable_as_the_sets_that_hold()
    {
        // By itself Left arms for its own sake; by the profile it wants to be disarmed and complies.
        var truce = new Truce();
        var situation = truce.Situation();
        var left = situation.Stakeholders[0];
        var calm = new Profile("calm", "Calm", [left.Preferences[0] with { Ideal = Point(0) }], Source);
        var scenario = truce.Scenario(200) with { Profiles = [new ProfileChoice("left", "calm", 0.3)] };
        var torn = situation with { Stakeholders = [left with { Profiles = [calm] }, situation.Stakeholders[1]] };
        var stable = Evaluate(torn, scenario).Stability!.Deal!.Stakeholders.Single(s => s.Stakeholder == "left").Shares.Nash.Value;
        Assert.Equal(0.3, stable, Rounding);
    }

    private static Profile Hawk(string id) => Hawk(id, "issue");

    private static Profile Hawk(string id, string issue) => new(id, id, [Preference(issue, Point(100), Point(1))], Source);

    private static BargainingReport Bargain(ProfileChoice[] choices) => Evaluate(
        Situation([Issue("issue")], [Dove with { Profiles = [Hawk("hawk")] }]),
        Scenario() with { Analyses = [Analysis.Bargaining], Profiles = choices }).Bargaining!;

    private static double Accepted(Stakeholder party, Profile[] profiles, ProfileChoice[] choices, double term, int draws, int seed) =>
        Evaluation(party, profiles, choices, term, draws, seed).Acceptance!.Joint.Value;

    private static Evaluation Evaluation(Stakeholder party, Profile[] profiles, ProfileChoice[] choices, double term, int draws, int seed = 1) => Evaluate(
        Situation([Issue("issue")], [party with { Profiles = profiles }]),
        Scenario(("issue", Point(term))) with { Profiles = choices, Draws = draws, Seed = seed });
}
