using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Narrating;

/// <summary>What is said to stand in the way most often does so in the most draws, whichever reason decides first.</summary>
public sealed class MostOftenInTheWayTests
{
    /// <summary>A red line decides before anybody is asked; what refuses more often is in the way more often all the same.</summary>
    [Fact]
    public void A_ratifier_who_refuses_more_often_than_a_line_is_crossed_is_more_often_in_the_way()
    {
        var house = Stakeholder("house", Preference("tax", Point(0), Point(50))) with { Name = "The house", Role = StakeholderRole.Influencer };
        var line = new RedLine(RedLineSide.AtLeast, Range(40, 80, 90), Source);
        var party = Stakeholder("party", Preference("tax", Point(100), Point(50), redLine: line)) with { Name = "Party", RatifiedBy = ["house"] };
        var evaluation = Evaluate(Situation([Issue("tax")], [party, house]), Scenario(("tax", Point(70))));

        var crossed = evaluation.Acceptance!.Stakeholders[0].RedLines[0].Share.Value;
        Assert.InRange(crossed, 0.5, 0.9);
        Assert.Equal("tax", evaluation.Acceptance.Stakeholders[0].Blocking[0].Id);
        Assert.Contains(
            "What stands in the way most often: for Party the refusal of The house (accepting in none of the draws).", Told(evaluation));
    }

    [Fact]
    public void Too_little_in_return_counts_as_one_whatever_is_lost()
    {
        // Either of two losses may be the larger; together they decide more often than the red line is crossed.
        var dam = Preference("dam", Point(100), Point(1), redLine: new RedLine(RedLineSide.AtLeast, Range(0, 50, 100), Source));
        var party = Stakeholder("party", Preference("tax", Point(100), Point(50)), Preference("toll", Point(100), Point(50)), dam) with { Name = "Party" };
        var evaluation = Evaluate(Situation([Issue("tax"), Issue("toll"), Issue("dam")], [party]), Scenario(("tax", Range(10, 20, 30)), ("toll", Range(10, 20, 30)), ("dam", Point(55))));

        var blocking = evaluation.Acceptance!.Stakeholders[0].Blocking;
        var line = evaluation.Acceptance.Stakeholders[0].RedLines[0].Share.Value;
        Assert.All(blocking.Where(reason => reason.Kind == BlockingKind.Value), reason => Assert.True(reason.Share.Value < line));
        Assert.True(blocking.Where(reason => reason.Kind == BlockingKind.Value).Sum(reason => reason.Share.Value) > line);
        Assert.Contains(
            Told(evaluation), text => text.StartsWith("What stands in the way most often: for Party too little in return, most often for the loss on “t", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, ", as is another")]
    [InlineData(4, ", as are others")]
    public void Of_lines_crossed_equally_often_it_is_told_that_the_one_is_not_alone(int crossed, string alike)
    {
        string[] issues = ["tax", "toll", "dam", "duty", "road"];
        var party = Stakeholder("party", [.. issues.Select((issue, at) => Preference(issue, Point(100), Point(50), redLine: new RedLine(RedLineSide.AtLeast, Point(at < crossed ? 60 : 30), Source)))]) with { Name = "Party" };
        var evaluation = Evaluate(Situation([.. issues.Select(issue => Issue(issue))], [party]), Scenario([.. issues.Select(issue => (issue, Point(50)))]));

        Assert.Contains(Told(evaluation), text => text.EndsWith($"” (crossed in all of the draws{alike}).", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Told(Evaluation evaluation) =>
        evaluation.Narration!.Verdicts.Single(v => v.Verdict == Analysis.Acceptance).Sentences.Select(sentence => sentence.Text);
}
