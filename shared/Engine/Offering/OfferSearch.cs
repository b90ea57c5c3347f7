namespace Parley.Engine.Offering;

/// <summary>
/// Finds terms with consent, and the cheapest of them near where it starts: sequential linear programming with a trust
/// region on secants, then every move taken back as far as it goes. Consent is the rank of a draw, a rough function of many
/// smooth ones; secants as wide as the step see through the roughness.
/// </summary>
internal sealed class OfferSearch(Trial trial, Consent consent, Func<double[], bool>? isAllowed = null)
{
    private const double FirstRadius = 20;
    private const double SecondRadius = 4;
    private const double LastRadius = 0.5;
    private const double FirstEvenRadius = 8;
    private const double LastEvenRadius = 1;
    private const double Shorter = 0.35;
    private const double Longer = 1.6;
    private const int MostSteps = 25;
    private const double NarrowestSecant = 0.5;
    private const double WidestSecant = 4;

    /// <summary>A larger smallest gain than this, in points, is worth another step.</summary>
    private const double SmallestEvening = 1e-3;

    /// <summary>Margin that a step aims at, in points.</summary>
    private const double Aim = 0.02;

    /// <summary>Terms are read to a tenth of a point.</summary>
    private const double Grain = 0.1;

    /// <summary>Costs closer than this share are alike: consent is a rank of draws, whose local optima lie farther apart.</summary>
    private const double Alike = 0.01;

    private readonly OfferProblem problem = trial.Problem;

    public Trial Trial => trial;

    public Consent Consent => consent;

    /// <summary>The best terms in a box, from a start in it.</summary>
    public Candidate Run(double[] start, TermBox box)
    {
        var found = Improve(Try(start), box);
        if (!found.IsFeasible)
        {
            return found;
        }

        // What was taken back leaves slack that another step can use.
        found = Improve(TakeBack(found, box), box, radius: SecondRadius);
        return WithoutTrifles(Tidy(TakeBack(Even(TakeBack(found, box), box), box), box), box);
    }

    /// <summary>Certifies an offer, after exchanging it for cheaper ones beside it, and these for fairer ones, as often as needed.</summary>
    public (Candidate Offer, bool IsCertified) Certify(Candidate offer, TermBox box)
    {
        var isExchanged = false;
        while (!trial.IsSpent())
        {
            if (new CheaperOffers(this).Beside(offer, box) is { } cheaper)
            {
                offer = Tidy(TakeBack(cheaper, box), box) is var tidy && tidy.Cost < offer.Cost ? tidy : cheaper;
                isExchanged = true;
            }
            else if (isExchanged && Fairer(offer, box) is { } fairer)
            {
                (offer, isExchanged) = (fairer, false);
            }
            else
            {
                return (offer, true);
            }
        }

        return (offer, false);
    }

    /// <summary>An offer that costs no more and gives the veto player who gains least more; null where none is found.</summary>
    private Candidate? Fairer(Candidate offer, TermBox box) => WithoutTrifles(Tidy(Even(offer, box), box), box) is var even
        && even.Cost <= offer.Cost + 1e-9 && even.SmallestGain > offer.SmallestGain ? even : null;

    public Candidate Try(double[] terms) => trial.Of(terms, consent);

    /// <summary>Steps while they lead to consent or to less cost.</summary>
    public Candidate Improve(Candidate at, TermBox box, bool untilConsent = false, double radius = FirstRadius)
    {
        for (var step = 0; step < MostSteps && radius >= LastRadius && !trial.IsSpent() && !(untilConsent && at.IsFeasible); step++)
        {
            var slopes = new Slopes(trial, at, consent, box, Math.Clamp(radius / 2, NarrowestSecant, WidestSecant));
            var next = Step(slopes, box, radius);
            radius = Math.Min(100, radius * (IsWorthwhile(at, next) ? Longer : Shorter));
            at = next.IsBetterThan(at) ? next : at;
        }

        return at;
    }

    private Candidate Step(Slopes slopes, TermBox box, double radius)
    {
        var at = slopes.At;
        var next = Try(LinearStep.Cheapest(problem, slopes, at.Terms, Aimed(at), box, radius));
        if (next.IsBetterThan(at))
        {
            return next;
        }

        // Slopes led too far: step back to consent by the same slopes, or stay where it ends on the way.
        var repaired = Try(LinearStep.Cheapest(problem, slopes, next.Terms, Aimed(next), box, radius / 2));
        return repaired.IsBetterThan(at) ? repaired : Between(at, next);
    }

    /// <summary>Whether a step was long enough to go on in such steps: a twentieth of what was missing, or of the cost.</summary>
    private static bool IsWorthwhile(Candidate at, Candidate next) => at.IsFeasible
        ? next.IsBetterThan(at) && at.Cost - next.Cost > 0.05 * at.Cost
        : next.IsFeasible || next.Worst - at.Worst > -0.05 * at.Worst;

    private Candidate Between(Candidate at, Candidate beyond)
    {
        var (best, reached, share) = (at, 0.0, 0.5);
        for (var half = 0; half < 3; half++, share /= 2)
        {
            var there = Try([.. at.Terms.Zip(beyond.Terms, (from, to) => from + ((reached + share) * (to - from)))]);
            (best, reached) = there.IsBetterThan(best) ? (there, reached + share) : (best, reached);
        }

        return best;
    }

    /// <summary>Margins as if a little less than none were none, so that a step does not end just short of consent.</summary>
    private static double[] Aimed(Candidate candidate) => [.. candidate.Margins.Select(margin => margin - Aim)];

    /// <summary>Takes every move back as far as consent allows, the dearest first.</summary>
    private Candidate TakeBack(Candidate at, TermBox box)
    {
        var home = box.Nearest(problem.Start());
        trial.Draws.StandAt(at.Terms);
        foreach (var k in Enumerable.Range(0, home.Length)
            .Where(k => at.Terms[k] != home[k])
            .OrderByDescending(k => problem.Terms[k].Cost * Math.Abs(at.Terms[k] - home[k])))
        {
            at = TakeBack(at, k, home[k]);
        }

        return at;
    }

    private Candidate TakeBack(Candidate at, int k, double home)
    {
        if (TryWith(at, k, home) is { } back)
        {
            return back.Cost <= at.Cost ? back : at;
        }

        var refused = home;
        while (Math.Abs(at.Terms[k] - refused) > 1.01 * Grain)
        {
            var middle = Math.Round(Math.Round((at.Terms[k] + refused) / 2 / Grain) * Grain, 6);
            if (!problem.Terms[k].IsTrifle(middle) && TryWith(at, k, middle) is { } nearer)
            {
                at = nearer;
            }
            else
            {
                refused = middle;
            }
        }

        return at;
    }

    /// <summary>
    /// Among offers that cost no more, one that gives the veto player who gains least more: longer steps while they lead to
    /// more, shorter ones where they do not.
    /// </summary>
    private Candidate Even(Candidate at, TermBox box)
    {
        var radius = FirstEvenRadius;
        for (var step = 0; step < MostSteps && radius >= LastEvenRadius && !trial.IsSpent(); step++)
        {
            var slopes = new Slopes(trial, at, consent, box, Math.Clamp(radius / 2, NarrowestSecant, WidestSecant));
            var next = Try(LinearStep.Fairest(problem, slopes, box, radius));
            var isFairer = next.IsFeasible && isAllowed?.Invoke(next.Terms) != false
                && next.Cost <= at.Cost + 1e-9 && next.SmallestGain > at.SmallestGain + SmallestEvening;
            (at, radius) = isFairer ? (next, Math.Min(100, radius * Longer)) : (at, radius * Shorter);
        }

        return at;
    }

    /// <summary>
    /// Puts back every move that is too small to be told, where the others make up for it at hardly more cost; a red line or the
    /// last bit of consent can ask for one, which then stays.
    /// </summary>
    private Candidate WithoutTrifles(Candidate at, TermBox box)
    {
        if (!at.IsFeasible)
        {
            return at;
        }

        // One bound for all of them together.
        var most = at.Cost * (1 + Alike);
        foreach (var k in Enumerable.Range(0, at.Terms.Length).Where(k => problem.Terms[k].IsTrifle(at.Terms[k])))
        {
            var start = problem.Terms[k].Start;
            var kept = box.With(k, start, start);
            if (kept.IsEmpty || trial.IsSpent())
            {
                continue;
            }

            var without = TryWith(at, k, start) ?? MadeUpFor(at, kept);
            if (without is not null && without.Cost <= most)
            {
                (at, box) = (without, kept);
            }
        }

        return at;
    }

    /// <summary>The nearest consent with a term kept where it started; null where there is none that is allowed.</summary>
    private Candidate? MadeUpFor(Candidate at, TermBox kept)
    {
        var found = Improve(Try(kept.Nearest(at.Terms)), kept, radius: SecondRadius);
        return found.IsFeasible && isAllowed?.Invoke(found.Terms) != false ? Tidy(TakeBack(found, kept), kept) : null;
    }

    /// <summary>Rounds terms to what can be read, away from where they started, where consent allows.</summary>
    private Candidate Tidy(Candidate at, TermBox box)
    {
        for (var k = 0; k < at.Terms.Length; k++)
        {
            var (x, start) = (at.Terms[k], problem.Terms[k].Start);
            var round = Math.Round((x > start ? Math.Ceiling((x / Grain) - 1e-6) : Math.Floor((x / Grain) + 1e-6)) * Grain, 6);
            if (x != start && round != x && round >= box.Low[k] && round <= box.High[k] && TryWith(at, k, round) is { } tidy)
            {
                at = tidy;
            }
        }

        return at;
    }

    private Candidate? TryWith(Candidate at, int k, double value)
    {
        double[] terms = [.. at.Terms];
        terms[k] = value;
        return Allowed(terms);
    }

    /// <summary>What has consent and is allowed; else null.</summary>
    public Candidate? Allowed(double[] terms) =>
        isAllowed?.Invoke(terms) != false && Try(terms) is { IsFeasible: true } found ? found : null;
}
