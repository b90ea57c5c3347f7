namespace Parley.Engine.Offering;

/// <summary>What is left to say where no offer has consent: what clashes, how likely consent can get, and what comes nearest.</summary>
internal sealed class NearestOffers(Trial trial, RedLineBounds lines, Consent whole)
{
    private const int Halvings = 7;
    private const int MostShown = 3;

    private readonly OfferProblem problem = trial.Problem;
    private int starts;
    private bool hasClimbed;

    public FoundClash Find()
    {
        var gaps = lines.Clashes(whole.Active, whole.Draws);
        var smallest = Smallest(gaps);
        var nearest = new List<FoundOffer>();
        bool? otherwise = null;
        if (MostAccepted() is { } accepted && (gaps.Count == 0 || trial.MostAccepted.Draws > 0))
        {
            nearest.Add(new FoundOffer(OfferKind.MostAccepted, accepted, false));
        }

        if (gaps.Count > 0)
        {
            nearest.AddRange(problem.Vetoes.Select(veto => GiveWay(veto, gaps)).OfType<FoundOffer>());
            var halfway = Halfway(gaps);
            otherwise = halfway.Candidate.IsFeasible || nearest.Any(offer => offer.Giver >= 0);
            nearest.Insert(Math.Min(MostShown - 1, nearest.Count), halfway);
        }

        return new FoundClash(
            smallest,
            gaps.Any(gap => gap.Conditions == smallest.Conditions),
            gaps,
            otherwise,
            Math.Max(0, trial.MostAccepted.Draws) / (double)FixedDraws.Count,
            lines.MostAccepted() / (double)FixedDraws.Count,
            [.. nearest.DistinctBy(offer => string.Join(' ', offer.Candidate.Terms)).Take(MostShown)],
            starts);
    }

    /// <summary>A red line that cannot be kept, or a stakeholder whom nothing contents; else two red lines; else what a search finds.</summary>
    private FoundSet Smallest(IReadOnlyList<LineClash> gaps)
    {
        if (gaps is [{ Conditions.Count: 1 }, ..])
        {
            return new FoundSet(gaps[0].Conditions, true, true);
        }

        var finder = new ClashFinder(trial, lines, whole);
        return finder.Alone() is { } value ? new FoundSet([value], true, true)
            : gaps.Count > 0 ? new FoundSet(gaps[0].Conditions, true, true)
            : finder.Find();
    }

    /// <summary>The cheapest offer if one veto player, and those who ratify for it, set aside their red lines that clash; null when there is none.</summary>
    private FoundOffer? GiveWay(int veto, IReadOnlyList<LineClash> gaps)
    {
        var own = problem.ConditionsOf(veto);
        int[] given = [.. own.Where(c => problem.Conditions[c].Term >= 0 && gaps.Any(gap => gap.Term == problem.Conditions[c].Term && gap.Conditions.Any(own.Contains)))];
        var relaxed = whole.Without(given);
        var box = lines.Box(relaxed.Active, relaxed.Draws);
        if (relaxed.Active.Count == whole.Active.Count || box.IsEmpty || lines.Clashes(relaxed.Active, relaxed.Draws).Count > 0)
        {
            return null;
        }

        var found = Search(relaxed, box);
        return found.IsFeasible ? new FoundOffer(OfferKind.GiveWay, found, false) { Giver = veto, SetAside = given } : null;
    }

    /// <summary>The cheapest offer with every term on which red lines clash in the middle between them, and those red lines set aside.</summary>
    private FoundOffer Halfway(IReadOnlyList<LineClash> gaps)
    {
        int[] given = [.. whole.Active.Order().Where(c =>
            gaps.Any(gap => gap.Term >= 0 ? problem.Conditions[c].Term == gap.Term : gap.Conditions.Contains(c)))];
        var relaxed = whole.Without(given);
        var limits = lines.Limits();
        var box = gaps.Where(gap => gap.Term >= 0).Aggregate(lines.Box(relaxed.Active, relaxed.Draws), (bounds, gap) =>
        {
            // A red line may clash with what may be offered, and the offer does not go beyond that.
            var middle = Math.Clamp(Math.Round((gap.From + gap.To) / 2, 1), limits.Low[gap.Term], limits.High[gap.Term]);
            return bounds.With(gap.Term, middle, middle);
        });
        return new FoundOffer(OfferKind.Halfway, Search(relaxed, box), false) { SetAside = given };
    }

    private Candidate Search(Consent consent, TermBox box)
    {
        starts++;
        var search = new OfferSearch(trial, consent);
        var found = search.Run(box.Nearest(problem.Start()), box);
        if (found.IsFeasible || trial.IsSpent())
        {
            return found;
        }

        starts++;
        var other = search.Run(box.Middle(), box);
        var nearer = other.IsBetterThan(found) ? other : found;
        return !nearer.IsFeasible && new DirectSearch(search, box).Climb(nearer) is { IsFeasible: true } climbed ? search.Run(climbed.Terms, box) : nearer;
    }

    /// <summary>The terms that most draws accept: the number of draws is halved in on, from what was found to what the red lines allow.</summary>
    public Candidate? MostAccepted()
    {
        Climb();
        var (low, high) = (Math.Max(0, trial.MostAccepted.Draws), Math.Min(whole.Draws, lines.MostAccepted() + 1));
        for (var step = 0; step < Halvings && high - low > 1 && !trial.IsSpent(); step++)
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

        return trial.MostAccepted.Terms is null ? null : trial.Of(WithoutTrifles(), whole);
    }

    /// <summary>Once, to its end: from the terms that most draws accept towards as much consent as is wanted, or as the red lines allow.</summary>
    private void Climb()
    {
        var consent = whole.At(Math.Clamp(lines.MostAccepted(), 1, whole.Draws));
        var box = lines.Box(consent.Active, consent.Draws);
        if (!hasClimbed && trial.MostAccepted.Terms is { } terms && !box.IsEmpty)
        {
            starts++;
            var search = new OfferSearch(trial, consent);
            new DirectSearch(search, box).Climb(search.Try(box.Nearest(terms)));
        }

        // Where the trials ran out on the way it goes on once there are more.
        hasClimbed = trial.Draws.Evaluations < trial.Limit;
    }

    /// <summary>The terms that most draws accept, every move that is too small to be told put back where as many draws accept without it.</summary>
    private double[] WithoutTrifles()
    {
        var (terms, most) = (trial.MostAccepted.Terms!, trial.MostAccepted.Draws);
        var limits = lines.Limits();
        for (var k = 0; k < terms.Length; k++)
        {
            var start = problem.Terms[k].Start;
            if (problem.Terms[k].IsTrifle(terms[k]) && start >= limits.Low[k] && start <= limits.High[k] && !trial.IsSpent())
            {
                double[] without = [.. terms];
                without[k] = start;
                trial.Draws.Set(without);
                terms = whole.Accepted(trial.Draws) >= most ? without : terms;
            }
        }

        return terms;
    }
}

/// <summary>Why there is no offer, before it is put into words.</summary>
internal sealed record FoundClash(
    FoundSet Smallest,
    bool IsProven,
    IReadOnlyList<LineClash> Gaps,
    bool? OtherwisePossible,
    double BestReachable,
    double ReachableAtMost,
    IReadOnlyList<FoundOffer> Nearest,
    int Starts);
