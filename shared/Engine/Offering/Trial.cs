namespace Parley.Engine.Offering;

/// <summary>Tries terms on the fixed draws, as often as the budget allows.</summary>
internal sealed class Trial(OfferProblem problem, FixedDraws draws)
{
    private readonly double[] values = new double[FixedDraws.Count];
    private readonly int[] valueConditions =
        [.. problem.Vetoes.Select(veto => Enumerable.Range(0, problem.Conditions.Count).Single(c =>
            problem.Conditions[c].Stakeholder == veto && problem.Conditions[c].Line is null))];

    public OfferProblem Problem => problem;

    public FixedDraws Draws => draws;

    /// <summary>Trials, counted from the first, after which what is under way comes to an end.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>True once something was ended by the limit.</summary>
    public bool WasCut { get; private set; }

    public bool IsSpent()
    {
        var spent = draws.Evaluations >= Limit;
        WasCut |= spent;
        return spent;
    }

    /// <summary>Most draws in which all whose consent is needed gave it, over everything tried, and the terms that did.</summary>
    public (int Draws, double[]? Terms) MostAccepted { get; private set; } = (-1, null);

    /// <summary>Every condition counts here, whatever the search at hand has set aside.</summary>
    public required Consent Whole { get; init; }

    public Candidate Of(double[] terms, Consent consent)
    {
        draws.Set(terms);
        var margins = new double[consent.Groups];
        consent.Margins(draws, margins);
        var accepted = Whole.Accepted(draws);
        if (accepted > MostAccepted.Draws)
        {
            MostAccepted = (accepted, terms);
        }

        return new Candidate(terms, problem.Cost(terms), margins, [.. valueConditions.Select(Median)]);
    }

    private double Median(int condition)
    {
        draws.Slack(condition).CopyTo(values);
        return Ranking.Largest(values, FixedDraws.Count / 2);
    }
}
