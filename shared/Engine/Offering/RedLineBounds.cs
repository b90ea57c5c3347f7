using Parley.Engine.Estimating;

namespace Parley.Engine.Offering;

/// <summary>
/// What red lines leave of every term, exactly: the interval in which each line of those whose consent is needed is kept with
/// the wanted probability. Outside it no offer can have consent, since acceptance needs every line kept.
/// </summary>
internal sealed class RedLineBounds
{
    private readonly OfferProblem problem;
    private readonly RedLineBound[] lines;
    private readonly int[] keptByFixed;

    public RedLineBounds(OfferProblem problem, FixedDraws draws)
    {
        this.problem = problem;
        lines =
        [
            .. Enumerable.Range(0, problem.Conditions.Count)
                .Where(c => problem.Conditions[c].Term >= 0)
                .Select(c => new RedLineBound(c, problem.Conditions[c], draws.Quantity(problem.Conditions[c].Line!.Row))),
        ];
        draws.Set(problem.Start());
        keptByFixed =
        [
            .. Enumerable.Range(0, problem.Conditions.Count).Select(c => problem.Conditions[c] is { Line: not null, Term: < 0 }
                ? Kept(draws.Slack(c))
                : FixedDraws.Count),
        ];
    }

    /// <summary>The terms that keep every active line in so many draws.</summary>
    public TermBox Box(IReadOnlySet<int> active, int draws)
    {
        var box = Limits();
        foreach (var line in lines.Where(line => active.Contains(line.Condition)))
        {
            var term = line.Of.Term;
            if (line.IsLower)
            {
                box.Low[term] = Math.Max(box.Low[term], line.At(draws));
            }
            else
            {
                box.High[term] = Math.Min(box.High[term], line.At(draws));
            }
        }

        return box;
    }

    /// <summary>The terms that the limits of the search allow.</summary>
    public TermBox Limits() => new([.. problem.Terms.Select(term => term.Low)], [.. problem.Terms.Select(term => term.High)]);

    /// <summary>The last value that keeps to a condition's red line in so many draws.</summary>
    public double At(int condition, int draws) => lines.Single(line => line.Condition == condition).At(draws);

    /// <summary>
    /// Active red lines that clash by themselves, with terms that stand still, or with what may be offered; else by twos: per
    /// term those furthest apart, the widest gap first. Each of them is a smallest clashing set.
    /// </summary>
    public IReadOnlyList<LineClash> Clashes(IReadOnlySet<int> active, int draws)
    {
        var single = keptByFixed.Select((kept, c) => new LineClash([c], -1, 0, 0)).Where((clash, c) => active.Contains(c) && keptByFixed[c] < draws);
        return [.. single.Concat(Enumerable.Range(0, problem.Terms.Count).SelectMany(k => Clashes(active, draws, k)))
            .OrderBy(clash => clash.Conditions.Count).ThenByDescending(clash => Settled.Of(clash.Gap))];
    }

    /// <summary>No offer can have everybody's consent in more draws than these.</summary>
    public int MostAccepted()
    {
        var limits = Limits();
        var most = keptByFixed.Append(FixedDraws.Count).Min();
        foreach (var line in lines)
        {
            most = Math.Min(most, line.Kept(line.IsLower ? limits.High[line.Of.Term] : limits.Low[line.Of.Term]));
            foreach (var other in lines.Where(other => line.IsLower && !other.IsLower && other.Of.Term == line.Of.Term))
            {
                most = Math.Min(most, line.MostKeptWith(other));
            }
        }

        return most;
    }

    private IEnumerable<LineClash> Clashes(IReadOnlySet<int> active, int draws, int term)
    {
        var here = lines.Where(line => line.Of.Term == term && active.Contains(line.Condition)).ToArray();
        var of = problem.Terms[term];
        var alone = here
            .Select(line => (line, Gap: line.IsLower ? line.At(draws) - of.High : of.Low - line.At(draws)))
            .Where(each => each.Gap > 0)
            .OrderByDescending(each => Settled.Of(each.Gap))
            .ToArray();
        if (alone.Length > 0)
        {
            return alone.Select(each => new LineClash([each.line.Condition], term, Math.Min(of.High, each.line.At(draws)), Math.Max(of.Low, each.line.At(draws))));
        }

        var lower = here.Where(line => line.IsLower).MaxBy(line => line.At(draws));
        var upper = here.Where(line => !line.IsLower).MinBy(line => line.At(draws));
        return lower is not null && upper is not null && lower.At(draws) > upper.At(draws)
            ? [new LineClash([lower.Condition, upper.Condition], term, upper.At(draws), lower.At(draws))]
            : [];
    }

    private static int Kept(ReadOnlySpan<double> slacks)
    {
        var kept = 0;
        foreach (var slack in slacks)
        {
            kept += slack >= 0 ? 1 : 0;
        }

        return kept;
    }
}

/// <summary>Red lines that no value of a term keeps to.</summary>
/// <param name="Conditions">Indices of the conditions: one that what may be offered cannot meet, or two.</param>
/// <param name="Term">The movable term; −1 for one that stands still.</param>
/// <param name="From">Lower end of the gap between the lines.</param>
/// <param name="To">Upper end of the gap.</param>
internal sealed record LineClash(IReadOnlyList<int> Conditions, int Term, double From, double To)
{
    public double Gap => To - From;
}
