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

    /// <summary>Carries out the exchanges of highest common gain first; each actor moves at most once on an issue.</summary>
    /// <param name="table">n actors, m issues.</param>
    /// <param name="outcome">m numbers: the outcome after the exchanges; NaN where nobody with capability cares.</param>
    /// <returns>The exchanges in the order they were made.</returns>
    public static IReadOnlyList<Exchange> Run(BargainingTable table, Span<double> outcome)
    {
        CompromiseMean.Compute(table, outcome);
        var influence = Influence(table);
        var open = FindAll(table, influence, outcome);

        // A stable order: equal gains are settled by the actors' and issues' places.
        open = [.. open.OrderByDescending(deal => deal.Gain)];
        var moved = new bool[table.Actors * table.Issues];
        var made = new List<Exchange>();
        foreach (var deal in open)
        {
            ref var firstMoved = ref moved[(deal.First * table.Issues) + deal.FirstGives];
            ref var secondMoved = ref moved[(deal.Second * table.Issues) + deal.SecondGives];
            if (!firstMoved && !secondMoved && Terms(table, influence, outcome, deal) is { } exchange)
            {
                firstMoved = secondMoved = true;
                var before = outcome.ToArray();
                outcome[deal.FirstGives] += exchange.FirstShift;
                outcome[deal.SecondGives] += exchange.SecondShift;
                made.Add(exchange with { Externalities = Externalities(table, before, outcome, exchange) });
            }
        }

        return made;
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

    private static List<Candidate> FindAll(BargainingTable table, double[] influence, ReadOnlySpan<double> outcome)
    {
        var found = new List<Candidate>();
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
                        var deal = new Candidate(i, j, givesSecond ? q : p, givesSecond ? p : q, 0);
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
    private static Exchange? Terms(BargainingTable table, double[] influence, ReadOnlySpan<double> outcome, Candidate deal)
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

    private readonly record struct Candidate(int First, int Second, int FirstGives, int SecondGives, double Gain);
}
