namespace Parley.Engine.Tests.Bargaining;

public sealed class BargainingTableTests
{
    [Theory]
    [InlineData(-1e-9, 0.5, 50)]
    [InlineData(double.NaN, 0.5, 50)]
    [InlineData(double.PositiveInfinity, 0.5, 50)]
    [InlineData(1, -1e-9, 50)]
    [InlineData(1, double.NaN, 50)]
    [InlineData(1, double.PositiveInfinity, 50)]
    [InlineData(1, 0.5, -1e-9)]
    [InlineData(1, 0.5, 100.000001)]
    [InlineData(1, 0.5, double.NaN)]
    public void Numbers_that_no_method_can_use_are_refused_though_all_others_are_in_order(double capability, double salience, double position) =>
        Assert.Throws<ArgumentException>(Tables.Of([1, capability], [[0.5], [salience]], [[50], [position]]).Check);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1e300, 1e300, 100)]
    public void The_ends_of_what_can_be_used_are_taken(double capability, double salience, double position) =>
        Tables.Of([1, capability], [[0.5], [salience]], [[50], [position]]).Check();
}
