using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Offering.Deals;

namespace Parley.Engine.Tests.Offering;

/// <summary>What a certificate says: there is no cheaper exchange beside an offer.</summary>
public sealed class CheaperOfferTests
{
    private const double HalfPoint = 0.5;

    /// <summary>Costs of moving 1 and 1, 1 and 2, 1 and 3: one move has to give more for the other to be told, and would be left a trifle.</summary>
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 1.3)]
    [InlineData(3, 2.0)]
    [InlineData(3, 4.0)]
    public void An_exchange_that_would_leave_a_trifle_takes_all_of_it(int cost, double moved)
    {
        // What b gains by a point is worth four times what it costs more than a.
        var situation = Build.Situation(
            [Issue("a"), Issue("b") with { CostOfMoving = Point(cost) }],
            [Stakeholder("one", Wants("a", 100, 10), Wants("b", 100, 40 * cost)) with { Margin = Point((moved * 10 / (10 + (40 * cost))) - 1e-6) }]);
        var (problem, search, box) = Search(situation, Ask(Scenario(("a", Point(50)), ("b", Point(50)))));
        var at = search.Try([50 + moved, 50]);
        Assert.True(at.IsFeasible);

        var cheaper = new CheaperOffers(search).Beside(at, box)!;
        Assert.True(cheaper.IsFeasible && cheaper.Cost < at.Cost);
        Assert.All(cheaper.Terms, (term, k) => Assert.False(problem.Terms[k].IsTrifle(term)));
    }

    [Fact]
    public void Beside_an_offer_that_is_certified_no_exchange_is_cheaper()
    {
        var (certified, exchanges) = (0, 0);
        for (var seed = 1; seed <= 12; seed++)
        {
            // Costs of moving are 1, 2 and 3 in some order.
            var (situation, terms) = RandomBargain.Make(seed, 3);
            situation = situation with { Issues = [.. situation.Issues.Select((issue, k) => issue with { CostOfMoving = Point(1 + ((seed + k) % 3)) })] };
            var scenario = Ask(Scenario(terms), CounterOfferRequest.Default with { Offers = 1 });
            var (problem, search, box) = Search(situation, scenario);
            foreach (var offer in Evaluate(situation, scenario).CounterOffers!.Offers.Where(offer => offer.Certified))
            {
                certified++;
                double[] at = [.. problem.Terms.Select(term => offer.Moves.FirstOrDefault(move => move.Issue == problem.Model.Issues[term.Issue].Id)?.To ?? term.Start)];
                foreach (var other in Exchanges(problem, at).Where(other => other.All(term => term is >= 0 and <= 100)))
                {
                    exchanges++;
                    Assert.False(search.Try(other).IsFeasible, $"seed {seed}: {string.Join(' ', at)} and {string.Join(' ', other)}");
                }
            }
        }

        Assert.True(certified > 3 && exchanges > 20, $"{certified} and {exchanges}");
    }

    /// <summary>
    /// By definition: a move gives up half a point or more, another goes away for nine tenths of what that saves, and of all ways to do so
    /// that leave no trifle the least is taken.
    /// </summary>
    private static IEnumerable<double[]> Exchanges(OfferProblem problem, double[] at)
    {
        for (var j = 0; j < at.Length; j++)
        {
            var (start, cost) = (problem.Terms[j].Start, problem.Terms[j].Cost);
            var way = Math.Abs(at[j] - start);
            if (way == 0)
            {
                continue;
            }

            double Left(double given) => start + (Math.Sign(at[j] - start) * (way - given));
            yield return With(at, (j, Left(way < 2 * HalfPoint ? way : HalfPoint)));
            foreach (var k in Enumerable.Range(0, at.Length).Where(k => k != j))
            {
                var moved = at[k] - problem.Terms[k].Start;
                var rate = 0.9 * cost / problem.Terms[k].Cost;
                double[] ways = [HalfPoint, (HalfPoint - Math.Abs(moved)) / rate, way];
                var enough = ways.Where(given => given >= HalfPoint - 1e-9 || given == way)
                    .Where(given => given <= way && (given == way || way - given >= HalfPoint - 1e-9) && Math.Abs(moved) + (given * rate) >= HalfPoint - 1e-9)
                    .Order().Take(1);
                foreach (var given in enough)
                {
                    foreach (var direction in moved == 0 ? [1, -1] : new[] { Math.Sign(moved) })
                    {
                        yield return With(at, (j, given == way ? start : Left(given)), (k, at[k] + (direction * given * rate)));
                    }
                }
            }
        }
    }

    private static double[] With(double[] at, params ReadOnlySpan<(int Term, double Value)> changes)
    {
        double[] terms = [.. at];
        foreach (var (term, value) in changes)
        {
            terms[term] = value;
        }

        return terms;
    }
}
