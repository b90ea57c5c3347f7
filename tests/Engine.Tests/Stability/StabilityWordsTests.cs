using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Stability;

/// <summary>What is told of staying at the deal, of leaving it and of where else nobody would leave.</summary>
public sealed class StabilityWordsTests
{
    [Fact]
    public void Every_other_state_that_nobody_would_leave_is_told_with_who_does_what_there()
    {
        // Once both have armed, whoever disarms alone loses; without the right side's arms there is no such state.
        Assert.Contains(
            "Among the most stable states nobody would leave this one once there, counting the answers that others would want to give: “left arms” and “right arms” (in all of the draws).",
            Told(new Truce()));
        var right = new Truce.Side { Ideals = [0, 0], Saliences = [2, 1] };
        Assert.DoesNotContain(Told(new Truce { Right = right }), text => text.Contains("“left arms” and “right arms” (", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_does_not_sign_does_not_leave_the_deal_but_makes_a_move_of_its_own()
    {
        Assert.Contains("stable for all who could leave it in", Told(new Truce())[0], StringComparison.Ordinal);
        Assert.Contains("stable for all who could leave it or make a move of their own in", Told(new Truce(), "right")[0], StringComparison.Ordinal);
        Assert.Contains("since somebody would gain by a move of their own.", Told(new Truce(), "left", "right")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_states_that_nobody_would_leave_the_first_are_told_and_that_there_are_others()
    {
        // What changes nothing pays nobody, so that every state is stable; the deal's is the first of the five that are listed.
        var idle = TriangularRange.Exactly(0);
        Truce truce = new() { Options = [Truce.Arm("left-a", "left", 0, idle), Truce.Arm("left-b", "left", 0, idle) with { Name = "left marches" }, Truce.Arm("right-a", "right", 1, idle)] };
        Assert.Equal(
            "Among the most stable states nobody would leave these once there, counting the answers that others would want to give: "
            + "“left arms” (in all of the draws); “left marches” (in all of the draws); and others.",
            Told(truce)[^1]);
        Assert.Equal(
            "Keeping to the deal is stable for all who could leave it in all of the draws, counting the answers that others would want to give; "
            + "in all of the draws nobody has anything to gain by leaving it, even without such answers.",
            Told(truce)[0]);
    }

    [Fact]
    public void Who_has_no_move_while_the_others_keep_to_the_deal_is_not_said_to_have_nothing_to_gain()
    {
        var right = new Truce.Side { Ideals = [0, 0], Saliences = [2, 1] };
        Truce free = new() { Right = right };
        Truce bound = new() { Right = right, Options = [free.Options[0], free.Options[1] with { Requires = ["left-arms"] }] };
        Assert.Contains(Told(free), text => text.StartsWith("Nothing to gain by a move of one's own: right in", StringComparison.Ordinal));
        Assert.DoesNotContain(Told(bound), text => text.StartsWith("Nothing to gain by a move of one's own", StringComparison.Ordinal));
        Assert.Contains("stable for all who could leave it in", Told(bound, "right")[0], StringComparison.Ordinal);
    }

    private static string[] Told(Truce truce, params string[] others)
    {
        var situation = truce.Situation();
        var evaluation = Evaluator.Evaluate(
            situation with { Stakeholders = [.. situation.Stakeholders.Select(s => others.Contains(s.Id) ? s with { Role = StakeholderRole.Influencer } : s)] },
            truce.Scenario(),
            new EvaluationSettings(),
            TestContext.Current.CancellationToken);
        return [.. evaluation.Narration!.Verdicts.Single(v => v.Verdict == Analysis.Stability).Sentences.Select(sentence => sentence.Text)];
    }
}
