using Parley.Engine.Binding;
using Parley.Engine.Driving;
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
}
