using Parley.Engine.Estimating;

namespace Parley.Engine.Offering;

/// <summary>The exchanges by which an offer is certified: none of them may lead to a cheaper one.</summary>
internal sealed class CheaperOffers(OfferSearch search)
{
    /// <summary>How far the certificate takes a move back.</summary>
    private const double HalfPoint = 0.5;

    /// <summary>How far it moves a term that costs next to nothing.</summary>
    private const double MostExchanged = 10;

    /// <summary>A move back that ends no farther from its start has ended there: sums lose their last digits.</summary>
    private const double Whole = 1e-9;

    private readonly OfferProblem problem = search.Trial.Problem;

    /// <summary>
    /// A cheaper offer beside this one: with one move taken back by half a point, or wholly where less would be left, or that and another
    /// term moved away for nine tenths of what the first saves; by as much more of both as is needed for the other
    /// term to move by half a point in all, and for the first not to be left with less. Null certifies that there is none.
    /// </summary>
    public Candidate? Beside(Candidate at, TermBox box)
    {
        search.Trial.Draws.StandAt(at.Terms);
        foreach (var j in Enumerable.Range(0, at.Terms.Length).Where(j => at.Terms[j] != problem.Terms[j].Start && problem.Terms[j].Cost > 0))
        {
            var way = problem.Terms[j].Start - at.Terms[j];
            var back = Math.Abs(way) < HalfPoint + MovableTerm.LeastTold ? way : Math.Sign(way) * HalfPoint;
            if (Shifted(at, box, (j, back)) is { } saving)
            {
                return saving;
            }

            for (var k = 0; k < at.Terms.Length; k++)
            {
                var spent = Math.Min(MostExchanged, 0.9 * Math.Abs(back) * problem.Terms[j].Cost / problem.Terms[k].Cost);
                var away = Math.Sign(at.Terms[k] - problem.Terms[k].Start);
                foreach (var direction in k == j ? [] : away == 0 ? (ReadOnlySpan<int>)[1, -1] : [away])
                {
                    // What the first gives up, it cannot give up beyond its start; where less than can be told would be left, it gives up all.
                    var missing = MovableTerm.LeastTold - Math.Abs(at.Terms[k] - problem.Terms[k].Start);
                    var more = Math.Clamp(missing / spent, 1, Math.Abs(way / back));
                    more = Settled.Of(Math.Abs(way) - (more * Math.Abs(back))) < MovableTerm.LeastTold ? way / back : more;
                    if (Shifted(at, box, (j, more * back), (k, more * direction * spent)) is { } exchange)
                    {
                        return exchange;
                    }
                }
            }
        }

        return null;
    }

    private Candidate? Shifted(Candidate at, TermBox box, params ReadOnlySpan<(int Term, double By)> shifts)
    {
        double[] terms = [.. at.Terms];
        foreach (var (term, by) in shifts)
        {
            var start = problem.Terms[term].Start;
            terms[term] = Math.Abs(terms[term] + by - start) < Whole ? start : terms[term] + by;
            if (terms[term] < box.Low[term] || terms[term] > box.High[term] || problem.Terms[term].IsTrifle(terms[term]))
            {
                return null;
            }
        }

        return search.Allowed(terms);
    }
}
