namespace Parley.Engine.Offering;

/// <summary>
/// The fewest conditions that cannot be met together, where no two red lines clash by themselves. First a deletion filter
/// (Chinneck &amp; Dravnieks 1991): a condition is dropped for good where the others still cannot be met. What is left is
/// irreducible, and another such set may be smaller. That is settled by hitting sets (Ignatiev, Previti, Liffiton &amp;
/// Marques-Silva 2015, CP 2015, LNCS 9255, 173–182): all terms that are known leave some conditions unmet, and what
/// cannot be met holds one of those each time, so that no clash is smaller than the smallest set that does. Either that set
/// can be met, by terms which leave others unmet, or it is the clash. That something cannot be met rests on the search.
/// </summary>
internal sealed class ClashFinder(Trial trial, RedLineBounds lines, Consent whole)
{
    /// <summary>Trials for showing that a clash is the smallest; after them no other set is looked at.</summary>
    private const int BudgetOfSmallest = 1_500;

    private readonly OfferProblem problem = trial.Problem;
    private readonly List<double[]> met = [];
    private readonly List<int[]> unmet = [];
    private double[] nearest = trial.Problem.Start();

    /// <summary>The smallest clash that was found.</summary>
    public FoundSet Find()
    {
        var irreducible = Irreducible();
        var isMinimal = !trial.IsSpent();
        var end = trial.Draws.Evaluations + BudgetOfSmallest;
        while (true)
        {
            var hitting = new HittingSet(unmet);
            if (hitting.Smallest(irreducible.Length) is not { } candidate)
            {
                return new FoundSet(irreducible, isMinimal, isMinimal && !hitting.WasCut);
            }

            if (trial.Draws.Evaluations >= end || trial.IsSpent())
            {
                return new FoundSet(irreducible, isMinimal, false);
            }

            if (!CanBeMet(whole.Among(candidate)))
            {
                // With any member less it would hit less, and so be met by terms that are known.
                return trial.IsSpent() ? new FoundSet(irreducible, isMinimal, false) : new FoundSet(candidate, true, true);
            }
        }
    }

    /// <summary>The value of someone whom, as far as the search can tell, no terms content; null when there is nobody.</summary>
    public int? Alone()
    {
        foreach (var condition in whole.Active.Order().Where(c => problem.Conditions[c].Line is null))
        {
            if (!CanBeMet(whole.Among([condition])) && !trial.IsSpent())
            {
                return condition;
            }
        }

        return null;
    }

    /// <summary>A clash of which each member is needed: terms are at hand that meet all the others.</summary>
    private int[] Irreducible()
    {
        var left = whole.Active;
        var groups = problem.Needed.SelectMany(s => (int[][])
        [
            [.. whole.Active.Where(c => problem.Conditions[c].Stakeholder == s && problem.Conditions[c].Line is not null)],
            [.. whole.Active.Where(c => problem.Conditions[c].Stakeholder == s && problem.Conditions[c].Line is null)],
        ]);
        foreach (var group in groups)
        {
            left = Drop(left, group);
        }

        foreach (var condition in left.Order().ToArray())
        {
            left = Drop(left, [condition]);
        }

        return [.. left.Order()];
    }

    private IReadOnlySet<int> Drop(IReadOnlySet<int> from, int[] some)
    {
        var rest = whole.Among(from.Except(some));
        return some.Length == 0 || trial.IsSpent() || CanBeMet(rest) ? from : rest.Active;
    }

    /// <summary>Whether a search finds terms that meet the consent; what they leave unmet is then known.</summary>
    private bool CanBeMet(Consent consent)
    {
        var box = lines.Box(consent.Active, consent.Draws);
        if (consent.Active.Count == 0 || box.IsEmpty)
        {
            return consent.Active.Count == 0;
        }

        var search = new OfferSearch(trial, consent);
        var best = met.Select(terms => search.Try(box.Nearest(terms))).FirstOrDefault(known => known.IsFeasible)
            ?? search.Improve(search.Try(box.Nearest(nearest)), box, untilConsent: true);
        best = best.IsFeasible ? best : search.Improve(search.Try(box.Middle()), box, untilConsent: true);
        best = new DirectSearch(search, box).Climb(best);
        if (best.IsFeasible)
        {
            met.Add(best.Terms);
            unmet.Add(Unmet(best.Terms, consent));
        }
        else
        {
            nearest = best.Terms;
        }

        return best.IsFeasible;
    }

    /// <summary>What terms leave unmet once they are seen to meet a consent, and of the other conditions whatever goes with it.</summary>
    private int[] Unmet(double[] terms, Consent consent)
    {
        var (kept, left) = (consent.Active.ToHashSet(), new List<int>());
        trial.Draws.Set(terms);
        foreach (var condition in whole.Active.Except(consent.Active).Order())
        {
            if (whole.Among(kept.Append(condition)).IsMetBy(trial.Draws))
            {
                kept.Add(condition);
            }
            else
            {
                left.Add(condition);
            }
        }

        return [.. left];
    }
}

/// <summary>Conditions that cannot be met together, as far as the search can tell.</summary>
/// <param name="IsMinimal">True when terms are known that meet all but any one of them.</param>
/// <param name="IsSmallest">True when terms are known for every smaller set.</param>
internal sealed record FoundSet(IReadOnlyList<int> Conditions, bool IsMinimal, bool IsSmallest);
