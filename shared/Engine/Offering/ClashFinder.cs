namespace Parley.Engine.Offering;

/// <summary>
/// The conditions that cannot be met together, where no two red lines clash by themselves: a deletion filter (Chinneck &amp;
/// Dravnieks 1991). A condition is dropped for good where the others still cannot be met, so that of those left each is
/// needed: terms are at hand that meet all the others. That those left cannot be met rests on the search.
/// </summary>
internal sealed class ClashFinder(Trial trial, RedLineBounds lines, Consent whole)
{
    private readonly List<double[]> met = [];
    private double[] nearest = trial.Problem.Start();

    /// <summary>Indices of conditions, and whether every one of them was shown to be needed.</summary>
    public (IReadOnlyList<int> Conditions, bool IsMinimal) Find()
    {
        var problem = trial.Problem;
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

        return ([.. left.Order()], !trial.IsSpent());
    }

    /// <summary>The value of someone whom, as far as the search can tell, no terms content; null when there is nobody.</summary>
    public int? Alone()
    {
        foreach (var condition in whole.Active.Order().Where(c => trial.Problem.Conditions[c].Line is null))
        {
            if (!CanBeMet(whole.Among([condition])) && !trial.IsSpent())
            {
                return condition;
            }
        }

        return null;
    }

    private IReadOnlySet<int> Drop(IReadOnlySet<int> from, int[] some)
    {
        var rest = whole.Among(from.Except(some));
        return some.Length == 0 || trial.IsSpent() || CanBeMet(rest) ? from : rest.Active;
    }

    private bool CanBeMet(Consent consent)
    {
        var box = lines.Box(consent.Active, consent.Draws);
        if (consent.Active.Count == 0 || box.IsEmpty)
        {
            return consent.Active.Count == 0;
        }

        var search = new OfferSearch(trial, consent);
        if (met.Any(terms => search.Try(box.Nearest(terms)).IsFeasible))
        {
            return true;
        }

        var best = search.Improve(search.Try(box.Nearest(nearest)), box, untilConsent: true);
        best = best.IsFeasible ? best : search.Improve(search.Try(box.Middle()), box, untilConsent: true);
        if (best.IsFeasible)
        {
            met.Add(best.Terms);
        }
        else
        {
            nearest = best.Terms;
        }

        return best.IsFeasible;
    }
}
