namespace Parley.Engine.Offering;

/// <summary>What is left to say where no offer has consent: what clashes, how likely consent can get, and what comes nearest.</summary>
internal sealed class NearestOffers(Trial trial, RedLineBounds lines, Consent whole)
{
    private const int Halvings = 7;

    private readonly OfferProblem problem = trial.Problem;
    private int starts;

    public FoundClash Find()
    {
        var gaps = lines.Clashes(whole.Active, whole.Draws);
        var (smallest, isMinimal) = Smallest(gaps);
        var nearest = new List<FoundOffer>();
        bool? otherwise = null;
        if (gaps.Count > 0)
        {
            var relaxed = whole.Without(whole.Active.Where(c => gaps.Any(gap => gap.Term >= 0 ? problem.Conditions[c].Term == gap.Term : gap.Conditions.Contains(c))));
            var least = Between(relaxed, gaps, gap => (gap.From, gap.To));
            otherwise = least.IsFeasible;
            nearest.Add(new FoundOffer(OfferKind.LeastChange, least, false));
            nearest.Add(new FoundOffer(OfferKind.Halfway, Between(relaxed, gaps, gap => ((gap.From + gap.To) / 2, (gap.From + gap.To) / 2)), false));
        }

        if (MostAccepted() is { } accepted && (nearest.Count == 0 || trial.MostAccepted.Draws > 0))
        {
            nearest.Add(new FoundOffer(OfferKind.MostAccepted, accepted, false));
        }

        return new FoundClash(
            smallest,
            gaps.Any(gap => gap.Conditions == smallest),
            isMinimal,
            gaps,
            otherwise,
            Math.Max(0, trial.MostAccepted.Draws) / (double)FixedDraws.Count,
            lines.MostAccepted() / (double)FixedDraws.Count,
            [.. nearest.DistinctBy(offer => string.Join(' ', offer.Candidate.Terms))],
            starts);
    }

    /// <summary>A red line that cannot be kept, or a stakeholder whom nothing contents; else two red lines; else what a search finds.</summary>
    private (IReadOnlyList<int> Conditions, bool IsMinimal) Smallest(IReadOnlyList<LineClash> gaps)
    {
        if (gaps is [{ Conditions.Count: 1 }, ..])
        {
            return (gaps[0].Conditions, true);
        }

        var finder = new ClashFinder(trial, lines, whole);
        return finder.Alone() is { } value ? ([value], true) : gaps.Count > 0 ? (gaps[0].Conditions, true) : finder.Find();
    }

    private Candidate Between(Consent relaxed, IReadOnlyList<LineClash> gaps, Func<LineClash, (double From, double To)> where)
    {
        var box = gaps.Where(gap => gap.Term >= 0).Aggregate(lines.Box(relaxed.Active, relaxed.Draws), (bounds, gap) =>
        {
            var (from, to) = where(gap);
            return bounds.With(gap.Term, from, to);
        });
        starts++;
        var search = new OfferSearch(trial, relaxed);
        var found = search.Run(box.Nearest(problem.Start()), box);
        if (!found.IsFeasible && !trial.IsSpent)
        {
            starts++;
            var other = search.Run(box.Middle(), box);
            found = other.IsBetterThan(found) ? other : found;
        }

        return found;
    }

    /// <summary>The terms that most draws accept: the number of draws is halved in on, from what was found to what the red lines allow.</summary>
    public Candidate? MostAccepted()
    {
        var (low, high) = (Math.Max(0, trial.MostAccepted.Draws), Math.Min(whole.Draws, lines.MostAccepted() + 1));
        for (var step = 0; step < Halvings && high - low > 1 && !trial.IsSpent; step++)
        {
            var middle = (low + high) / 2;
            var consent = whole.At(middle);
            var box = lines.Box(consent.Active, middle);
            starts++;
            var search = new OfferSearch(trial, consent);
            var found = box.IsEmpty ? null : search.Improve(search.Try(box.Nearest(trial.MostAccepted.Terms ?? problem.Start())), box, untilConsent: true);
            low = Math.Max(low, trial.MostAccepted.Draws);
            high = found?.IsFeasible == true ? high : middle;
        }

        return trial.MostAccepted.Terms is { } terms ? trial.Of(terms, whole) : null;
    }
}

/// <summary>Why there is no offer, before it is put into words.</summary>
internal sealed record FoundClash(
    IReadOnlyList<int> Smallest,
    bool IsProven,
    bool IsMinimal,
    IReadOnlyList<LineClash> Gaps,
    bool? OtherwisePossible,
    double BestReachable,
    double ReachableAtMost,
    IReadOnlyList<FoundOffer> Nearest,
    int Starts);
