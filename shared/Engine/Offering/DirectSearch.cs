using Parley.Engine.Sampling;

namespace Parley.Engine.Offering;

/// <summary>
/// Climbs towards consent where slopes show no way: on a ridge, from which every term by itself leads down. Terms are tried
/// along an orthogonal basis and against it, another one each time, farther off after a success and nearer after none: a mesh
/// adaptive direct search (Audet &amp; Dennis 2006, SIAM J. Optim. 17(1), 188–217) with the orthogonal directions of
/// Abramson, Audet, Dennis &amp; Le Digabel 2009 (SIAM J. Optim. 20(2), 948–966), pseudo-random where theirs are Halton's,
/// and without the mesh.
/// </summary>
internal sealed class DirectSearch(OfferSearch search, TermBox box)
{
    private const double FirstRadius = 20;
    private const double LastRadius = 0.25;
    private const int MostPolls = 40;
    private const ulong Key = 0x5EEDED;

    private readonly int[] free = [.. Enumerable.Range(0, box.Low.Length).Where(k => box.High[k] > box.Low[k])];
    private RandomStream random = new(Key, 0);

    /// <summary>Terms with consent, or those nearest to it that were come upon.</summary>
    public Candidate Climb(Candidate at)
    {
        var (radius, last) = (FirstRadius, (double[]?)null);
        for (var poll = 0; poll < MostPolls && !at.IsFeasible && radius >= LastRadius && !search.Trial.IsSpent(); poll++)
        {
            (var before, last) = (at, Better(ref at, radius, last));
            radius = before == at ? radius / 2 : Math.Min(FirstRadius, 2 * radius);
        }

        return at;
    }

    /// <summary>Moves to the first better terms, by the last successful direction or by a new basis; gives the direction that led there.</summary>
    private double[]? Better(ref Candidate at, double radius, double[]? last)
    {
        foreach (var direction in last is null ? Basis() : Basis().Prepend(last))
        {
            if (search.Trial.IsSpent())
            {
                return null;
            }

            double[] terms = [.. at.Terms];
            for (var j = 0; j < free.Length; j++)
            {
                terms[free[j]] += radius * direction[j];
            }

            if (search.Try(box.Nearest(terms)) is var there && there.IsBetterThan(at))
            {
                at = there;
                return direction;
            }
        }

        return null;
    }

    /// <summary>The columns of a Householder matrix I − 2 q qᵀ / qᵀq, and their opposites.</summary>
    private IEnumerable<double[]> Basis()
    {
        double[] q = [.. free.Select(_ => (2 * (random.Next() >> 11) * (1.0 / (1UL << 53))) - 1)];
        var square = q.Sum(part => part * part);
        for (var column = 0; column < q.Length; column++)
        {
            double[] direction = [.. q.Select((part, row) => (row == column ? 1 : 0) - (2 * part * q[column] / square))];
            yield return direction;
            yield return [.. direction.Select(part => -part)];
        }
    }
}
