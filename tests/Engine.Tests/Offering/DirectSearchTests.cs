using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Offering.Deals;

namespace Parley.Engine.Tests.Offering;

/// <summary>Consent of three at once can be a ridge across two issues, which nobody climbs who moves one of them at a time.</summary>
public sealed class DirectSearchTests
{
    private const int Ridge = 8_922_565;

    private static readonly CounterOfferRequest Jointly = CounterOfferRequest.Default with { Constraint = OfferConstraint.Jointly };

    [Fact]
    public void Where_slopes_end_short_of_consent_it_finds_what_leads_there()
    {
        var (situation, terms) = RandomBargain.Make(Ridge, 2);
        var (problem, search, box) = Search(situation, Ask(Scenario(terms), Jointly));
        var end = search.Improve(search.Try(box.Nearest(problem.Start())), box);
        Assert.False(end.IsFeasible);
        Assert.True(new DirectSearch(search, box).Climb(end).IsFeasible);
    }

    [Fact]
    public void It_stays_in_its_box_and_never_ends_farther_from_consent()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var (situation, terms) = RandomBargain.Make(seed, 3);
            var (problem, search, whole) = Search(situation, Ask(Scenario(terms), Jointly));
            // One term stands still, and another has little room.
            var box = whole.With(0, problem.Terms[0].Start, problem.Terms[0].Start).With(1, problem.Terms[1].Start - 1, problem.Terms[1].Start + 1);
            if (box.IsEmpty)
                continue;
            var from = search.Try(box.Nearest(problem.Start()));
            var end = new DirectSearch(search, box).Climb(from);
            Assert.Equal(box.Nearest(end.Terms), end.Terms);
            Assert.True(end.IsFeasible || end.Worst >= from.Worst);
            Assert.True(from.IsFeasible ? end == from : true);
        }
    }

    [Fact]
    public void Where_nothing_may_move_there_is_nothing_to_try()
    {
        var (situation, terms) = RandomBargain.Make(Ridge, 2);
        var (problem, search, _) = Search(situation, Ask(Scenario(terms), Jointly));
        var at = search.Try(problem.Start());
        Assert.False(at.IsFeasible);
        var before = search.Trial.Draws.Evaluations;
        Assert.Same(at, new DirectSearch(search, new TermBox(problem.Start(), problem.Start())).Climb(at));
        Assert.Equal(before, search.Trial.Draws.Evaluations);
    }

    [Fact]
    public void Such_a_bargain_has_an_offer()
    {
        var (situation, terms) = RandomBargain.Make(Ridge, 2);
        var scenario = Ask(Scenario(terms), Jointly);
        var offer = Offers(situation, scenario, Jointly).Offers[0];
        Assert.InRange(offer.Cost, 0, (new GridOracle(situation, scenario, 2).LeastCost * 1.02) + 0.6);
    }
}
