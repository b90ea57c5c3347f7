namespace Parley.Engine.Bargaining;

/// <summary>
/// One round of exchanges of voting positions at equal gain (Stokman &amp; Van Oosten 1994, "The exchange of voting
/// positions", in Bueno de Mesquita &amp; Stokman, European Community Decision Making; externalities as in Van Assen, Stokman
/// &amp; Van Oosten 2003, Rationality and Society 15, 85–112). The outcome is the compromise mean Σcsx / Σcs; an actor's
/// loss is salience × distance of the outcome from the position it came with. O(n³m²) for n actors and m issues: up to nm/2
/// exchanges, after each of which what is left about one of its issues is valued anew, of n² pairs and 2m other issues.
/// </summary>
public static class EqualGainExchange
{
    // Below this a gain is rounding, in salience × points.
    private const double SmallestGain = 1e-9;

    /// <summary>
    /// Carries out the exchanges of highest common gain first; each actor moves at most once on an issue. Those count that have
    /// a gain at the start of the round. Every exchange moves two outcomes and so the terms of others that touch these issues:
    /// what is left is valued anew, and dropped for good once it has no gain; what gets one only by the exchanges of others
    /// waits for another round, which is not played.
    /// </summary>
    /// <param name="table">n actors, m issues.</param>
    /// <param name="outcome">m numbers: the outcome after the exchanges; NaN where nobody with capability cares.</param>
    /// <param name="actorOrder">Each actor's place where gains are equal, n numbers; as in the table when empty.</param>
    /// <param name="issueOrder">Each issue's place where gains are equal, m numbers; as in the table when empty.</param>
    /// <param name="cancellation">Looked at before every exchange.</param>
    /// <returns>The exchanges in the order they were made.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<Exchange> Run(
        BargainingTable table,
        Span<double> outcome,
        ReadOnlySpan<int> actorOrder = default,
        ReadOnlySpan<int> issueOrder = default,
        CancellationToken cancellation = default)
    {
        CompromiseMean.Compute(table, outcome);
        var influence = Influence(table);
        var order = new ExchangeOrder(table, actorOrder, issueOrder);
        var open = FindAll(table, influence, outcome);
        var made = new List<Exchange>();
        var outcomes = outcome.ToArray();
        while (open.First(order) is { } deal)
        {
            cancellation.ThrowIfCancellationRequested();
            var terms = Terms(table, influence, outcomes, deal);
            double[] before = [.. outcomes];
            outcomes[deal.FirstGives] += terms.FirstShift;
            outcomes[deal.SecondGives] += terms.SecondShift;
            made.Add(Made(table, influence, deal, terms, Externalities(table, before, outcomes, deal)));
            open.Renew(deal, left => Terms(table, influence, outcomes, left).Gain);
        }

        outcomes.CopyTo(outcome);
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

    private static OpenExchanges FindAll(BargainingTable table, double[] influence, ReadOnlySpan<double> outcome)
    {
        var found = new OpenExchanges(table.Issues);
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
                        if (Terms(table, influence, outcome, deal) is { Gain: > 0 } terms)
                        {
                            found.Add(deal with { Gain = terms.Gain });
                        }
                    }
                }
            }
        }

        return found;
    }

    /// <summary>
    /// How far an exchange would shift the two outcomes as they stand, and what each would gain; all 0 when there is none to
    /// make. First gives q and second gives p: δp / δq = (s_iq + s_jq) / (s_ip + s_jp) makes the gains equal. A move ends at the
    /// partner's position at most, and where the outcome reaches that position, since from there on the partner would lose by
    /// more.
    /// </summary>
    private static ExchangeTerms Terms(BargainingTable table, double[] influence, ReadOnlySpan<double> outcome, PossibleExchange deal)
    {
        var (i, j, q, p) = (deal.First, deal.Second, deal.FirstGives, deal.SecondGives);
        var mostQ = LargestShift(table, influence, outcome, i, j, q);
        var mostP = mostQ > 0 ? LargestShift(table, influence, outcome, j, i, p) : 0;
        if (!(mostP > 0))
        {
            return default;
        }

        var (siq, sip) = (table.SalienceOf(i)[q], table.SalienceOf(i)[p]);
        var (sjq, sjp) = (table.SalienceOf(j)[q], table.SalienceOf(j)[p]);
        var rate = (siq + sjq) / (sip + sjp);
        var shiftQ = Math.Min(mostQ, mostP / rate);
        var shiftP = shiftQ * rate;
        var gain = (sip * shiftP) - (siq * shiftQ);
        return gain <= SmallestGain ? default : new ExchangeTerms(
            Math.Sign(table.PositionOf(j)[q] - table.PositionOf(i)[q]) * shiftQ,
            Math.Sign(table.PositionOf(i)[p] - table.PositionOf(j)[p]) * shiftP,
            gain);
    }

    private static Exchange Made(BargainingTable table, double[] influence, PossibleExchange deal, ExchangeTerms terms, IReadOnlyList<double> externalities)
    {
        double End(int actor, int issue, double shift) => table.PositionOf(actor)[issue] + (shift / influence[(actor * table.Issues) + issue]);
        return new Exchange(
            deal.First,
            deal.Second,
            deal.FirstGives,
            deal.SecondGives,
            End(deal.First, deal.FirstGives, terms.FirstShift),
            End(deal.Second, deal.SecondGives, terms.SecondShift),
            terms.FirstShift,
            terms.SecondShift,
            terms.Gain,
            externalities);
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

    private static double[] Externalities(BargainingTable table, ReadOnlySpan<double> before, ReadOnlySpan<double> after, PossibleExchange deal)
    {
        var gains = new double[table.Actors];
        foreach (var issue in (ReadOnlySpan<int>)[deal.FirstGives, deal.SecondGives])
        {
            for (var k = 0; k < gains.Length; k++)
            {
                var x = table.PositionOf(k)[issue];
                gains[k] += table.SalienceOf(k)[issue] * (Math.Abs(before[issue] - x) - Math.Abs(after[issue] - x));
            }
        }

        return gains;
    }

    private readonly record struct ExchangeTerms(double FirstShift, double SecondShift, double Gain);
}
