using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>
/// Which exchange is made next, held against voting itself: positions are moved, the votes counted again, and everyone's loss read
/// off. No rule of how far to go is in here, only a grid of how far two could.
/// </summary>
public sealed class ExchangeChoiceTests
{
    private const int Steps = 8;

    /// <summary>Rounding of the votes, in salience × points.</summary>
    private const double Rounding = 1e-9;

    [Fact]
    public void No_exchange_that_was_open_all_along_gives_both_more_than_the_one_that_is_made() => Tables.Random.Sample(
        table =>
        {
            var made = EqualGainExchange.Run(table, new double[table.Issues], cancellation: TestContext.Current.CancellationToken);
            var moved = Copy(table);
            var open = Possible(table).ToList();
            foreach (var exchange in made)
            {
                open = Open(table, moved, open);
                Assert.True(open.All(deal => deal.Gain <= exchange.Gain + Rounding), "there is a better one");
                moved.PositionOf(exchange.First)[exchange.FirstGives] = exchange.FirstMovesTo;
                moved.PositionOf(exchange.Second)[exchange.SecondGives] = exchange.SecondMovesTo;
                open.RemoveAll(deal => Moves(deal, exchange.First, exchange.FirstGives) || Moves(deal, exchange.Second, exchange.SecondGives));
            }

            Assert.Empty(Open(table, moved, open));
        },
        iter: Effort.Of(500));

    /// <summary>Else it would find nothing better either.</summary>
    [Fact]
    public void The_grid_finds_nearly_all_that_the_first_exchange_gives()
    {
        var (shares, tables) = (0.0, 0);
        Tables.Random.Sample(
            table =>
            {
                if (EqualGainExchange.Run(table, new double[table.Issues]) is [var first, ..])
                {
                    shares += Open(table, Copy(table), [.. Possible(table)]).Select(deal => deal.Gain).DefaultIfEmpty().Max() / first.Gain;
                    tables++;
                }
            },
            iter: 500, // A mean over fewer would be anything.
            threads: 1);
        Assert.InRange(shares / tables, 0.7, 1);
    }

    private static bool Moves(Deal deal, int actor, int issue) => (deal.First, deal.FirstGives) == (actor, issue) || (deal.Second, deal.SecondGives) == (actor, issue);

    private static IEnumerable<Deal> Possible(BargainingTable table) =>
        from i in Enumerable.Range(0, table.Actors)
        from j in Enumerable.Range(0, table.Actors)
        from q in Enumerable.Range(0, table.Issues)
        from p in Enumerable.Range(0, table.Issues)
        from a in Enumerable.Range(1, Steps)
        from b in Enumerable.Range(1, Steps)
        where i != j && p != q
        select new Deal(i, j, q, p, a, b, 0);

    /// <summary>Those by which both gain, with what the one gains who gains less.</summary>
    private static List<Deal> Open(BargainingTable table, BargainingTable moved, List<Deal> deals)
    {
        var outcome = Vote(moved);
        var known = new Dictionary<(int, int, int, int), double?>();
        var open = new List<Deal>();
        foreach (var deal in deals)
        {
            if (After(deal.First, deal.Second, deal.FirstGives, deal.FirstSteps) is { } q && After(deal.Second, deal.First, deal.SecondGives, deal.SecondSteps) is { } p)
            {
                var gain = Math.Min(Gain(deal.First), Gain(deal.Second));
                if (gain > Rounding)
                {
                    open.Add(deal with { Gain = gain });
                }

                double Gain(int actor) => Nearer(actor, deal.FirstGives, q) + Nearer(actor, deal.SecondGives, p);
            }
        }

        return open;

        double Nearer(int actor, int issue, double after) =>
            table.SalienceOf(actor)[issue] * (Math.Abs(outcome[issue] - table.PositionOf(actor)[issue]) - Math.Abs(after - table.PositionOf(actor)[issue]));

        // Null where the two do not stand on opposite sides of the outcome.
        double? After(int giver, int taker, int issue, int steps)
        {
            if (!known.TryGetValue((giver, taker, issue, steps), out var after))
            {
                var (from, to) = (table.PositionOf(giver)[issue], table.PositionOf(taker)[issue]);
                after = IsBetween(outcome[issue], from, to) ? VoteAfter(moved, giver, issue, to, Furthest(moved, giver, issue, to) * steps / Steps) : null;
                known.Add((giver, taker, issue, steps), after);
            }

            return after;
        }
    }

    private static bool IsBetween(double outcome, double from, double to) =>
        (from - outcome) * (to - outcome) < 0 && Math.Min(Math.Abs(from - outcome), Math.Abs(to - outcome)) > Rounding;

    /// <summary>The part of the way to the taker that the giver can go before the outcome goes beyond the taker.</summary>
    private static double Furthest(BargainingTable moved, int giver, int issue, double to)
    {
        bool IsBeyond(double part) => (to - VoteAfter(moved, giver, issue, to, part)) * (to - moved.PositionOf(giver)[issue]) < 0;
        if (!IsBeyond(1))
        {
            return 1;
        }

        var (within, beyond) = (0.0, 1.0);
        for (var halving = 0; halving < 50; halving++)
        {
            var middle = (within + beyond) / 2;
            (within, beyond) = IsBeyond(middle) ? (within, middle) : (middle, beyond);
        }

        return within;
    }

    private static double VoteAfter(BargainingTable moved, int giver, int issue, double to, double part)
    {
        var from = moved.PositionOf(giver)[issue];
        moved.PositionOf(giver)[issue] = from + ((to - from) * part);
        var voted = Vote(moved)[issue];
        moved.PositionOf(giver)[issue] = from;
        return voted;
    }

    private static double[] Vote(BargainingTable table)
    {
        var outcome = new double[table.Issues];
        CompromiseMean.Compute(table, outcome);
        return outcome;
    }

    private static BargainingTable Copy(BargainingTable table) => Tables.Of(
        [.. table.Capability],
        [.. Enumerable.Range(0, table.Actors).Select(i => table.SalienceOf(i).ToArray())],
        [.. Enumerable.Range(0, table.Actors).Select(i => table.PositionOf(i).ToArray())]);

    /// <summary>The first goes so many steps of the way to the second on what it gives, and the second to the first.</summary>
    private sealed record Deal(int First, int Second, int FirstGives, int SecondGives, int FirstSteps, int SecondSteps, double Gain);
}
