using CsCheck;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

public sealed class RanksTests
{
    [Fact]
    public void Ranks_follow_the_values() => Assert.Equal([2, 0, 1, 2], Of([0.7, 0.1, 0.5, 0.7]));

    [Fact]
    public void Values_that_differ_by_rounding_alone_are_a_tie() => Assert.Equal([0, 0, 1], Of([0.3, 0.1 + 0.2, 0.31]));

    [Fact]
    public void A_higher_value_never_has_a_lower_rank() => Gen.Double[0, 1].Array[1, 40].Sample(values =>
    {
        var ranks = Of(values);
        Assert.All(
            from a in Enumerable.Range(0, values.Length) from b in Enumerable.Range(0, values.Length) select (a, b),
            pair => Assert.True(values[pair.a] > values[pair.b] || ranks[pair.a] <= ranks[pair.b]));
    });

    [Fact]
    public void A_thousand_values_are_ranked_like_ten() =>
        Assert.Equal(Enumerable.Range(0, 1000), Of([.. Enumerable.Range(0, 1000).Select(n => n / 1000.0)]));

    [Fact]
    public void Missing_ranks_are_refused() => Assert.Throws<ArgumentException>(() => Ranks.Of([1, 2], new int[1]));

    private static int[] Of(double[] values)
    {
        var ranks = new int[values.Length];
        Ranks.Of(values, ranks);
        return ranks;
    }
}
