using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

public sealed class EqualGainExchangeTests
{
    /// <summary>Rounding of a few products and quotients.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The two-actor example after Stokman &amp; Van Oosten 1994: equal power, opposite corners, unequal saliences.</summary>
    private static BargainingTable TwoActors => Tables.Of([1, 1], [[10, 90], [60, 50]], [[0, 0], [100, 100]]);

    private static IReadOnlyList<Exchange> Run(BargainingTable table, double[] outcome, int[]? actorOrder = null, int[]? issueOrder = null) =>
        EqualGainExchange.Run(table, outcome, actorOrder, issueOrder, TestContext.Current.CancellationToken);

    [Fact]
    public void The_compromise_of_the_two_actor_example_is_the_published_one()
    {
        var outcome = new double[2];
        CompromiseMean.Compute(TwoActors, outcome);
        Assert.Equal(85.71428571428571, outcome[0], Rounding);
        Assert.Equal(35.714285714285715, outcome[1], Rounding);
    }

    [Fact]
    public void The_first_issue_of_the_two_actor_example_goes_all_the_way_and_both_gain_five_hundred()
    {
        var outcome = new double[2];
        var exchange = Assert.Single(Run(TwoActors, outcome));
        Assert.Equal((0, 1, 0, 1), (exchange.First, exchange.Second, exchange.FirstGives, exchange.SecondGives));
        Assert.Equal(100, outcome[0], Rounding);
        Assert.Equal(-7.142857142857143, exchange.SecondShift, Rounding);
        Assert.Equal(80, exchange.SecondMovesTo, Rounding);
        Assert.Equal(500, exchange.Gain, Rounding);
        Assert.All(exchange.Externalities, gain => Assert.Equal(500, gain, Rounding));
    }

    /// <summary>
    /// What each gives and gets if each went all the way on the issue it cares less about, as published: losses of 142.86 and
    /// 1,785.71, gains of 3,214.29 and 857.14. At equal gain the second stops where both have 500; the most that either could
    /// have, with the other left as well off as without an exchange, is 1,400 and 777.78.
    /// </summary>
    [Fact]
    public void Losses_gains_and_the_most_that_either_could_have_are_those_of_the_two_actor_example()
    {
        var outcome = new double[2];
        CompromiseMean.Compute(TwoActors, outcome);
        var (first, second) = (TwoActors.SalienceOf(0).ToArray(), TwoActors.SalienceOf(1).ToArray());
        var (wholeFirst, wholeSecond) = (100 - outcome[0], outcome[1]);
        Assert.Equal(142.85714285714286, first[0] * wholeFirst, Rounding);
        Assert.Equal(857.1428571428571, second[0] * wholeFirst, Rounding);
        Assert.Equal(3214.285714285714, first[1] * wholeSecond, Rounding);
        Assert.Equal(1785.7142857142858, second[1] * wholeSecond, Rounding);

        // The exchange that is made shifts the first issue as far, and shares what there is to be had in between.
        var exchange = Assert.Single(Run(TwoActors, outcome));
        Assert.Equal(wholeFirst, exchange.FirstShift, Rounding);
        Assert.Equal((first[1] * -exchange.SecondShift) - (first[0] * exchange.FirstShift), exchange.Gain, Rounding);
        Assert.Equal((second[0] * exchange.FirstShift) - (second[1] * -exchange.SecondShift), exchange.Gain, Rounding);
        var (leastForSecond, leastForFirst) = (second[0] * wholeFirst / second[1], first[0] * wholeFirst / first[1]);
        Assert.Equal(1400, (first[1] * leastForSecond) - (first[0] * wholeFirst), Rounding);
        Assert.Equal(777.7777777778, (second[0] * wholeFirst) - (second[1] * leastForFirst), 1e-8); // as many digits as are published
        Assert.InRange(-exchange.SecondShift, leastForFirst, leastForSecond);
    }

    [Fact]
    public void A_bystander_bears_what_the_partners_shift()
    {
        var table = Tables.Of([1, 1, 1e-9], [[10, 90], [60, 50], [100, 0]], [[0, 0], [100, 100], [0, 0]]);
        var exchange = Assert.Single(Run(table, new double[2]));
        Assert.Equal(-100 * exchange.FirstShift, exchange.Externalities[2], 1e-4); // the bystander weighs next to nothing, not nothing
    }

    [Fact]
    public void Both_partners_of_every_exchange_gain_alike() => Tables.Random.Sample(
        table => Assert.All(Run(table, new double[table.Issues]), exchange =>
        {
            Assert.True(exchange.Gain > 0);
            Assert.Equal(exchange.Gain, exchange.Externalities[exchange.First], Rounding);
            Assert.Equal(exchange.Gain, exchange.Externalities[exchange.Second], Rounding);
        }),
        iter: Effort.Of(500));

    [Fact]
    public void Nobody_moves_twice_on_an_issue() => Tables.Random.Sample(
        table =>
        {
            var moves = Run(table, new double[table.Issues])
                .SelectMany(exchange => new[] { (exchange.First, exchange.FirstGives), (exchange.Second, exchange.SecondGives) })
                .ToArray();
            Assert.Equal(moves.Length, moves.Distinct().Count());
        },
        iter: Effort.Of(500));

    [Fact]
    public void Voting_with_the_moved_positions_gives_the_outcome() => Tables.Random.Sample(
        table =>
        {
            var outcome = new double[table.Issues];
            foreach (var exchange in Run(table, outcome))
            {
                table.PositionOf(exchange.First)[exchange.FirstGives] = exchange.FirstMovesTo;
                table.PositionOf(exchange.Second)[exchange.SecondGives] = exchange.SecondMovesTo;
            }

            var voted = new double[table.Issues];
            CompromiseMean.Compute(table, voted);
            Assert.All(voted, (x, k) => Assert.Equal(x, outcome[k], Rounding));
        },
        iter: Effort.Of(500));

    /// <summary>Worked out by hand: both outcomes move by 40/3, to the third actor's own corner.</summary>
    [Fact]
    public void A_third_actor_may_gain_more_from_an_exchange_than_the_partners()
    {
        var outcome = new double[2];
        var exchange = Assert.Single(Run(
            Tables.Of([1, 1, 1], [[20, 80], [80, 20], [50, 50]], [[0, 0], [100, 100], [100, 0]]), outcome));
        Assert.Equal((0, 1, 0, 1), (exchange.First, exchange.Second, exchange.FirstGives, exchange.SecondGives));
        Assert.Equal(100, outcome[0], Rounding);
        Assert.Equal(0, outcome[1], Rounding);
        Assert.All(new[] { 800, 800, 4000 / 3.0 }, (gain, actor) => Assert.Equal(gain, exchange.Externalities[actor], Rounding));
    }

    /// <summary>What somebody gains by all exchanges together is what the outcome came nearer to its own positions, or went away.</summary>
    [Fact]
    public void Gains_and_losses_of_everyone_add_up_to_what_the_whole_round_brings() => Tables.Random.Sample(
        table =>
        {
            var (start, end) = (new double[table.Issues], new double[table.Issues]);
            CompromiseMean.Compute(table, start);
            var made = Run(table, end);
            for (var actor = 0; actor < table.Actors; actor++)
            {
                Assert.Equal(Loss(table, actor, start) - Loss(table, actor, end), made.Sum(exchange => exchange.Externalities[actor]), Rounding);
            }
        },
        iter: Effort.Of(500));

    [Fact]
    public void Each_moves_towards_the_other_and_one_of_the_two_as_far_as_there_is_anything_to_be_had() => Tables.Random.Sample(
        table =>
        {
            var outcome = new double[table.Issues];
            CompromiseMean.Compute(table, outcome);
            foreach (var exchange in Run(table, new double[table.Issues]))
            {
                outcome[exchange.FirstGives] += exchange.FirstShift;
                outcome[exchange.SecondGives] += exchange.SecondShift;
                var first = Ends(table, outcome, exchange.First, exchange.Second, exchange.FirstGives, exchange.FirstMovesTo);
                var second = Ends(table, outcome, exchange.Second, exchange.First, exchange.SecondGives, exchange.SecondMovesTo);
                Assert.True(first || second, "neither the position nor the outcome has come to where the other stands");
            }
        },
        iter: Effort.Of(500));

    /// <summary>Two pairs with mirrored interests have the same to gain: the earlier by the given order goes first.</summary>
    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new[] { 2, 3, 0, 1 }, 2)]
    public void Equal_gains_go_by_the_order_that_is_given_and_not_by_the_place_in_the_table(int[] order, int first)
    {
        var table = Tables.Of(
            [1, 1, 1, 1],
            [[10, 90, 0, 0], [60, 50, 0, 0], [0, 0, 10, 90], [0, 0, 60, 50]],
            [[0, 0, 50, 50], [100, 100, 50, 50], [50, 50, 0, 0], [50, 50, 100, 100]]);
        var made = Run(table, new double[4], order, [0, 1, 2, 3]);
        Assert.Equal(2, made.Count);
        Assert.Equal(made[0].Gain, made[1].Gain, Rounding);
        Assert.Equal(first, made[0].First);
    }

    /// <summary>Whole numbers of few sizes have many gains alike, between partners on either side of one another.</summary>
    [Fact]
    public void Equal_gains_go_alike_however_the_actors_are_laid_out() => Gen.Select(
        Gen.Int[3, 6], Gen.Int[1, 2].Array[6], Gen.Int[1, 2].Array[18], Gen.Bool.Array[18], Gen.Shuffle(Enumerable.Range(0, 6).ToArray()), Gen.Shuffle(Enumerable.Range(0, 3).ToArray())).Sample(
        (actors, capability, salience, position, shuffled, issues) =>
        {
            int[] order = [.. shuffled.Where(i => i < actors)];
            BargainingTable Laid(int[] rows, int[] columns) => Tables.Of(
                [.. rows.Select(i => (double)capability[i])],
                [.. rows.Select(i => columns.Select(k => (double)salience[(i * 3) + k]).ToArray())],
                [.. rows.Select(i => columns.Select(k => position[(i * 3) + k] ? 100.0 : 0).ToArray())]);
            int[] plain = [.. Enumerable.Range(0, actors)];
            var (expected, found) = (new double[3], new double[3]);
            var made = Run(Laid(plain, [0, 1, 2]), expected, plain, [0, 1, 2]);
            var laid = Run(Laid(order, issues), found, order, issues);

            Assert.Equal(made.Select(Partners), laid.Select(exchange => Partners(exchange with { First = order[exchange.First], Second = order[exchange.Second] })));
            Assert.All(issues, (issue, column) => Assert.Equal(expected[issue], found[column], Rounding));
        },
        iter: Effort.Of(500));

    private static (int, int) Partners(Exchange exchange) => (Math.Min(exchange.First, exchange.Second), Math.Max(exchange.First, exchange.Second));

    [Fact]
    public void A_run_that_is_called_off_ends_at_once() => Assert.ThrowsAny<OperationCanceledException>(() => EqualGainExchange.Run(
        Tables.Of([1, 1], [[10, 90], [60, 50]], [[0, 0], [100, 100]]), new double[2], cancellation: new CancellationToken(canceled: true)));

    [Fact]
    public void With_one_issue_there_is_nothing_to_exchange() =>
        Assert.Empty(Run(Tables.Of([1, 1], [[1], [1]], [[0], [100]]), new double[1]));

    private static double Loss(BargainingTable table, int actor, double[] outcome) =>
        Enumerable.Range(0, table.Issues).Sum(k => table.SalienceOf(actor)[k] * Math.Abs(outcome[k] - table.PositionOf(actor)[k]));

    /// <summary>True where the giver has come to the taker's position, or the outcome has; neither may lie beyond it.</summary>
    private static bool Ends(BargainingTable table, double[] outcome, int giver, int taker, int issue, double movedTo)
    {
        var (from, to) = (table.PositionOf(giver)[issue], table.PositionOf(taker)[issue]);
        var way = Math.Sign(to - from);
        var (left, ahead) = (way * (to - movedTo), way * (to - outcome[issue]));
        Assert.InRange(left, -1e-6, Math.Abs(to - from)); // a shift divided by a small share of the votes
        Assert.InRange(ahead, -Rounding, 100);
        return left < 1e-6 || ahead < Rounding;
    }
}
