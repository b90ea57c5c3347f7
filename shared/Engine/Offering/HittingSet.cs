namespace Parley.Engine.Offering;

/// <summary>Looks for a smallest set that has a member in common with each of some sets.</summary>
internal sealed class HittingSet(IReadOnlyList<int[]> sets)
{
    /// <summary>Most sets that are tried to be extended: beyond it the question is given up.</summary>
    private const int Budget = 50_000;

    private int tried;

    /// <summary>True when it was given up, so that nothing found tells nothing.</summary>
    public bool WasCut => tried >= Budget;

    /// <summary>
    /// A smallest hitting set of fewer members than a bound: ever larger ones are tried, each member in turn of a set that is
    /// not hit yet, as long as no more sets without a common member are left to hit than members to choose.
    /// </summary>
    /// <returns>The members in ascending order; null when there is none, or it was given up.</returns>
    public int[]? Smallest(int below)
    {
        for (var size = 0; size < below; size++)
        {
            if (Extend([], size) is { } found)
            {
                return [.. found.Order()];
            }
        }

        return null;
    }

    private int[]? Extend(int[] chosen, int left)
    {
        int[][] missed = [.. sets.Where(set => !set.Any(chosen.Contains)).OrderBy(set => set.Length)];
        if (missed.Length == 0)
        {
            return chosen;
        }

        if (++tried >= Budget || Apart(missed) > left)
        {
            return null;
        }

        return missed[0].Select(member => Extend([.. chosen, member], left - 1)).FirstOrDefault(found => found is not null);
    }

    /// <summary>Sets without a common member, as many as are come upon: each needs a member of its own.</summary>
    private static int Apart(int[][] missed)
    {
        var (taken, count) = (new HashSet<int>(), 0);
        foreach (var set in missed.Where(set => !taken.Overlaps(set)))
        {
            taken.UnionWith(set);
            count++;
        }

        return count;
    }
}
