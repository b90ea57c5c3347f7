namespace Parley.Engine.Bargaining;

/// <summary>Which exchange is made next: that of the highest gain; of equal ones that of the earliest actors, then issues.</summary>
internal sealed class ExchangeOrder
{
    /// <summary>Gains closer than this share of the highest are equal: sums in another order differ by rounding.</summary>
    private const double Equal = 1e-9;

    private readonly int[] actors;
    private readonly int[] issues;

    /// <param name="actorOrder">Each actor's place; as in the table when empty.</param>
    /// <param name="issueOrder">Each issue's place; as in the table when empty.</param>
    public ExchangeOrder(BargainingTable table, ReadOnlySpan<int> actorOrder, ReadOnlySpan<int> issueOrder)
    {
        actors = actorOrder.IsEmpty ? [.. Enumerable.Range(0, table.Actors)] : [.. actorOrder];
        issues = issueOrder.IsEmpty ? [.. Enumerable.Range(0, table.Issues)] : [.. issueOrder];
    }

    /// <summary>Whether a gain is as good as the highest.</summary>
    public static bool IsHighest(double gain, double highest) => gain >= highest * (1 - Equal);

    /// <summary>The earliest of those with the highest gain, and of one that is known.</summary>
    public PossibleExchange? First(ReadOnlySpan<PossibleExchange> deals, double highest, PossibleExchange? known)
    {
        foreach (var deal in deals)
        {
            known = IsHighest(deal.Gain, highest) && (known is not { } other || Place(deal).CompareTo(Place(other)) < 0) ? deal : known;
        }

        return known;
    }

    /// <summary>The same whichever of the partners is called first.</summary>
    private (int, int, int, int) Place(PossibleExchange deal)
    {
        var (one, other) = (actors[deal.First], actors[deal.Second]);
        return one < other
            ? (one, other, issues[deal.FirstGives], issues[deal.SecondGives])
            : (other, one, issues[deal.SecondGives], issues[deal.FirstGives]);
    }
}
