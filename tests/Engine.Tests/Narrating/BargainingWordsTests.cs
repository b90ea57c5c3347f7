using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Narrating;

/// <summary>What is told of who blocks, and what it rests on.</summary>
public sealed class BargainingWordsTests
{
    private static readonly Stakeholder Taker = Stakeholder("taker", Preference("first", Point(100), Point(50))) with { Source = "claim:taker" };

    private static readonly string[] Issues = ["first", "second"];
    private static readonly string[] Claims = ["taker", "giver", "holder", "ratifier", "held", "above", "below", "today", "otherwise"];

    [Fact]
    public void Where_nobody_can_refuse_that_alone_is_told_and_it_rests_on_no_baseline()
    {
        var told = Told([Taker with { Role = StakeholderRole.Influencer }]);
        Assert.Equal("Nobody can stop a deal, so there is no disagreement to bargain over.", told[0].Text);
        Assert.Empty(told[0].Citations);
    }

    [Fact]
    public void A_red_line_that_forbids_the_status_quo_of_what_is_not_negotiable_is_cited_with_the_status_quo()
    {
        var told = Told([Lined("holder", "claim:held", AtLeast(80))], negotiable: issue => issue != "second");
        Assert.Equal("At the most likely values there are none. The red line of holder on “second” forbids the status quo, and that issue is not negotiable.", told[1].Text);
        Assert.Equal(["claim:held", "claim:today"], told[1].Citations.Order());
    }

    [Fact]
    public void Red_lines_that_clash_are_cited_also_of_one_who_ratifies_without_a_seat_of_its_own()
    {
        var ratifier = Lined("ratifier", "claim:below", AtMost(20)) with { Role = StakeholderRole.Affected };
        var told = Told([Lined("holder", "claim:above", AtLeast(80)) with { RatifiedBy = ["ratifier"] }, ratifier]);
        Assert.Equal("At the most likely values there are none. The red lines of holder and ratifier on “second” do not meet.", told[1].Text);
        Assert.Equal(["claim:above", "claim:below"], told[1].Citations.Order());
    }

    [Fact]
    public void A_clash_over_value_rests_on_those_two_and_on_no_deal()
    {
        var giver = Stakeholder("giver", Preference("first", Point(0), Point(50))) with { Source = "claim:giver", Margin = Point(10) };
        var told = Told([Taker with { Margin = Point(10) }, giver]);
        Assert.Equal("At the most likely values there are none. No terms are worth more than no deal to both taker and giver.", told[1].Text);
        Assert.Equal(["claim:giver", "claim:otherwise", "claim:taker"], told[1].Citations.Order());
    }

    /// <summary>Where values are curved, a search that finds nothing proves nothing.</summary>
    [Fact]
    public void What_only_a_search_did_not_find_is_not_said_not_to_be_there()
    {
        Stakeholder Curved(string id, double ideal) => Stakeholder(id, Preference("first", Point(ideal), Point(50), Point(0.5))) with { Margin = Point(10) };
        var told = Told([Curved("taker", 100), Curved("giver", 0)]);
        Assert.StartsWith("At the most likely values none are found. ", told[1].Text, StringComparison.Ordinal);
        Assert.EndsWith(", as far as the search can tell.", told[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_within_all_red_lines_rest_on_the_red_lines_of_all_whose_consent_is_needed_wherever_they_stand()
    {
        var told = Told([Lined("holder", "claim:above", AtLeast(1)), Taker with { Role = StakeholderRole.Influencer }]);
        Assert.StartsWith("Terms within all red lines ", told[0].Text, StringComparison.Ordinal);
        Assert.Equal(["claim:above", "claim:holder", "claim:otherwise"], told[0].Citations.Order());
    }

    private static Stakeholder Lined(string id, string source, RedLine line) => Stakeholder(
        id,
        Preference("first", Point(100), Point(50)),
        Preference("second", Point(50), Point(10), redLine: line with { Source = source })) with
    { Source = $"claim:{id}" };

    private static IReadOnlyList<Sentence> Told(Stakeholder[] stakeholders, Func<string, bool>? negotiable = null)
    {
        var made = Situation(
            [.. Issues.Select(id => Issue(id) with { Negotiable = negotiable?.Invoke(id) ?? true })], stakeholders);
        var situation = made with
        {
            Baselines = new Baselines(made.Baselines.StatusQuo with { Source = "claim:today" }, made.Baselines.NoDeal with { Source = "claim:otherwise" }),
            Sources = [.. Claims.Select(id => new SourceNote($"claim:{id}", "made up", null, null, "judgement"))],
        };
        return Evaluate(situation, Scenario() with { Analyses = [Analysis.Bargaining] }).Narration!.Verdicts.Single(v => v.Verdict == Analysis.Bargaining).Sentences;
    }
}
