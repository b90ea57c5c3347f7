using Parley.Engine.Binding;
using Parley.Engine.Evaluating;
using Parley.Engine.Sampling;
using Parley.Engine.Searching;

namespace Parley.Engine.Sweeping;

/// <summary>Finds boxes of terms in which variants fail (<see cref="PatientRuleInduction"/>).</summary>
internal sealed class FailureBoxes(Model model, Sweep sweep, Variants variants)
{
    private const int MostBoxes = 3;

    /// <summary>Variants that are searched; more hardly make better boxes.</summary>
    private const int MostSearched = 4_096;

    /// <summary>Share of failing variants, or of the others, below which there is too little to learn from.</summary>
    private const double SmallestShare = 0.02;

    private const int FewestVariants = 50;

    private readonly double[][] terms = [.. sweep.Varied.Select((_, t) => variants.Of(t).ToArray())];

    public Answer<VariantBoxes> Find(bool[] isFailing, CancellationToken cancellation)
    {
        if (Refusal(isFailing) is { } reason)
        {
            return new Answer<VariantBoxes>(null, reason);
        }

        var some = Searched(isFailing.Length);
        var found = PatientRuleInduction.Search(
            [.. terms.Select(term => some.Select(v => term[v]).ToArray())], [.. some.Select(v => isFailing[v])], MostBoxes, cancellation);
        Box[] boxes = [.. found.Select(each => each.Box)];
        return new Answer<VariantBoxes>(
            new VariantBoxes(
                some.Length,
                [.. boxes.Select(box => new VariantBox([.. box.Restricted.Select(term => Limit(box, term, isFailing))], Judge([box], isFailing)))],
                boxes.Length < 2 ? null : Judge(boxes, isFailing)),
            null);
    }

    /// <summary>At random, though always the same ones: even steps could meet a grid's own.</summary>
    private int[] Searched(int count)
    {
        var places = new double[count];
        LatinHypercube.Fill(SampleKey.Of(sweep.Base.Seed, "/searched"), block: 0, places);
        return [.. Enumerable.Range(0, count).Where(v => places[v] * count < MostSearched)];
    }

    private static string? Refusal(bool[] isFailing)
    {
        var share = isFailing.Count(each => each) / (double)isFailing.Length;
        return isFailing.Length < FewestVariants ? "There are too few variants to find out where the failing ones lie."
            : share < SmallestShare ? "Fewer than 2 % of the variants fail: too few to find out where they lie."
            : share > 1 - SmallestShare ? "More than 98 % of the variants fail: too few others to find out where those lie."
            : null;
    }

    private VariantBoxLimit Limit(Box box, int term, bool[] isFailing)
    {
        var issue = model.Issues.Single(each => each.Id == sweep.Varied[term].Issue);
        return new VariantBoxLimit(
            issue.Id,
            issue.Name,
            double.IsFinite(box.Low[term]) ? box.Low[term] : null,
            double.IsFinite(box.High[term]) ? box.High[term] : null,
            Judge([box.With(term, double.NegativeInfinity, double.PositiveInfinity)], isFailing).Density);
    }

    private VariantBoxQuality Judge(IReadOnlyList<Box> boxes, bool[] isFailing)
    {
        var (inside, both, failing) = (0, 0, 0);
        for (var v = 0; v < isFailing.Length; v++)
        {
            var isInside = boxes.Any(box => box.Contains(terms, v));
            inside += isInside ? 1 : 0;
            failing += isFailing[v] ? 1 : 0;
            both += isInside && isFailing[v] ? 1 : 0;
        }

        return new VariantBoxQuality(
            (double)inside / isFailing.Length, failing == 0 ? 0 : (double)both / failing, inside == 0 ? 0 : (double)both / inside);
    }
}
