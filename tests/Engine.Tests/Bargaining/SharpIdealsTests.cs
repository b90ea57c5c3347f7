using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>
/// Two who each want one value of an issue and little less than that: v = 1 − (|x − p| / max(p, 100 − p))^0.3. Either ideal is a peak, so
/// that a search from one start can end at the lower one.
/// </summary>
public sealed class SharpIdealsTests
{
    private const double Sharp = 0.3;

    /// <summary>In points; a kink at the top is rounded by 10⁻⁷ of the scale.</summary>
    private const double Solved = 0.01;

    /// <summary>Values of the other at one's ideal: 7 % at 20 and 4 % at 90, so that the first's ideal serves both better, unless the second has more power.</summary>
    [Theory]
    [InlineData(20, 90, 0.5, 0.5, 20)]
    [InlineData(90, 20, 0.5, 0.5, 20)]
    [InlineData(80, 10, 0.5, 0.5, 80)]
    [InlineData(10, 80, 0.5, 0.5, 80)]
    [InlineData(20, 90, 0.3, 0.7, 90)]
    [InlineData(90, 20, 0.7, 0.3, 90)]
    [InlineData(10, 80, 0.7, 0.3, 10)]
    [InlineData(80, 10, 0.3, 0.7, 10)]
    public void The_higher_of_two_peaks_is_the_Nash_solution(double first, double second, double power, double other, double solution) =>
        Assert.Equal(solution, CooperativeSolver.Nash(Game(first, second, -0.05, -0.05, power, other)).Terms[0], Solved);

    /// <summary>Neither peak: what is between them gives both more than a seventh of their best, and equal shares where each is as far from its ideal, by its own reach.</summary>
    [Theory]
    [InlineData(20, 90, 9000.0 / 170)]
    [InlineData(90, 20, 9000.0 / 170)]
    [InlineData(80, 10, 8000.0 / 170)]
    [InlineData(10, 80, 8000.0 / 170)]
    public void Equal_shares_lie_between_two_peaks(double first, double second, double solution)
    {
        var found = CooperativeSolver.KalaiSmorodinsky(Game(first, second, -0.05, -0.05));
        Assert.Equal(solution, found.Terms[0], Solved);
        Assert.Equal(found.Shares[0], found.Shares[1], 1e-3);
    }

    /// <summary>Only at the first's ideal is there anything for both.</summary>
    [Theory]
    [InlineData(20, 90, 0.05, 0.05)]
    [InlineData(90, 20, 0.05, 0.05)]
    [InlineData(80, 10, 0.05, 0.05)]
    [InlineData(10, 80, 0.05, 0.05)]
    public void Terms_that_only_some_starts_lead_to_are_found_and_nobody_blocks(double first, double second, double reservation, double other)
    {
        var game = Game(first, second, reservation, other);
        Assert.Equal(BargainingVerdict.Found, CooperativeSolver.Nash(game).Verdict);
        Assert.Null(BlockingPair.Find(game));
    }

    private static BargainingGame Game(double first, double second, double reservation, double other, double power = 0.5, double otherPower = 0.5)
    {
        var game = Games.Of([[1], [1]], [[first], [second]], [reservation, other], [power, otherPower]);
        (game.Shape[0], game.Shape[1]) = (Sharp, Sharp);
        return game;
    }
}
