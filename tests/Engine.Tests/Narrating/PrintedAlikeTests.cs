using System.Globalization;
using CsCheck;
using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;
using static Parley.Engine.Tests.Build;

namespace Parley.Engine.Tests.Narrating;

/// <summary>Numbers that are printed alike are not told as different: no change from one to the other, and no order among them.</summary>
public sealed class PrintedAlikeTests
{
    private static readonly Situation Sides = Situation(
        [Issue("tax")], [Stakeholder("ours", Preference("tax", Point(80), Point(1))), Stakeholder("theirs", Preference("tax", Point(20), Point(1)))]) with
    {
        Measures = new Measures(new Subordination(["ours"], ["theirs"], Source), null, []),
    };

    /// <summary>46 % of the scale on an issue of weight 60, and by year 10 what trade adds: 20 · tanh(weight / 2) points at most.</summary>
    [Theory]
    [InlineData(0.08, null)]
    [InlineData(0.2, "With what follows by year 2 it is +28 points on average; by year 10 that rises to +29.")]
    [InlineData(-0.2, "With what follows by year 2 it is +28 points on average; by year 10 that falls to +26.")]
    public void A_later_number_that_is_printed_like_the_earlier_one_is_no_change(double weight, string? told) =>
        Assert.Equal(told, Change(Traded(96, weight)));

    [Fact]
    public void Whatever_rises_or_falls_is_printed_differently() => Gen.Select(Gen.Double[80, 100], Gen.Double[-0.2, 0.2]).Sample(
        (term, weight) =>
        {
            var evaluation = Traded(term, weight);
            var (early, late) = (evaluation.Impacts![0].NoDeal.ShortHorizonMean.Value, evaluation.Impacts[0].NoDeal.Mean.Value);
            var isTold = Whole(early) != Whole(late) && Math.Abs(late - early) >= 0.5 - 1e-9;
            Assert.Equal(isTold, Change(evaluation) is not null);
        },
        iter: 100);

    [Fact]
    public void So_it_is_in_documents_of_every_shape() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
            var told = Evaluate(situation, scenario).Narration!;
            Assert.All(told.Stakeholders!.SelectMany(each => each.Sentences).Concat(told.Verdicts.SelectMany(each => each.Sentences)), Check);
        },
        iter: 100);

    [Theory]
    [InlineData(50.1, "The terms lie about as close to the ideal points of the principals (ours) as to those of the others (theirs): 0.30 of the scale away against 0.30 on average.")]
    [InlineData(51, "The terms lie closer to the ideal points of the principals (ours) than to those of the others (theirs): 0.29 of the scale away against 0.31 on average.")]
    [InlineData(49, "The terms lie farther from the ideal points of the principals (ours) than from those of the others (theirs): 0.31 of the scale away against 0.29 on average.")]
    public void Terms_are_closer_to_one_side_where_the_printed_distances_say_so(double term, string told) =>
        Assert.Contains(told, Told(Evaluate(Sides, Scenario(("tax", Point(term)))), Analysis.Measures));

    [Fact]
    public void The_most_strained_rule_and_the_least_willing_come_first_only_where_there_is_an_order()
    {
        var alike = Tried(Point(50));
        Assert.Contains("How often the terms keep within each rule of law: “low” in all of the draws and “high” in all of the draws; this is no legal opinion.", Told(alike, Analysis.Measures));
        Assert.Contains("One by one: one in all of the draws and two in all of the draws.", Told(alike, Analysis.Acceptance));

        var apart = Tried(Range(20, 50, 90));
        Assert.Contains(Told(apart, Analysis.Measures), text => text.StartsWith("How often the terms keep within each rule of law, the most strained first: “high” about", StringComparison.Ordinal));
        Assert.Contains(Told(apart, Analysis.Acceptance), text => text.StartsWith("One by one, the least willing first: one about", StringComparison.Ordinal));
    }

    /// <summary>Everyone wants all but the same: the methods end within a point of each other.</summary>
    [Fact]
    public void Methods_that_end_at_the_same_printed_place_hardly_differ()
    {
        var situation = Situation([Issue("tax"), Issue("toll")], [Party("one", 60.1), Party("two", 60.3)]);
        var told = Told(Evaluate(situation, Scenario() with { Analyses = [Analysis.Bargaining] }), Analysis.Bargaining);
        Assert.Contains(told, text => text.StartsWith("Where bargaining would end, the methods hardly differ on anything, as on “t", StringComparison.Ordinal));
        Assert.DoesNotContain(told, text => text.StartsWith("They are closest", StringComparison.Ordinal));

        static Stakeholder Party(string id, double ideal) => Stakeholder(id, Preference("tax", Point(ideal), Point(50)), Preference("toll", Point(ideal), Point(50)));
    }

    [Fact]
    public void Where_methods_are_closest_the_same_printed_place_is_said_once()
    {
        var situation = Situation(
            [Issue("tax"), Issue("toll")],
            [
                Stakeholder("one", Preference("tax", Point(100), Point(60)), Preference("toll", Point(70.1), Point(20))),
                Stakeholder("two", Preference("tax", Point(0), Point(20)), Preference("toll", Point(70.2), Point(60))),
            ],
            costs: [new StakeholderCost("one", Point(60)), new StakeholderCost("two", Point(60))]);
        Assert.Contains(
            "They are closest on “toll”: all at 70.", Told(Evaluate(situation, Scenario() with { Analyses = [Analysis.Bargaining] }), Analysis.Bargaining));
    }

    [Theory]
    [InlineData(1, "They are closest on “issue-1”: all at 0.")]
    [InlineData(3, "They agree on “issue-1”, “issue-2” and “issue-3”.")]
    [InlineData(4, "They agree on “issue-1”, “issue-2”, “issue-3” and others.")]
    public void Issues_on_which_all_want_the_same_end_are_told_together(int agreed, string sentence)
    {
        string[] issues = [.. Enumerable.Range(0, agreed + 1).Select(n => $"issue-{n}")];
        Stakeholder Party(string id, double first, double own) =>
            Stakeholder(id, [.. issues.Select((issue, n) => Preference(issue, Point(n == 0 ? first : 0), Point(own)))]);
        var situation = Situation(
            [.. issues.Select(issue => Issue(issue))], [Party("one", 100, 60), Party("two", 0, 20)], costs: [new StakeholderCost("one", Point(60)), new StakeholderCost("two", Point(60))]);
        var told = Told(Evaluate(situation, Scenario() with { Analyses = [Analysis.Bargaining] }), Analysis.Bargaining);
        Assert.True(told.Contains(sentence), string.Join('\n', told));
    }

    private static Evaluation Tried(TriangularRange tax)
    {
        LegalityTest Test(string id, RedLineSide side, double bound) => new(id, id, "tax", side, bound, Source, Source);
        var situation = Situation(
            [Issue("tax")],
            [
                Stakeholder("one", Preference("tax", Point(100), Point(1), redLine: AtLeast(40))) with { Margin = Point(-50) },
                Stakeholder("two", Preference("tax", Point(100), Point(1), redLine: AtLeast(10))) with { Margin = Point(-100) },
            ]);
        return Evaluate(
            situation with { Measures = new Measures(null, null, [Test("low", RedLineSide.AtLeast, 30), Test("high", RedLineSide.AtMost, 60)]) }, Scenario(("tax", tax)));
    }

    private static Evaluation Traded(double term, double weight) => Evaluate(
        Situation(
            [Issue("tax")],
            [Stakeholder("party", Preference("tax", Point(100), Point(60))) with { EffectExposures = [new EffectExposure("trade", Direction.More, Point(40), Source)] }],
            effects: [Effect("trade")],
            links: [Link("slow", new LinkSource.OfIssue("tax"), "trade", Point(weight), delay: 5)]),
        Scenario(("tax", Point(term))));

    private static string? Change(Evaluation evaluation) =>
        evaluation.Narration!.Stakeholders![0].Sentences.Select(sentence => sentence.Text).SingleOrDefault(text => text.StartsWith("With what follows", StringComparison.Ordinal));

    private static string[] Told(Evaluation evaluation, Analysis analysis) =>
        [.. evaluation.Narration!.Verdicts.Single(verdict => verdict.Verdict == analysis).Sentences.Select(sentence => sentence.Text)];

    private static void Check(Sentence sentence)
    {
        if (sentence.Text.StartsWith("With what follows", StringComparison.Ordinal))
        {
            var printed = sentence.Figures.Where(figure => figure.Pointer.StartsWith("/impacts/", StringComparison.Ordinal)).Select(figure => figure.Words).ToArray();
            Assert.Equal(2, printed.Distinct().Count());
        }
        else if (sentence.Text.StartsWith("The terms lie closer", StringComparison.Ordinal) || sentence.Text.StartsWith("The terms lie farther", StringComparison.Ordinal))
        {
            Assert.Equal(2, sentence.Figures.Where(figure => figure.Pointer.EndsWith("Mean/value", StringComparison.Ordinal)).Select(figure => figure.Words).Distinct().Count());
        }
        else if (sentence.Text.Contains("first: ", StringComparison.Ordinal))
        {
            Assert.True(sentence.Figures.Where(figure => !figure.Pointer.EndsWith("/name", StringComparison.Ordinal)).Select(figure => figure.Words).Distinct().Count() > 1, sentence.Text);
        }
    }

    /// <summary>As the model card says of 10 points or more, and here there are no fewer.</summary>
    private static string Whole(double points) => Math.Round(points, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
