using Parley.Engine.Binding;

namespace Parley.Engine.Tests.Binding;

public sealed class MixtureTests
{
    [Theory]
    [InlineData(new[] { 0.2, 0.5, 1 }, 7)]
    [InlineData(new[] { 0.2, 0.7, 1 }, 6)]
    [InlineData(new[] { 0.6, 0.7, 1 }, 5)]
    [InlineData(new[] { 0.5, 1 }, 5)]
    [InlineData(new[] { 1.0 / 3, 2.0 / 3, 1 }, 5)] // 1 − 2/3 is more than 1/3 by rounding.
    public void The_likeliest_of_several_rows_is_the_first_of_those_that_are_chosen_most_often(double[] upTo, int row) =>
        Assert.Equal(row, new Mixture(0, 1, upTo, [.. Enumerable.Range(5, upTo.Length)]).LikeliestRow);
}
