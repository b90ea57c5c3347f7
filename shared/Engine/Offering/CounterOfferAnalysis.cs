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
    /// <summary>Times that terms are tried at most, besides the last few steps of what is under way.</summary>
    private const int Budget = 4_000;

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
        trial = new Trial(problem, draws, Budget) { Whole = whole };
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

        var clash = found.Count > 0 ? null : nearest.Find();
        var tested = new FreshDraws(problem).Test([.. found.Concat(clash?.Nearest ?? []).Select(offer => offer.Candidate.Terms)], cancellation);
        var leastCost = box.IsEmpty ? 0 : problem.Cost(box.Nearest(problem.Start()));
        return new OfferWriter(problem, draws, lines, whole, tested)
            .Write(found, leastCost, clash, new SearchReport(FixedDraws.Count, FreshDraws.Count, draws.Evaluations, Budget, starts + (clash?.Starts ?? 0), !trial.IsSpent));
    }

    private static bool IsInside(TermBox box, double[] terms) => box.Nearest(terms).AsSpan().SequenceEqual(terms);

    /// <summary>The cheapest offer over all starts; from the terms nearest to the original alone where none can be cheaper.</summary>
    private Candidate? Cheapest(TermBox box)
    {
        const double grain = 0.1;
        var search = new OfferSearch(trial, whole);
        var least = problem.Cost(box.Nearest(problem.Start()));
        Candidate? best = null;
        foreach (var from in Starts(box).TakeWhile(_ => !trial.IsSpent))
        {
            starts++;
            var found = search.Run(from, box);
            best = best is null || found.IsBetterThan(best) ? found : best;
            if (best.IsFeasible && best.Cost <= least + grain)
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
        for (var next = cheapest; next is not null; next = found.Count < problem.Request.Offers ? variety.Next([.. found.Select(f => f.Candidate)]) : null)
        {
            Candidate[] before = [.. found.Select(offer => offer.Candidate)];
            var (offer, certified) = new OfferSearch(trial, whole, terms => OfferVariety.IsApart(terms, before)).Certify(next, box);
            found.Add(new FoundOffer(OfferKind.Consent, offer, certified));
        }

        found.Sort((one, other) => one.Candidate.Cost.CompareTo(other.Candidate.Cost));
    }
}

/// <summary>An offer that the search ended with.</summary>
internal sealed record FoundOffer(OfferKind Kind, Candidate Candidate, bool IsCertified);
