using Parley.Engine.Comparing;
using Parley.Engine.Scenarios;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Comparing;

public sealed class ComparisonDoorTests
{
    private static readonly Situations.Situation Small = Situation([Issue("issue")], [Stakeholder("party", Preference("issue", Point(80), Point(10)))]);
    private static readonly CommonSettings Usual = new(200, 1, 10, 2);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void It_takes_two_to_four_scenarios(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Compared.Compare(Small, Usual, [.. Enumerable.Repeat(Scenario(), count)]));

    [Fact]
    public void Four_scenarios_make_six_pairs() =>
        Assert.Equal(6, Compared.Compare(Small, Usual, [.. Enumerable.Repeat(Scenario(), 4)]).Pairs.Count);

    [Theory]
    [InlineData(0, 10, 2)]
    [InlineData(210, 10, 2)]
    [InlineData(200, 10, 0)]
    [InlineData(200, 1, 2)]
    public void Settings_that_no_evaluation_takes_are_refused(int draws, int horizon, int shortHorizon) =>
        Assert.ThrowsAny<ArgumentException>(() => Compared.Compare(Small, new CommonSettings(draws, 1, horizon, shortHorizon), Scenario(), Scenario()));

    [Fact]
    public void One_name_for_two_and_another_situations_scenario_are_refused()
    {
        void Compare(params ComparedScenario[] scenarios) => Comparer.Compare(Small, scenarios, Usual, TestContext.Current.CancellationToken);
        Assert.Throws<ArgumentException>(() => Compare(new("a", Scenario()), new("a", Scenario())));
        var refusal = Assert.Throws<ArgumentException>(() => Compare(new("a", Scenario()), new("b", Scenario() with { Situation = "large" })));
        Assert.StartsWith("b is about large, not small.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_scenario_says_of_draws_seed_horizons_and_analyses_makes_no_difference()
    {
        var asked = Scenario(("issue", Range(20, 50, 60)));
        var other = asked with { Draws = 4_000, Seed = 9, Horizon = 3, ShortHorizon = 1, Analyses = [Analysis.Bargaining] };
        Assert.Equal(Json.Of(Compared.Compare(Small, Usual, asked, Scenario())), Json.Of(Compared.Compare(Small, Usual, other, Scenario())));
    }

    [Fact]
    public void What_the_situation_does_not_answer_has_a_reason()
    {
        var pair = Compared.Compare(Small, Usual, Scenario(), Scenario()).Pairs[0];
        Assert.All(
            [pair.Durability.Reason, pair.Measures.OutcomePair.Reason, pair.Measures.Subordination.Reason, pair.Measures.Legality.Reason],
            Assert.NotNull);
        Assert.Null(pair.Durability.Value ?? (object?)pair.Measures.OutcomePair.Value ?? pair.Measures.Subordination.Value ?? (object?)pair.Measures.Legality.Value);
    }

    [Fact]
    public void A_cancelled_comparison_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Comparer.Compare(Small, [new("a", Scenario()), new("b", Scenario())], Usual, cancelled.Token));
    }
}
