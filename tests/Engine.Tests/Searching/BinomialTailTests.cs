using Parley.Engine.Searching;

namespace Parley.Engine.Tests.Searching;

public sealed class BinomialTailTests
{
    [Theory]
    [InlineData(0, 5, 0.3, 1)]
    [InlineData(5, 5, 0.5, 1 / 32.0)]
    [InlineData(2, 3, 0.5, 0.5)]
    [InlineData(1, 4, 0.25, 1 - (0.75 * 0.75 * 0.75 * 0.75))]
    [InlineData(6, 5, 0.3, 0)]
    [InlineData(3, 5, 0, 0)]
    [InlineData(5, 5, 1, 1)]
    public void Small_tails_are_their_fractions(int k, int n, double p, double expected) =>
        Assert.Equal(expected, BinomialTail.AtLeast(k, n, p), 1e-13);

    [Fact]
    public void Tails_of_both_sides_add_up_to_1_for_many_trials()
    {
        const int n = 16_384;
        foreach (var k in new[] { 1, 100, 8_000, 8_192, 16_384 })
        {
            // At least k of one kind, or more than n − k of the other.
            Assert.Equal(1, BinomialTail.AtLeast(k, n, 0.4) + BinomialTail.AtLeast(n - k + 1, n, 0.6), 1e-9);
        }
    }
}
