using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

public sealed class BlockingPairTests
{
    private static BargainingGame ThreeAcross(double first, double second, double third) =>
        Games.Of([[1], [1], [1]], [[0], [100], [50]], [first, second, third]);

    [Fact]
    public void Nobody_blocks_where_everyone_can_gain() => Assert.Null(BlockingPair.Find(ThreeAcross(0.2, 0.2, 0.2)));

    [Fact]
    public void Red_lines_that_clash_most_name_the_pair_and_the_issue()
    {
        var game = Games.Of([[1, 1], [1, 1]], [[100, 100], [0, 0]], [0, 0]);
        (game.AtLeast[0], game.AtLeast[1], game.AtMost[2], game.AtMost[3]) = (50, 60, 45, 20);
        Assert.Equal(new BlockingPair(0, 1, 1, 40), BlockingPair.Find(game));
    }

    [Fact]
    public void The_widest_gap_counts_whatever_comes_after_it_and_whoever_of_the_two_asks_for_more()
    {
        var game = Games.Of([[1, 1], [1, 1]], [[0, 0], [100, 100]], [0, 0]);
        (game.AtLeast[2], game.AtLeast[3], game.AtMost[0], game.AtMost[1]) = (60, 50, 20, 45);
        Assert.Equal(new BlockingPair(1, 0, 0, 40), BlockingPair.Find(game));
    }

    [Fact]
    public void Whose_own_bounds_leave_nothing_comes_before_any_pair()
    {
        var game = Games.Of([[1], [1], [1]], [[0], [100], [50]], [0, 0, 0]);
        (game.AtLeast[0], game.AtMost[0], game.AtMost[1], game.AtMost[2]) = (60, 55, 10, 20);
        Assert.Equal(new BlockingPair(0, 0, 0, 5), BlockingPair.Find(game));
    }

    [Fact]
    public void Two_who_ask_for_too_much_block_each_other() =>
        Assert.Equal(new BlockingPair(0, 1, -1, 0), BlockingPair.Find(ThreeAcross(0.6, 0.6, 0.2)));

    [Fact]
    public void One_whom_no_terms_can_content_blocks_alone() =>
        Assert.Equal(new BlockingPair(2, 2, -1, 0), BlockingPair.Find(ThreeAcross(0.2, 0.2, 1.2)));

    /// <summary>What two want who value issues one by one is settled for good, whatever a third values together.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Only_where_one_of_the_two_values_issues_together_does_a_pair_rest_on_a_search(int player, bool isSearched)
    {
        var game = Games.Of([[1, 0], [1, 0], [1, 0]], [[0, 0], [100, 0], [50, 0]], [0.6, 0.6, 0.2]);
        game.Interactions.Add(new ValuedTogether(player, 0, 1, 0.001, 0));
        Assert.Equal(new BlockingPair(0, 1, -1, 0, isSearched), BlockingPair.Find(game));
    }

    [Fact]
    public void Three_may_fail_where_every_two_could_agree()
    {
        // A dollar of which each wants more than a third, and less than half.
        var game = Games.Of([[1, 0], [0, 1], [1, 1]], [[100, 0], [0, 100], [0, 0]], [0.4, 0.4, 1.4]);
        Assert.Equal(BargainingVerdict.Infeasible, CooperativeSolver.Nash(game).Verdict);
        Assert.Null(BlockingPair.Find(game));
    }
}
