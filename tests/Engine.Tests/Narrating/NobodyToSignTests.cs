using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Narrating;

/// <summary>A situation in which nobody can refuse, and red lines that no draw reaches.</summary>
public sealed class NobodyToSignTests
{
    private static readonly Lazy<Narration> Told = new(() => Tell(AtMost(95)));

    private static IEnumerable<Sentence> All(Narration told) => told.Stakeholders!.SelectMany(each => each.Sentences).Concat(told.Verdicts.SelectMany(each => each.Sentences));

    [Fact]
    public void Every_analysis_says_so_once_and_nobody_is_said_to_sign()
    {
        Assert.Equal("Nobody can stop a deal, so there is nobody who has to sign.", Verdict(Analysis.Acceptance).Single().Text);
        Assert.Equal("Nobody can stop a deal, so there is no disagreement to bargain over.", Verdict(Analysis.Bargaining)[0].Text);
        Assert.Equal("The situation has no veto player, so that nobody can refuse a deal.", Verdict(Analysis.CounterOffers).Single().Text);
        Assert.DoesNotContain(All(Told.Value), sentence => sentence.Text.Contains("would sign", StringComparison.Ordinal) || sentence.Text.Contains("would both sign", StringComparison.Ordinal));
    }

    [Fact]
    public void Such_sentences_rest_on_nothing_since_they_use_nothing() => Assert.All(
        new[] { Verdict(Analysis.Acceptance)[0], Verdict(Analysis.Bargaining)[0], Verdict(Analysis.CounterOffers)[0] }, sentence => Assert.Empty(sentence.Citations));

    [Fact]
    public void A_red_line_that_no_draw_reaches_is_neither_told_nor_cited()
    {
        Assert.DoesNotContain(All(Told.Value), sentence => sentence.Text.Contains("red line", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("claim:line", All(Told.Value).SelectMany(sentence => sentence.Citations));
        Assert.StartsWith("It is almost certain that buyer would accept (over 95 %).", Told.Value.Stakeholders![0].Sentences.First(sentence => sentence.Text.Contains("accept", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_line_where_draws_reach_it_is_told_and_cited()
    {
        var crossing = Tell(AtMost(10)).Stakeholders![0].Sentences.Single(sentence => sentence.Text.StartsWith("Red lines crossed", StringComparison.Ordinal));
        Assert.Equal(["claim:line"], crossing.Citations);
    }

    private static IReadOnlyList<Sentence> Verdict(Analysis analysis) => Told.Value.Verdicts.Single(each => each.Verdict == analysis).Sentences;

    private static SourceNote Claim(string id) => new($"claim:{id}", "made up", null, null, "judgement");

    private static Narration Tell(RedLine line)
    {
        var made = Situation(
            [Issue("price")],
            [
                Stakeholder("buyer", Preference("price", Range(50, 60, 70), Range(20, 50, 80), redLine: line with { Source = "claim:line" })) with { Role = StakeholderRole.Influencer, Source = "claim:buyer" },
                Stakeholder("seller", Preference("price", Point(100), Point(50))) with { Role = StakeholderRole.Influencer },
            ],
            costs: [new StakeholderCost("buyer", Point(50)), new StakeholderCost("seller", Point(50))]);
        var situation = made with { Sources = [Claim("line"), Claim("buyer")] };
        return Evaluate(situation, Scenario(("price", Range(20, 40, 90))) with { Analyses = Enum.GetValues<Analysis>() }).Narration!;
    }
}
