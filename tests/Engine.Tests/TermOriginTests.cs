using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests;

public sealed class TermOriginTests
{
    [Fact]
    public void A_red_line_says_whether_the_deal_the_texts_silence_or_the_status_quo_meets_it()
    {
        var value = TriangularRange.Exactly(50);
        var scenario = ReferenceSize.Scenario(draws: 200) with
        {
            Terms = [new Term("issue-0", value, true, null), new Term("issue-3", value, false, null)],
        };

        var evaluation = Evaluator.Evaluate(ReferenceSize.Situation(), scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);

        Assert.All(evaluation.Acceptance!.Stakeholders, stakeholder => Assert.Equal(
            [("issue-0", TermOrigin.Agreed), ("issue-3", TermOrigin.Open), ("issue-6", TermOrigin.StatusQuo), ("issue-9", TermOrigin.StatusQuo)],
            stakeholder.RedLines.Select(line => (line.Issue, line.Term))));
    }
}
