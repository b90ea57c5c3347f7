using Parley.Engine.Bargaining;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Offering;

/// <summary>
/// What small change would make every veto player sign? The cheapest change of the terms by which each veto player, or all of
/// them at once, accept with the wanted probability on fixed draws; others apart from it; each tested again on fresh draws. Where
/// there is none: what clashes, and what comes nearest. A fixed number of trials bounds the work.
/// </summary>
internal sealed class CounterOfferAnalysis
{
    /// <summary>Times that terms are tried, at most: for the cheapest offer or for what clashes, and for every offer.</summary>
    private const int BudgetOfSearch = 2_000;

    private const int BudgetOfOffer = 1_000;

    /// <summary>Starts from which the cheapest offer is reached; the best of them is kept.</summary>
    private const int StartsNeeded = 2;

    private readonly OfferProblem problem;
    private readonly FixedDraws draws;
    private readonly RedLineBounds lines;
    private readonly Consent whole;
    private readonly Trial trial;
    private readonly CancellationToken cancellation;
    private int starts;

    private CounterOfferAnalysis(OfferProblem problem, CancellationToken cancellation)
    {
        this.problem = problem;
        this.cancellation = cancellation;
        draws = new FixedDraws(problem, cancellation);
        lines = new RedLineBounds(problem, draws);
        whole = new Consent(
            problem,
            Enumerable.Range(0, problem.Conditions.Count).ToHashSet(),
            Consent.DrawsFor(problem.Request.Confidence),
            problem.Request.Constraint == OfferConstraint.Jointly);
        trial = new Trial(problem, draws) { Whole = whole, Limit = BudgetOfSearch };
    }

    /// <summary>Looks for counter-offers to a checked scenario.</summary>
    /// <param name="cancellation">Looked at whenever terms are tried.</param>
    /// <exception cref="ArgumentException">The documents do not fit together.</exception>
    public static CounterOfferReport Run(Situation situation, Scenario scenario, CancellationToken cancellation)
    {
        var problem = new OfferProblem(situation, scenario);
        return problem.Vetoes.Count == 0
            ? OfferWriter.Nothing(problem.Request, OfferWording.NobodyCanRefuse)
            : new CounterOfferAnalysis(problem, cancellation).Run();
    }

    private CounterOfferReport Run()
    {
        var start = trial.Of(problem.Start(), whole);
        var box = lines.Box(whole.Active, whole.Draws);
        var nearest = new NearestOffers(trial, lines, whole);
        var found = new List<FoundOffer>();
        if (start.IsFeasible && IsInside(lines.Limits(), start.Terms))
        {
            starts = 1;
            found.Add(new FoundOffer(OfferKind.Consent, start, true));
        }
        else if (!box.IsEmpty && (Cheapest(box) ?? Reached(nearest, box)) is { } cheapest)
        {
            AddOffers(found, cheapest, box);
        }

        trial.Limit = BudgetOfSearch + (BudgetOfOffer * problem.Request.Offers);
        var clash = found.Count > 0 ? null : nearest.Find();
        if (clash is not null && !box.IsEmpty && trial.MostAccepted.Draws >= whole.Draws)
        {
            // Looking for what clashes came upon consent.
            AddOffers(found, new OfferSearch(trial, whole).Run(box.Nearest(trial.MostAccepted.Terms!), box), box);
            clash = null;
        }

        var tried = trial.Draws.Evaluations;
        var leastCost = box.IsEmpty ? 0 : problem.Cost(box.Nearest(problem.Start()));
        return new OfferWriter(problem, draws, lines, whole, new FreshDraws(problem), cancellation)
            .Write(found, leastCost, clash, new SearchReport(FixedDraws.Count, FreshDraws.Count, tried, BudgetOfSearch + (BudgetOfOffer * problem.Request.Offers), starts + (clash?.Starts ?? 0), !trial.WasCut));
    }

    private static bool IsInside(TermBox box, double[] terms) => box.Nearest(terms).AsSpan().SequenceEqual(terms);

    /// <summary>The cheapest offer over all starts; from the terms nearest to the original alone where none can be cheaper.</summary>
    private Candidate? Cheapest(TermBox box)
    {
        const double grain = 0.1;
        var search = new OfferSearch(trial, whole);
        var least = problem.Cost(box.Nearest(problem.Start()));
        Candidate? best = null;
        var reached = 0;
        foreach (var from in Starts(box).TakeWhile(_ => !trial.IsSpent()))
        {
            starts++;
            var found = search.Run(from, box);
            best = best is null || found.IsBetterThan(best) ? found : best;
            reached += found.IsFeasible ? 1 : 0;
            if (reached == StartsNeeded || (best.IsFeasible && best.Cost <= least + grain))
            {
                break;
            }
        }

        return best?.IsFeasible == true ? best : null;
    }

    /// <summary>Consent reached by asking for ever more of it, where asking for all of it at once found none.</summary>
    private Candidate? Reached(NearestOffers nearest, TermBox box) => nearest.MostAccepted() is { IsFeasible: true } reached
        ? new OfferSearch(trial, whole).Run(reached.Terms, box)
        : null;

    /// <summary>Near the original, in the middle of what the red lines leave, and where bargaining among those who must consent would end.</summary>
    private IEnumerable<double[]> Starts(TermBox box)
    {
        yield return box.Nearest(problem.Start());
        yield return box.Middle();
        var game = new GameReader(problem.Model).Read(BargainingSample.AtModes(problem.Model.Quantities));
        foreach (var solution in (Func<BargainingSolution>[])[() => CooperativeSolver.Nash(game), () => CooperativeSolver.KalaiSmorodinsky(game)])
        {
            if (solution() is { Verdict: BargainingVerdict.Found } agreed)
            {
                yield return box.Nearest([.. problem.Terms.Select(term => agreed.Terms[term.Issue])]);
            }
        }
    }

    private void AddOffers(List<FoundOffer> found, Candidate cheapest, TermBox box)
    {
        var variety = new OfferVariety(trial, whole, box);
        trial.Limit = BudgetOfSearch + BudgetOfOffer;
        for (var next = cheapest; next is not null; next = found.Count < problem.Request.Offers ? variety.Next([.. found.Select(f => f.Candidate)]) : null)
        {
            Candidate[] before = [.. found.Select(offer => offer.Candidate)];
            var (offer, certified) = new OfferSearch(trial, whole, terms => OfferVariety.IsApart(terms, before)).Certify(next, box);
            trial.Limit = BudgetOfSearch + (BudgetOfOffer * Math.Min(found.Count + 2, problem.Request.Offers));
            found.Add(new FoundOffer(OfferKind.Consent, offer, certified) { Sturdier = Sturdier(offer) });
        }

        found.Sort((one, other) => one.Candidate.Cost.CompareTo(other.Candidate.Cost));
    }

    /// <summary>
    /// An offer searched on fixed draws is just good enough for them, and as a rule not quite for others. This one asks for as
    /// much more consent as the sampling error of a share of so many independent draws, twice over.
    /// </summary>
    private FoundOffer? Sturdier(Candidate offer)
    {
        var wanted = problem.Request.Confidence;
        var more = whole.At(Consent.DrawsFor(wanted + (2 * Math.Sqrt(wanted * (1 - wanted) / FixedDraws.Count))));
        var box = lines.Box(more.Active, more.Draws);
        if (box.IsEmpty || trial.IsSpent())
        {
            return null;
        }

        var search = new OfferSearch(trial, more);
        var sturdy = search.Run(box.Nearest(offer.Terms), Beyond(offer, box));
        return sturdy.IsFeasible ? new FoundOffer(OfferKind.Sturdier, sturdy, false) : null;
    }

    /// <summary>The box in which every move of an offer is at least as far as it is.</summary>
    private TermBox Beyond(Candidate offer, TermBox box)
    {
        for (var k = 0; k < offer.Terms.Length; k++)
        {
            var (x, start) = (offer.Terms[k], problem.Terms[k].Start);
            box = x > start ? box.With(k, Math.Min(x, box.High[k]), 100) : x < start ? box.With(k, 0, Math.Max(x, box.Low[k])) : box;
        }

        return box;
    }
}

/// <summary>An offer that the search ended with.</summary>
internal sealed record FoundOffer(OfferKind Kind, Candidate Candidate, bool IsCertified)
{
    /// <summary>The same with more consent than needed; null where there is none.</summary>
    public FoundOffer? Sturdier { get; init; }

    /// <summary>The veto player who gives way; −1 for none.</summary>
    public int Giver { get; init; } = -1;

    /// <summary>Conditions that were set aside for it, in the order of the situation; null for an offer that sets none aside.</summary>
    public IReadOnlyList<int>? SetAside { get; init; }
}
