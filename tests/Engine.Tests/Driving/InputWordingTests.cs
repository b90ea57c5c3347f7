using Parley.Engine.Binding;
using Parley.Engine.Driving;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Driving;

/// <summary>A shared factor is named by the ideal points that follow it, each written as stakeholder and issue.</summary>
public sealed class InputWordingTests
{
    private const int Row = 99;

    [Theory]
    [InlineData("one a, one b, two a, two b", "Where one and two stand on a and b, as far as that moves together")]
    [InlineData("one a, two a", "Where one and two stand on a, as far as that moves together")]
    [InlineData("one c, two c", "Where one and two stand on ‘Taxes, tolls’, as far as that moves together")]
    [InlineData("one a, two b", "one: ideal point on a and two: ideal point on b, as far as they move together")]
    [InlineData("one a, one b, two a", "one: ideal point on a, one: ideal point on b and two: ideal point on a, as far as they move together")]
    [InlineData("one c, two b", "one: ideal point on Taxes, tolls; and two: ideal point on b, as far as they move together")]
    [InlineData("one a, two a, three a, four a", "one: ideal point on a, two: ideal point on a, three: ideal point on a and others, as far as they move together")]
    [InlineData("", "A shared factor that no judgement follows")]
    public void It_says_of_nobody_what_holds_of_others_and_ends(string followers, string name)
    {
        var places = followers.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split(' ')).ToArray();
        var situation = Situation(
            [Issue("a"), Issue("b"), Issue("c") with { Name = "Taxes, tolls" }], [.. places.Select(place => place[0]).Distinct().Select(id => Stakeholder(id))]);
        Judgement[] judgements = [.. places.Select((place, row) =>
            new Judgement($"/stakeholders/{place[0]}/preferences/{place[1]}/ideal", 0, JudgementKind.Range, Point(0), Row, row))];
        Assert.Equal(name, new InputWording(situation, judgements).Describe(new Judgement("/factors/mood", 0, JudgementKind.Factor, null, -1, Row)).Name);
    }

    [Theory]
    [InlineData("/terms/b", "Term: Beta")]
    [InlineData("/assumptions/faith/value", "Assumption: Good faith")]
    [InlineData("/links/late/weight", "Weight of the link Alpha → Echo")]
    [InlineData("/links/late/threshold/at", "Threshold of the link Alpha → Echo")]
    [InlineData("/links/other/weight", "Weight of the link Good faith → Echo")]
    [InlineData("/links/through/weight", "Weight of the link Echo → Rumour")]
    [InlineData("/links/far/weight", "Weight of the link Distance from Two → Echo")]
    [InlineData("/links/breach/weight", "Weight of the link Beyond the red line of Two on Beta → Echo")]
    [InlineData("/links/envy/weight", "Weight of the link Outcome of Two → Echo")]
    [InlineData("/links/unknown/weight", "Weight of the link unknown")]
    [InlineData("/hazard/factors/watched/oddsRatio", "Odds ratio of Observers")]
    [InlineData("/baselines/noDeal/outcomes/drift/odds", "No deal: odds of Things drift")]
    [InlineData("/baselines/noDeal/outcomes/drift/values/b", "No deal: Beta in Things drift")]
    [InlineData("/baselines/noDeal/costs/two", "No deal: cost to Two")]
    [InlineData("/baselines/statusQuo/outcomes/held/values/b", "Status quo: Beta")]
    [InlineData("/stakeholders/two/profiles", "Which preferences of Two hold")]
    [InlineData("/stakeholders/two/profiles/hawk/preferences/b/ideal", "Two, profile Hawk: ideal point on Beta")]
    [InlineData("/stakeholders/one/profiles/hawk/preferences/b/ideal", "One, profile hawk: ideal point on Beta")]
    [InlineData("/stakeholders/two/preferences/b/redLine/atMost", "Two: red line on Beta")]
    [InlineData("/stakeholders/two/preferences/b/shape", "Two: shape of the value of Beta")]
    [InlineData("/stakeholders/two/preferences/b/salience", "Two: salience of Beta")]
    [InlineData("/stakeholders/two/interactions/second/weight", "Two: weight of the interaction Beta with Alpha")]
    [InlineData("/stakeholders/one/interactions/second/weight", "One: weight of the interaction second")]
    [InlineData("/stakeholders/two/exposures/effects/echo/weight", "Two: weight of Echo")]
    [InlineData("/stakeholders/two/exposures/outcomes/one/weight", "Two: weight of the outcome of One")]
    [InlineData("/stakeholders/two/lossAversion", "Two: loss aversion")]
    [InlineData("/stakeholders/two/margin", "Two: margin")]
    public void Every_range_has_a_name_in_the_situations_own_words(string pointer, string name) =>
        Assert.Equal(name, new InputWording(Everything, []).Describe(new Judgement(pointer, 0, JudgementKind.Range, Point(0), -1, 0)).Name);

    [Fact]
    public void Without_a_record_of_settlements_a_factor_of_one_has_its_id_for_a_name() => Assert.Equal(
        "Odds ratio of watched",
        new InputWording(Everything with { Hazard = null }, []).Describe(new Judgement("/hazard/factors/watched/oddsRatio", 0, JudgementKind.Range, Point(0), -1, 0)).Name);

    private static Situation Everything { get; } = Situation(
        [Issue("a") with { Name = "Alpha" }, Issue("b") with { Name = "Beta" }],
        [
            Stakeholder("one", Preference("a", Point(0), Point(1))) with { Name = "One" },
            Stakeholder("two", Preference("a", Point(0), Point(1)), Preference("b", Point(0), Point(1))) with
            {
                Name = "Two",
                Profiles = [new Profile("dove", "Dove", [], Source), new Profile("hawk", "Hawk", [], Source)],
                Interactions = [new Interaction("first", "a", "b", Point(1), Source), new Interaction("second", "b", "a", Point(1), Source)],
            },
        ],
        noDeal: [Outcome("held", Point(1)), Outcome("drift", Point(1)) with { Name = "Things drift" }],
        effects: [Effect("echo") with { Name = "Echo" }, Effect("rumour") with { Name = "Rumour" }],
        assumptions: [new Assumption("faith", "Good faith", Range(0, 0.5, 1), Source)],
        links:
        [
            Link("late", new LinkSource.OfIssue("a"), "echo", Point(1)),
            Link("other", new LinkSource.OfAssumption("faith"), "echo", Point(1)),
            Link("through", new LinkSource.OfEffect("echo"), "rumour", Point(1)),
            Link("far", new LinkSource.OfDistance("two"), "echo", Point(1)),
            Link("breach", new LinkSource.OfBreach("two", "b"), "echo", Point(1)),
            Link("envy", new LinkSource.OfOutcome("two"), "echo", Point(1)),
        ]) with
    {
        Hazard = new Hazard("all", "faith", [], [new HazardFactor("watched", "Observers", new LinkSource.OfIssue("a"), Direction.More, Point(1), false, Source)], Source),
    };
}
