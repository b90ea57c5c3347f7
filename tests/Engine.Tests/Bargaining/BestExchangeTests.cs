using CsCheck;
using Parley.Engine.Bargaining;

namespace Parley.Engine.Tests.Bargaining;

/// <summary>
/// Which exchange is made next, held to rounding against the formula of its gain; <see cref="ExchangeChoiceTests"/> holds it against voting
/// itself, without the formula but only on a grid.
/// </summary>
public sealed class BestExchangeTests
{
    /// <summary>Rounding of the votes, in salience × points.</summary>
    private const double Rounding = 1e-9;

    /// <summary>
    /// Gains that stood at the start are not those after an exchange: what is made next is the best of what is left then of those
    /// that stood open at the start.
    /// </summary>
    [Fact]
    public void Every_exchange_is_the_best_of_those_open_at_the_start_at_the_outcomes_that_the_one_before_it_left() => Tables.Random.Sample(
        table =>
        {
            var made = EqualGainExchange.Run(table, new double[table.Issues], cancellation: TestContext.Current.CancellationToken);
            var outcome = new double[table.Issues];
            CompromiseMean.Compute(table, outcome);
            var open = Possible(table).Where(deal => Gain(table, outcome, deal) > Rounding).ToList();
            foreach (var exchange in made)
            {
                Assert.Equal(open.Max(deal => Gain(table, outcome, deal)), exchange.Gain, Rounding);
                outcome[exchange.FirstGives] += exchange.FirstShift;
                outcome[exchange.SecondGives] += exchange.SecondShift;
                open.RemoveAll(deal => Moves(deal, exchange.First, exchange.FirstGives) || Moves(deal, exchange.Second, exchange.SecondGives)
                    || Gain(table, outcome, deal) <= Rounding);
            }

            Assert.Empty(open);
        },
        iter: Effort.Of(500));

    private static bool Moves((int I, int J, int Q, int P) deal, int actor, int issue) =>
        (deal.I, deal.Q) == (actor, issue) || (deal.J, deal.P) == (actor, issue);

    /// <summary>Everyone as the one who gives q to everyone else for p.</summary>
    private static IEnumerable<(int I, int J, int Q, int P)> Possible(BargainingTable table) =>
        from i in Enumerable.Range(0, table.Actors)
        from j in Enumerable.Range(0, table.Actors)
        from q in Enumerable.Range(0, table.Issues)
        from p in Enumerable.Range(0, table.Issues)
        where i != j && p != q
        select (i, j, q, p);

    /// <summary>Written from the definition alone.</summary>
    private static double Gain(BargainingTable table, double[] outcome, (int I, int J, int Q, int P) deal)
    {
        var (i, j, q, p) = deal;
        var (si, sj) = (table.SalienceOf(i).ToArray(), table.SalienceOf(j).ToArray());
        var (xi, xj) = (table.PositionOf(i).ToArray(), table.PositionOf(j).ToArray());
        double Most(int giver, double from, double to, int k)
        {
            var sum = Enumerable.Range(0, table.Actors).Sum(n => table.Capability[n] * table.SalienceOf(n)[k]);
            var share = table.Capability[giver] * table.SalienceOf(giver)[k] / sum;
            return (from < outcome[k] && outcome[k] < to) || (to < outcome[k] && outcome[k] < from)
                ? Math.Min(Math.Abs(to - from) * share, Math.Abs(to - outcome[k]))
                : 0;
        }

        var (mostQ, mostP) = (Most(i, xi[q], xj[q], q), Most(j, xj[p], xi[p], p));
        var rate = (si[q] + sj[q]) / (si[p] + sj[p]);
        var shift = Math.Min(mostQ, mostP / rate);
        return mostQ > 0 && mostP > 0 ? Math.Max(0, (si[p] * shift * rate) - (si[q] * shift)) : 0;
    }
}
