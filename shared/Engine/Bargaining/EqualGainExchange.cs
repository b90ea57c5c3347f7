namespace Parley.Engine.Bargaining;

/// <summary>
/// One round of exchanges of voting positions at equal gain (Stokman &amp; Van Oosten 1994, "The exchange of voting
/// positions", in Bueno de Mesquita &amp; Stokman, European Community Decision Making; externalities as in Van Assen, Stokman
/// &amp; Van Oosten 2003, Rationality and Society 15, 85–112). The outcome is the compromise mean Σcsx / Σcs; an actor's
/// loss is salience × distance of the outcome from the position it came with. O(n²m²) for n actors and m issues.
/// </summary>
public static class EqualGainExchange
{
    // Below this a gain is rounding, in salience × points.
    private const double SmallestGain = 1e-9;

    /// <summary>
    /// Carries out the exchanges of highest common gain first; each actor moves at most once on an issue. Every exchange moves two
    /// outcomes and so the terms of others that touch these issues: what is left is valued anew, and dropped for good once it
    /// has no gain.
    /// </summary>
    /// <param name="table">n actors, m issues.</param>
    /// <param name="outcome">m numbers: the outcome after the exchanges; NaN where nobody with capability cares.</param>
    /// <param name="actorOrder">Each actor's place where gains are equal, n numbers; as in the table when empty.</param>
    /// <param name="issueOrder">Each issue's place where gains are equal, m numbers; as in the table when empty.</param>
    /// <returns>The exchanges in the order they were made.</returns>
    public static IReadOnlyList<Exchange> Run(
        BargainingTable table, Span<double> outcome, ReadOnlySpan<int> actorOrder = default, ReadOnlySpan<int> issueOrder = default)
    {
        CompromiseMean.Compute(table, outcome);
        var influence = Influence(table);
        var order = new ExchangeOrder(table, actorOrder, issueOrder);
        var open = FindAll(table, influence, outcome);
        var made = new List<Exchange>();
        while (open.Count > 0)
        {
            var deal = order.First(open);
            var exchange = Terms(table, influence, outcome, deal)!;
            var before = outcome.ToArray();
            outcome[deal.FirstGives] += exchange.FirstShift;
            outcome[deal.SecondGives] += exchange.SecondShift;
            made.Add(exchange with { Externalities = Externalities(table, before, outcome, exchange) });
            Renew(open, deal, table, influence, outcome);
        }

        return made;
    }

    /// <summary>Drops what an exchange makes impossible, and values what it touches at the outcomes that it left.</summary>
    private static void Renew(
        List<PossibleExchange> open, PossibleExchange made, BargainingTable table, double[] influence, ReadOnlySpan<double> outcome)
    {
        var kept = 0;
        for (var place = 0; place < open.Count; place++)
        {
            var deal = open[place];
            if (deal.Moves(made.First, made.FirstGives) || deal.Moves(made.Second, made.SecondGives))
            {
                continue;
            }

            var gain = deal.Touches(made.FirstGives) || deal.Touches(made.SecondGives) ? Terms(table, influence, outcome, deal)?.Gain : deal.Gain;
            if (gain is { } worth)
            {
                open[kept++] = deal with { Gain = worth };
            }
        }

        open.RemoveRange(kept, open.Count - kept);
    }

    /// <summary>How far an issue's outcome shifts when an actor's position on it moves by one: cs / Σcs, n rows of m.</summary>
    private static double[] Influence(BargainingTable table)
    {
        var influence = new double[table.Actors * table.Issues];
        for (var k = 0; k < table.Issues; k++)
        {
            var sum = 0.0;
            for (var i = 0; i < table.Actors; i++)
            {
                sum += influence[(i * table.Issues) + k] = table.Capability[i] * table.SalienceOf(i)[k];
            }

            for (var i = 0; sum > 0 && i < table.Actors; i++)
            {
                influence[(i * table.Issues) + k] /= sum;
            }
        }

        return influence;
    }

    private static List<PossibleExchange> FindAll(BargainingTable table, double[] influence, ReadOnlySpan<double> outcome)
    {
        var found = new List<PossibleExchange>();
        for (var i = 0; i < table.Actors; i++)
        {
            for (var j = i + 1; j < table.Actors; j++)
            {
                for (var p = 0; p < table.Issues; p++)
                {
                    for (var q = p + 1; q < table.Issues; q++)
                    {
                        // Each gives the issue on which it cares less, relative to the partner.
                        var givesSecond = table.SalienceOf(i)[p] * table.SalienceOf(j)[q] > table.SalienceOf(j)[p] * table.SalienceOf(i)[q];
                        var deal = new PossibleExchange(i, j, givesSecond ? q : p, givesSecond ? p : q, 0);
                        if (Terms(table, influence, outcome, deal) is { } exchange)
                        {
                            found.Add(deal with { Gain = exchange.Gain });
                        }
                    }
                }
            }
        }

        return found;
    }

    /// <summary>
    /// What an exchange would be at the present outcomes; null when there is none to make. First gives q and second gives
    /// p: δp / δq = (s_iq + s_jq) / (s_ip + s_jp) makes the gains equal. A move ends at the partner's position at most, and
    /// where the outcome reaches that position, since from there on the partner would lose by more.
    /// </summary>
    private static Exchange? Terms(BargainingTable table, double[] influence, ReadOnlySpan<double> outcome, PossibleExchange deal)
    {
        var (i, j, q, p) = (deal.First, deal.Second, deal.FirstGives, deal.SecondGives);
        var (siq, sip) = (table.SalienceOf(i)[q], table.SalienceOf(i)[p]);
        var (sjq, sjp) = (table.SalienceOf(j)[q], table.SalienceOf(j)[p]);
        var mostQ = LargestShift(table, influence, outcome, i, j, q);
        var mostP = LargestShift(table, influence, outcome, j, i, p);
        if (!(mostQ > 0 && mostP > 0))
        {
            return null;
        }

        var rate = (siq + sjq) / (sip + sjp);
        var shiftQ = Math.Min(mostQ, mostP / rate);
        var shiftP = shiftQ * rate;
        var gain = (sip * shiftP) - (siq * shiftQ);
        if (gain <= SmallestGain)
        {
            return null;
        }

        var xi = table.PositionOf(i);
        var xj = table.PositionOf(j);
        var (signQ, signP) = (Math.Sign(xj[q] - xi[q]), Math.Sign(xi[p] - xj[p]));
        return new Exchange(
            i,
            j,
            q,
            p,
            xi[q] + (signQ * shiftQ / influence[(i * table.Issues) + q]),
            xj[p] + (signP * shiftP / influence[(j * table.Issues) + p]),
            signQ * shiftQ,
            signP * shiftP,
            gain,
            []);
    }

    /// <summary>How far the giver can shift an issue's outcome towards the taker; 0 unless they stand on opposite sides of it.</summary>
    private static double LargestShift(
        BargainingTable table, double[] influence, ReadOnlySpan<double> outcome, int giver, int taker, int issue)
    {
        var (from, to) = (table.PositionOf(giver)[issue], table.PositionOf(taker)[issue]);
        return (from - outcome[issue]) * (to - outcome[issue]) < 0
            ? Math.Min(Math.Abs(to - from) * influence[(giver * table.Issues) + issue], Math.Abs(to - outcome[issue]))
            : 0;
    }

    private static double[] Externalities(BargainingTable table, ReadOnlySpan<double> before, ReadOnlySpan<double> after, Exchange exchange)
    {
        var gains = new double[table.Actors];
        foreach (var issue in (ReadOnlySpan<int>)[exchange.FirstGives, exchange.SecondGives])
        {
            for (var k = 0; k < gains.Length; k++)
            {
                var x = table.PositionOf(k)[issue];
                gains[k] += table.SalienceOf(k)[issue] * (Math.Abs(before[issue] - x) - Math.Abs(after[issue] - x));
            }
        }

        return gains;
    }
}
