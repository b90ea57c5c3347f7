using CsCheck;
using Parley.Engine.Estimating;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests.Offering;

public sealed class OfferWordingTests
{
    private static readonly TwiceEstimated Share = new(new Estimate(0.6, 0.01), new Estimate(0.6, 0.01));

    [Theory]
    [InlineData("ff", 2, true, "Changed deals were found to which consent is likely enough, the cheapest first.")]
    [InlineData("f", 1, true, "A changed deal was found to which consent is likely enough.")]
    [InlineData(
        "f", 3, true, "A changed deal was found to which consent is likely enough; more were asked for, and no other was found that is far enough apart from it.")]
    [InlineData(
        "ff", 5, false,
        "Changed deals were found to which consent is likely enough, the cheapest first; more were asked for, and the search was cut short before it came upon another.")]
    [InlineData("d", 1, true, "A changed deal was found to which consent is likely enough. Fresh draws leave it in doubt.")]
    [InlineData("dd", 2, true, "Changed deals were found to which consent is likely enough, the cheapest first. Fresh draws leave both in doubt.")]
    [InlineData("ddf", 3, true, "Changed deals were found to which consent is likely enough, the cheapest first. Fresh draws leave some of them in doubt.")]
    [InlineData("dff", 3, true, "Changed deals were found to which consent is likely enough, the cheapest first. Fresh draws leave one of them in doubt.")]
    [InlineData("ddd", 3, true, "Changed deals were found to which consent is likely enough, the cheapest first. Fresh draws leave all of them in doubt.")]
    public void What_was_found_is_told_beside_what_was_asked_for_and_what_fresh_draws_say(string offers, int asked, bool converged, string text) =>
        Assert.Equal(text, OfferWording.Found([.. offers.Select((each, place) => Offer(1, each == 'd') with { Cost = 10 + place })], asked, converged, false));

    [Theory]
    [InlineData(false, "Nothing needs to change: consent is likely enough as it is.")]
    [InlineData(true, "Nothing needs to change on the draws of the search, but only just: fresh draws leave consent in doubt.")]
    public void A_deal_that_needs_no_change_is_no_surer_than_fresh_draws_say(bool fragile, string text) =>
        Assert.Equal(text, OfferWording.Found([Offer(0, fragile)], 3, true, false));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1e-12, false)]
    [InlineData(1, true)]
    public void The_cheapest_is_said_to_come_first_only_where_costs_differ(double more, bool isSaid) => Assert.Equal(
        isSaid, OfferWording.Found([Offer(1, false), Offer(1, false) with { Cost = 10 + more }], 2, true, false).EndsWith(", the cheapest first.", StringComparison.Ordinal));

    [Theory]
    [InlineData(OfferConstraint.Each, 1, false)]
    [InlineData(OfferConstraint.Each, 2, true)]
    [InlineData(OfferConstraint.Jointly, 2, false)]
    public void Each_by_itself_is_said_only_of_several_who_were_asked_one_by_one(OfferConstraint constraint, int vetoes, bool each)
    {
        var acceptance = Acceptance([.. Enumerable.Repeat(StakeholderRole.Veto, vetoes), StakeholderRole.Affected]);
        Assert.Equal(each, OfferWording.IsEach(constraint, acceptance));
        var offer = Offer(1, false) with { Acceptance = acceptance };
        Assert.Equal(each, Told(offer, constraint).Contains("each who must sign, taken by itself, would do so as often as was asked for (about 60 %)", StringComparison.Ordinal));
        Assert.Equal(each, Told(offer with { Kind = OfferKind.GiveWay, Giver = "s0", SetAside = [Line("s0", "Stakeholder 0", "tax")] }, constraint).Contains("from each by itself", StringComparison.Ordinal));
        Assert.Equal(each, OfferWording.Found([offer], 1, true, each).Contains("from each by itself", StringComparison.Ordinal));
        Assert.Equal(vetoes > 1, Told(offer, constraint).Contains("all who must sign would do so together", StringComparison.Ordinal));
    }

    /// <summary>Less is below what a scale can tell; on the edge whatever the last digits.</summary>
    [Fact]
    public void A_move_of_less_than_half_a_point_is_counted_and_not_told() => Assert.All(new[] { -1e-12, 0, 1e-12 }, digits =>
    {
        var offer = Offer(3, false);
        OfferMove[] moves = [offer.Moves[0], offer.Moves[1] with { To = 40.5 + digits }, offer.Moves[2] with { To = 39.51 }];
        Assert.StartsWith(
            "Move “Issue 0” from 40 to 50; “Issue 1” from 40.0 to 40.5 and one term by less than half a point: who must sign would do so",
            Told(offer with { Moves = moves }, OfferConstraint.Each),
            StringComparison.Ordinal);
        Assert.Equal("“Issue 2” goes less than half a point further: nobody's gain or loss to speak of.", OfferWording.Move(Build.Issue("scale"), moves[2]));
    });

    /// <summary>On the edge of what a worded point of the scale still names, and of what is called the middle between two.</summary>
    [Theory]
    [InlineData(2.5, "least")]
    [InlineData(97.5, "most")]
    [InlineData(40, "the middle between “least” and “most”")]
    [InlineData(60, "the middle between “least” and “most”")]
    public void A_value_on_an_edge_is_called_the_same_whatever_its_last_digits(double value, string words) => Assert.All(
        new[] { -1e-12, 0, 1e-12 }, digits => Assert.Equal(words, OfferWording.Value(Build.Issue("scale"), value + digits)));

    [Fact]
    public void A_place_closer_to_one_of_two_ends_with_a_comma_where_the_sentence_goes_on()
    {
        Assert.Equal("“a” goes from a place between “least” and “most”, closer to the former, to “most”: nobody's gain or loss to speak of.", Moved(30, 100));
        Assert.Equal("“a” goes from a place between “least” and “most”, closer to the latter, towards “least”: nobody's gain or loss to speak of.", Moved(80, 50));
        Assert.Equal("“a” goes from “least” to “most”: nobody's gain or loss to speak of.", Moved(0, 100));
        Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100]).Sample(
            (from, to) => Assert.DoesNotMatch("(former|latter) (to|towards) ", Moved(from, to)), iter: 200);

        static string Moved(double from, double to)
        {
            var issue = Build.Issue("a") with { Anchors = [new Anchor(0, "least"), new Anchor(100, "most")] };
            return OfferWording.Move(issue, new OfferMove("a", "a", from, to, OfferWording.Value(issue, from), OfferWording.Value(issue, to), 10, null, null, ""));
        }
    }

    [Fact]
    public void A_probability_that_just_suffices_on_fresh_draws_is_not_fragile_by_its_last_digits() => Assert.All(new[] { -1e-12, 0, 1e-12 }, digits =>
    {
        var share = new TwiceEstimated(new Estimate(0.6, 0), new Estimate(0.6 + digits, 0));
        Assert.False(OfferVerdicts.IsFragile(OfferConstraint.Jointly, 0.6, new OfferAcceptance(share, [])));
        Assert.True(OfferVerdicts.IsFragile(OfferConstraint.Jointly, 0.601, new OfferAcceptance(share, [])));
    });

    /// <summary>Equals keep the order of the situation.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1e-12)]
    public void Of_equals_the_first_is_named_whatever_the_last_digits(double digits)
    {
        ImpactChange[] changes = [new("one", "One", new Estimate(2, 0)), new("two", "Two", new Estimate(2 + digits, 0)), new("three", "Three", new Estimate(-2, 0)), new("four", "Four", new Estimate(-2 - digits, 0))];
        Assert.Equal(("one", "three"), (OfferVerdicts.Pleased(changes)!.Stakeholder, OfferVerdicts.Hurt(changes)!.Stakeholder));
        OfferMove[] moves = [.. Offer(2, false).Moves.Select((move, k) => move with { Cost = 10 + (k * digits) })];
        Assert.Equal(["issue-0", "issue-1"], OfferVerdicts.InOrder(moves).Select(move => move.Issue));
    }

    [Fact]
    public void A_twentieth_of_a_point_is_worth_a_word_whatever_its_last_digits_and_less_is_not()
    {
        static ImpactChange[] Changes(double points) => [new ImpactChange("one", "One", new Estimate(points, 0))];
        Assert.NotNull(OfferVerdicts.Pleased(Changes(0.05 - 1e-12)));
        Assert.NotNull(OfferVerdicts.Hurt(Changes(-0.05 + 1e-12)));
        Assert.Null(OfferVerdicts.Pleased(Changes(0.0499)));
        Assert.Null(OfferVerdicts.Hurt(Changes(-0.0499)));
        Assert.Null(OfferVerdicts.Pleased([]));
    }

    private static string Told(Offer offer, OfferConstraint constraint) => OfferWording.Offer(offer, constraint, 0.6, "/counterOffers/offers/0").Text;

    [Fact]
    public void Giving_way_says_whose_red_lines_are_set_aside_and_on_what()
    {
        var offer = Offer(1, false) with { Kind = OfferKind.GiveWay, Giver = "s0" };
        Assert.Equal("if the red line of Stakeholder 0 on “tax” is set aside, and not otherwise.", If(Line("s0", "Stakeholder 0", "tax")));
        Assert.Equal(
            "if the red lines of Stakeholder 0 on “tax” and “toll” are set aside (and that of House, without whose consent Stakeholder 0 would not sign, on “tax”), and not otherwise.",
            If(Line("s0", "Stakeholder 0", "tax"), Line("s0", "Stakeholder 0", "toll"), Line("house", "House", "tax")));
        Assert.Equal(
            "if the red lines of Stakeholder 0 on “tax” and “toll” are set aside (and those of House, without whose consent Stakeholder 0 would not sign, on the same), and not otherwise.",
            If(Line("s0", "Stakeholder 0", "tax"), Line("s0", "Stakeholder 0", "toll"), Line("house", "House", "toll"), Line("house", "House", "tax")));
        Assert.Equal(
            "if the red line of House, without whose consent Stakeholder 0 would not sign, on “tax” is set aside, and not otherwise.", If(Line("house", "House", "tax")));

        string If(params ClashMember[] lines)
        {
            var text = Told(offer with { SetAside = lines }, OfferConstraint.Each);
            return text[text.IndexOf("if ", StringComparison.Ordinal)..];
        }
    }

    private static ClashMember Line(string stakeholder, string name, string issue) => new(stakeholder, name, issue, issue, RedLineSide.AtLeast, 50);

    private static Offer Offer(int moves, bool fragile) => new(
        OfferKind.Consent,
        10,
        0,
        true,
        fragile,
        [.. Enumerable.Range(0, moves).Select(k => new OfferMove($"issue-{k}", $"Issue {k}", 40, 50, "low", "high", 10, null, null, ""))],
        Acceptance(StakeholderRole.Veto),
        new Estimate(1, 0.1),
        [],
        [],
        null,
        null,
        "");

    private static OfferAcceptance Acceptance(params StakeholderRole[] roles) =>
        new(Share, [.. roles.Select((role, i) => new ConsentProbability($"s{i}", $"Stakeholder {i}", role, Share))]);
}
