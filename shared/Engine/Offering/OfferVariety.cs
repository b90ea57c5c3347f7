namespace Parley.Engine.Offering;

/// <summary>
/// Other offers than the cheapest: again the cheapest, but apart from those before by at least 0.15 scale lengths, Σ|Δ|/100
/// over all terms. To be so far apart, some term is pushed that far beyond all earlier offers, or kept where it started, or two terms
/// are pushed half as far, or from each earlier offer another term is pushed away; the pushes that cost least by the slopes at the first offer are searched.
/// </summary>
internal sealed class OfferVariety(Trial trial, Consent consent, TermBox box)
{
    /// <summary>Points, over all terms together, by which two offers differ at least.</summary>
    public const double Apart = 15;

    private const int PushesTried = 16;
    private const int OffersCompared = 4;
    private const int HalvesPaired = 5;
    private const int WaysFromEach = 3;

    private readonly List<Candidate> found = [];

    public static double Distance(double[] first, double[] second) => first.Zip(second, (a, b) => Math.Abs(a - b)).Sum();

    public static bool IsApart(double[] terms, IEnumerable<Candidate> offers) =>
        offers.All(offer => Distance(terms, offer.Terms) >= Apart - 1e-9);

    /// <summary>The cheapest offer apart from all these; null when none is found.</summary>
    public Candidate? Next(IReadOnlyList<Candidate> offers)
    {
        var search = new OfferSearch(trial, consent, terms => IsApart(terms, offers));
        var slopes = new Slopes(trial, offers[0], consent, box, 4);
        var compared = 0;
        foreach (var pushed in Pushes(offers).Concat(Pairs(offers, slopes)).Concat(FromEach(offers, slopes)).Where(pushed => !pushed.IsEmpty)
            .DistinctBy(pushed => string.Join(' ', pushed.Low.Concat(pushed.High))).OrderBy(pushed => Estimate(slopes, pushed)).Take(PushesTried))
        {
            if (compared == OffersCompared || trial.IsSpent())
            {
                break;
            }

            var other = search.Run(pushed.Nearest(offers[0].Terms), pushed);
            found.Add(other);
            compared += IsUsable(other, offers) ? 1 : 0;
        }

        return found.Where(candidate => IsUsable(candidate, offers)).MinBy(candidate => candidate.Cost);
    }

    private static bool IsUsable(Candidate candidate, IReadOnlyList<Candidate> offers) => candidate.IsFeasible && IsApart(candidate.Terms, offers);

    private IEnumerable<TermBox> Pushes(IReadOnlyList<Candidate> offers)
    {
        foreach (var way in Beyond(offers, Apart))
        {
            yield return With(box, way);
        }

        for (var k = 0; k < box.Low.Length; k++)
        {
            var start = trial.Problem.Terms[k].Start;
            if (offers.All(offer => Math.Abs(offer.Terms[k] - start) >= 1))
            {
                yield return box.With(k, start, start);
            }
        }
    }

    /// <summary>Half as far by each of two terms, of those for which half as far costs least.</summary>
    private IEnumerable<TermBox> Pairs(IReadOnlyList<Candidate> offers, Slopes slopes)
    {
        var halves = Cheapest(Beyond(offers, Apart / 2), slopes, HalvesPaired);
        return from one in halves
               from other in halves
               where one.Term < other.Term
               select With(With(box, one), other);
    }

    /// <summary>Away from each earlier offer in one of the ways from it that cost least.</summary>
    private IEnumerable<TermBox> FromEach(IReadOnlyList<Candidate> offers, Slopes slopes) => offers.Aggregate(
        (IEnumerable<TermBox>)[box],
        (boxes, offer) =>
        {
            var ways = Cheapest(Beyond([offer], Apart), slopes, WaysFromEach);
            return boxes.SelectMany(pushed => ways.Select(way => With(pushed, way)));
        });

    private IEnumerable<(int Term, double Low, double High)> Beyond(IReadOnlyList<Candidate> offers, double far) => Enumerable.Range(0, box.Low.Length)
        .SelectMany(k => new (int, double, double)[] { (k, offers.Max(offer => offer.Terms[k]) + far, 100), (k, 0, offers.Min(offer => offer.Terms[k]) - far) });

    private (int Term, double Low, double High)[] Cheapest(IEnumerable<(int Term, double Low, double High)> ways, Slopes slopes, int most) =>
        [.. ways.Where(way => !With(box, way).IsEmpty).OrderBy(way => Estimate(slopes, With(box, way))).Take(most)];

    private static TermBox With(TermBox box, (int Term, double Low, double High) way) => box.With(way.Term, way.Low, way.High);

    /// <summary>The cost that the slopes promise, consent that they cannot reach counting heavily.</summary>
    private double Estimate(Slopes slopes, TermBox pushed)
    {
        const double heavily = 100;
        var from = pushed.Nearest(slopes.At.Terms);
        var terms = LinearStep.Cheapest(trial.Problem, slopes, from, Margins(slopes, from), pushed, 100);
        return trial.Problem.Cost(terms) + (heavily * Math.Max(0, -Margins(slopes, terms).Min()));
    }

    private static double[] Margins(Slopes slopes, double[] terms)
    {
        double[] margins = [.. slopes.At.Margins];
        for (var k = 0; k < terms.Length; k++)
        {
            var way = terms[k] - slopes.At.Terms[k];
            for (var g = 0; way != 0 && g < margins.Length; g++)
            {
                margins[g] += Math.Abs(way) * (slopes.Of(k, Math.Sign(way))?[g] ?? 0);
            }
        }

        return margins;
    }
}
