using System.Runtime.InteropServices;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Exchanges that can still be made, by the two issues that they are about: an exchange that is made changes nothing for those
/// about other issues.
/// </summary>
internal sealed class OpenExchanges(int issues)
{
    private readonly List<PossibleExchange>[] groups = [.. Enumerable.Range(0, issues * issues).Select(_ => new List<PossibleExchange>())];
    private readonly double[] highest = new double[issues * issues];

    public void Add(PossibleExchange deal)
    {
        var group = Group(deal.FirstGives, deal.SecondGives);
        groups[group].Add(deal);
        highest[group] = Math.Max(highest[group], deal.Gain);
    }

    /// <summary>The next to make, by gain and order; null when nothing is left.</summary>
    public PossibleExchange? First(ExchangeOrder order)
    {
        var best = highest.DefaultIfEmpty().Max();
        PossibleExchange? first = null;
        for (var group = 0; best > 0 && group < groups.Length; group++)
        {
            first = ExchangeOrder.IsHighest(highest[group], best) ? order.First(CollectionsMarshal.AsSpan(groups[group]), best, first) : first;
        }

        return first;
    }

    /// <summary>Drops what an exchange makes impossible, and values anew what is about one of its issues.</summary>
    /// <param name="value">What each partner of an exchange gains now; 0 where there is none to make.</param>
    public void Renew(PossibleExchange made, Func<PossibleExchange, double> value)
    {
        for (var other = 0; other < issues; other++)
        {
            Renew(Group(made.FirstGives, other), made, value);
            if (other != made.FirstGives)
            {
                Renew(Group(made.SecondGives, other), made, value);
            }
        }
    }

    private void Renew(int group, PossibleExchange made, Func<PossibleExchange, double> value)
    {
        var (deals, kept, most) = (groups[group], 0, 0.0);
        foreach (var deal in CollectionsMarshal.AsSpan(deals))
        {
            if (!deal.Moves(made.First, made.FirstGives) && !deal.Moves(made.Second, made.SecondGives) && value(deal) is > 0 and var gain)
            {
                deals[kept++] = deal with { Gain = gain };
                most = Math.Max(most, gain);
            }
        }

        deals.RemoveRange(kept, deals.Count - kept);
        highest[group] = most;
    }

    private int Group(int one, int other) => (Math.Min(one, other) * issues) + Math.Max(one, other);
}
