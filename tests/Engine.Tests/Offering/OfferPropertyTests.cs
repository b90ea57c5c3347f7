using CsCheck;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using static Parley.Engine.Tests.Build;
using static Parley.Engine.Tests.Offering.Deals;

namespace Parley.Engine.Tests.Offering;

/// <summary>What holds of every offer.</summary>
public sealed class OfferPropertyTests
{
    /// <summary>
    /// What an offer may cost beyond the best point of the grid: a tenth of a point on each of two issues whose cost is at most
    /// 3, and 2 % since consent is a rank among 1,000 draws, whose local optima lie about so far apart.
    /// </summary>
    private const double Regret = 0.6;

    private const double RelativeRegret = 0.02;

    /// <summary>There are many ways to be apart, and not all are searched.</summary>
    private const double LaterRegret = 0.1;

    [Theory]
    [InlineData(OfferConstraint.Each, 2, 4)]
    [InlineData(OfferConstraint.Jointly, 2, 4)]
    [InlineData(OfferConstraint.Each, 3, 10)]
    [InlineData(OfferConstraint.Jointly, 3, 10)]
    public void No_point_of_a_grid_is_cheaper_and_none_agreeable_where_no_offer_is_found(OfferConstraint constraint, int issues, double step) => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, terms) = RandomBargain.Make(seed, issues);
            var scenario = Ask(Scenario(terms), CounterOfferRequest.Default with { Constraint = constraint });
            var report = Evaluate(situation, scenario).CounterOffers!;
            var grid = new GridOracle(situation, scenario, step);
            var best = grid.LeastCost;
            if (report.Offers.Count == 0)
            {
                Assert.Equal(double.PositiveInfinity, best);
                return;
            }

            Assert.True(report.Offers[0].Cost <= (best * (1 + RelativeRegret)) + Regret, $"{report.Offers[0].Cost} and the grid {best}");
            Assert.True(report.Offers[0].Cost >= report.Offers[0].LeastCost - 1e-9);
        },
        iter: issues == 2 ? 12 : 4,
        threads: 1);

    /// <summary>Regret of the offers after the first, and that there are as many as were asked for where that many can be.</summary>
    [Theory]
    [InlineData(OfferConstraint.Each, 2, 4)]
    [InlineData(OfferConstraint.Jointly, 2, 4)]
    [InlineData(OfferConstraint.Each, 3, 10)]
    [InlineData(OfferConstraint.Jointly, 3, 10)]
    public void No_point_of_a_grid_that_is_apart_from_the_offers_before_is_cheaper_than_the_next(OfferConstraint constraint, int issues, double step)
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var (situation, terms) = RandomBargain.Make(seed, issues);
            var request = CounterOfferRequest.Default with { Constraint = constraint };
            var scenario = Ask(Scenario(terms), request);
            var offers = Evaluate(situation, scenario).CounterOffers!.Offers;
            if (offers.Count == 0 || offers[0].Moves.Count == 0)
                continue;
            var grid = new GridOracle(situation, scenario, step);
            for (var n = 1; n <= offers.Count && n < request.Offers; n++)
            {
                var best = grid.LeastCostApartFrom(offers.Take(n));
                var next = n < offers.Count ? offers[n].Cost : double.PositiveInfinity;
                Assert.True(next <= (best * (1 + LaterRegret)) + Regret, $"{seed}: offer {n} of {offers.Count} costs {next}, the grid's {best}");
            }
        }
    }

    [Fact]
    public void Every_offer_keeps_its_limits_has_consent_as_reported_and_differs_from_the_others() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, terms) = RandomBargain.Make(seed, 3);
            var random = new Random(seed);
            var request = new CounterOfferRequest(
                0.3 + (0.4 * random.NextDouble()),
                (OfferConstraint)random.Next(2),
                random.Next(1, 6),
                [new TermLimit("issue-0", true), new TermLimit("issue-1", false, 20 * random.NextDouble(), 60 + (40 * random.NextDouble()))]);
            var scenario = Ask(Scenario(terms), request);
            var report = Evaluate(situation, scenario).CounterOffers!;
            var problem = new OfferProblem(situation, scenario);
            var draws = new FixedDraws(problem, TestContext.Current.CancellationToken);
            Assert.True(report.Offers.Count <= request.Offers);
            Assert.Equal(report.Offers.OrderBy(offer => offer.Cost), report.Offers);
            foreach (var offer in report.Offers.Concat(report.Clash?.Nearest ?? []))
            {
                Assert.DoesNotContain("issue-0", offer.Moves.Select(move => move.Issue));
                Assert.All(offer.Moves, move => Assert.InRange(move.To, move.Issue == "issue-1" ? request.Limits[1].AtLeast : 0, move.Issue == "issue-1" ? request.Limits[1].AtMost : 100));
                draws.Set([.. problem.Terms.Select(term => offer.Moves.FirstOrDefault(m => m.Issue == problem.Model.Issues[term.Issue].Id)?.To ?? term.Start)]);
                Assert.All(offer.Acceptance.Stakeholders, (signs, place) => Assert.Equal(
                    Share(draws, problem.ConditionsOf(problem.Needed[place])), signs.Probability.Fixed.Value, 1e-9));
                Assert.Equal(Share(draws, [.. Enumerable.Range(0, problem.Conditions.Count)]), offer.Acceptance.Joint.Fixed.Value, 1e-9);
            }

            Assert.All(report.Offers, offer => Assert.True(request.Constraint == OfferConstraint.Jointly
                ? offer.Acceptance.Joint.Fixed.Value >= request.Confidence - 1e-9
                : offer.Acceptance.Stakeholders.All(s => s.Probability.Fixed.Value >= request.Confidence - 1e-9)));
            double At(Offer offer, string issue, double start) => offer.Moves.FirstOrDefault(m => m.Issue == issue)?.To ?? start;
            for (var i = 0; i < report.Offers.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    Assert.True(report.Terms.Sum(t => Math.Abs(At(report.Offers[i], t.Issue, t.Start) - At(report.Offers[j], t.Issue, t.Start))) / 100 >= 0.15 - 1e-9);
                }
            }
        },
        iter: 12,
        threads: 1);

    [Fact]
    public void A_move_that_no_scale_can_tell_is_needed_for_consent_or_to_be_apart() => Gen.Int.Positive.Sample(
        seed =>
        {
            var (situation, terms) = RandomBargain.Make(seed, 4);
            var request = new CounterOfferRequest(0.5, (OfferConstraint)(seed % 2), 3, []);
            var scenario = Ask(Scenario(terms), request);
            var report = Evaluate(situation, scenario).CounterOffers!;
            var problem = new OfferProblem(situation, scenario);
            var draws = new FixedDraws(problem, TestContext.Current.CancellationToken);
            var everything = Enumerable.Range(0, problem.Conditions.Count).ToHashSet();
            var consent = new Consent(problem, everything, Consent.DrawsFor(request.Confidence), request.Constraint == OfferConstraint.Jointly);
            foreach (var (offer, move) in report.Offers.Where(_ => report.Search!.Converged).SelectMany(offer => offer.Moves.Select(move => (offer, move))))
            {
                double[] without = [.. Terms(problem, offer, except: move.Issue)];
                draws.Set(without);
                Assert.False(
                    Math.Abs(move.To - move.From) < 0.5
                    && report.Offers.Where(other => other != offer).All(other => OfferVariety.Distance(Terms(problem, other), without) >= OfferVariety.Apart)
                    && consent.IsMetBy(draws));
            }
        },
        iter: 12,
        threads: 1);

    /// <summary>The second asks for 20 points of b; what the first then still lacks is got cheapest by 0.3 points of a, and nearly as cheaply by b.</summary>
    [Fact]
    public void A_move_that_no_scale_can_tell_is_put_back_where_another_makes_up_for_it()
    {
        const double lacking = (0.3 * 55) + (20 * 50);
        var situation = Build.Situation(
            [Issue("a"), Issue("b")],
            [
                Stakeholder("first", Wants("a", 100, 55), Wants("b", 100, 50)) with { Margin = Point((lacking / 105) - 1e-6) },
                Stakeholder("second", Wants("b", 100)) with { Margin = Point(20 - 1e-6) },
            ],
            noDeal: [Outcome("nothing", Point(1), ("a", Point(0)), ("b", Point(0)))]);
        var scenario = Ask(Scenario(("a", Point(0)), ("b", Point(0))));
        var (problem, search, box) = Search(situation, scenario);
        var plain = search.Improve(search.Try(problem.Start()), box);
        Assert.True(plain.IsFeasible && problem.Terms[0].IsTrifle(plain.Terms[0]), string.Join(' ', plain.Terms));

        var offer = Evaluate(situation, scenario).CounterOffers!.Offers[0];
        Assert.Equal("b", Assert.Single(offer.Moves).Issue);
        Assert.InRange(offer.Cost, plain.Cost - 0.01, plain.Cost * 1.01);
    }

    /// <summary>Two bargains that have nothing to do with each other: what each small move costs to be made up for is 0.7 % of the whole.</summary>
    [Fact]
    public void Moves_that_are_put_back_cost_one_per_cent_in_all_at_most()
    {
        const double lacking = ((0.1 * 100) + (20 * 26)) / (100 + 26);
        Situations.Stakeholder Both(string id, string small, string large) =>
            Stakeholder(id, Wants(small, 100, 100), Wants(large, 100, 26)) with { Margin = Point(lacking - 1e-6) };
        var situation = Build.Situation(
            [Issue("a"), Issue("b"), Issue("c"), Issue("d")],
            [
                Both("first", "a", "b"),
                Stakeholder("second", Wants("b", 100)) with { Margin = Point(20 - 1e-6) },
                Both("third", "c", "d"),
                Stakeholder("fourth", Wants("d", 100)) with { Margin = Point(20 - 1e-6) },
            ],
            noDeal: [Outcome("nothing", Point(1), ("a", Point(0)), ("b", Point(0)), ("c", Point(0)), ("d", Point(0)))]);
        var scenario = Ask(Scenario(("a", Point(0)), ("b", Point(0)), ("c", Point(0)), ("d", Point(0))));
        var (problem, search, box) = Search(situation, scenario);
        var plain = search.Improve(search.Try(problem.Start()), box);
        Assert.True(plain.IsFeasible && problem.Terms[0].IsTrifle(plain.Terms[0]) && problem.Terms[2].IsTrifle(plain.Terms[2]), string.Join(' ', plain.Terms));

        var offer = Evaluate(situation, scenario).CounterOffers!.Offers[0];

        Assert.True(offer.Moves.Count == 3, $"{string.Join(", ", offer.Moves.Select(m => $"{m.Issue} {m.To:R}"))} for {offer.Cost:R}, plain {string.Join(' ', plain.Terms)} for {plain.Cost:R}");
        Assert.Single(offer.Moves, move => Math.Abs(move.To - move.From) < 0.5);
        Assert.InRange(offer.Cost, plain.Cost * 1.005, plain.Cost * 1.01);
    }

    [Fact]
    public void A_move_of_the_likeliest_consent_that_no_scale_can_tell_is_needed_for_it()
    {
        var likeliest = 0;
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var (situation, terms) = RandomBargain.Make(seed, 3);
            var scenario = Ask(Scenario(terms), new CounterOfferRequest(0.95, OfferConstraint.Jointly, 1, []));
            var report = Evaluate(situation, scenario).CounterOffers!;
            var problem = new OfferProblem(situation, scenario);
            var draws = new FixedDraws(problem, TestContext.Current.CancellationToken);
            foreach (var offer in (report.Clash?.Nearest ?? []).Where(offer => offer.Kind == OfferKind.MostAccepted && report.Search!.Converged))
            {
                likeliest++;
                foreach (var move in offer.Moves.Where(move => Math.Abs(move.To - move.From) < 0.5))
                {
                    draws.Set(Terms(problem, offer, except: move.Issue));
                    Assert.True(Share(draws, [.. Enumerable.Range(0, problem.Conditions.Count)]) < offer.Acceptance.Joint.Fixed.Value - 1e-9, $"{move.Issue} of {seed}");
                }
            }
        }

        Assert.InRange(likeliest, 5, 40);
    }

    [Fact]
    public void A_move_that_no_scale_can_tell_stays_where_a_red_line_asks_for_it_and_is_counted()
    {
        var situation = Build.Situation(
            [Issue("a"), Issue("b")],
            [Stakeholder("one", Wants("a", 100, line: AtLeast(50.3)), Wants("b", 100, line: AtLeast(60)))]);
        var offer = Offers(situation, Scenario(("a", Point(50)), ("b", Point(50)))).Offers[0];
        Assert.InRange(Moved(offer, "a"), 50.3, 50.4);
        Assert.StartsWith("Move “b” from 50 to 60 and one term by less than half a point: ", offer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "A move by less than half a point is below what a scale can tell: the search takes it back where it finds an offer without it that serves as well, and sentences only say that some are left.",
            Offers(situation, Scenario(("a", Point(50)), ("b", Point(50)))).Notes);
    }

    [Fact]
    public void The_same_bytes_come_again_and_on_two_threads()
    {
        var situation = ReferenceSize.Situation();
        var scenario = Ask(ReferenceSize.Scenario(draws: 200) with { Analyses = [Analysis.Impacts] }) with { Analyses = [Analysis.Impacts, Analysis.CounterOffers] };
        var first = Json.Of(Evaluate(situation, scenario));
        Assert.Equal(first, Json.Of(Evaluate(situation, scenario)));
        Assert.Equal(first, Json.Of(Evaluate(situation, scenario, threads: 2)));
    }

    private static double[] Terms(OfferProblem problem, Offer offer, string? except = null) => [.. problem.Terms.Select(term =>
        offer.Moves.FirstOrDefault(move => move.Issue == problem.Model.Issues[term.Issue].Id && move.Issue != except)?.To ?? term.Start)];

    private static double Share(FixedDraws draws, int[] conditions) =>
        Enumerable.Range(0, FixedDraws.Count).Count(d => conditions.All(c => draws.Slack(c)[d] >= 0)) / (double)FixedDraws.Count;
}
