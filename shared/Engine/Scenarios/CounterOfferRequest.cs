namespace Parley.Engine.Scenarios;

/// <summary>How counter-offers are looked for.</summary>
/// <param name="Confidence">Probability of acceptance that is enough, above 0 and below 1.</param>
/// <param name="Constraint">Whose acceptance is meant.</param>
/// <param name="Offers">How many offers are wanted, 1 to 5.</param>
/// <param name="Limits">What an offer may not do with a term.</param>
public sealed record CounterOfferRequest(
    double Confidence, OfferConstraint Constraint, int Offers, IReadOnlyList<TermLimit> Limits)
{
    public const double DefaultConfidence = 0.5;
    public const int DefaultOffers = 3;

    public static CounterOfferRequest Default { get; } = new(DefaultConfidence, OfferConstraint.Each, DefaultOffers, []);
}

/// <summary>Whose acceptance an offer must be likely enough to find.</summary>
public enum OfferConstraint
{
    /// <summary>Every veto player's, each on its own.</summary>
    Each,

    /// <summary>That of all veto players in the same draw.</summary>
    Jointly,
}

/// <summary>What an offer may not do with a term.</summary>
/// <param name="IsFixed">The term stays as the scenario has it.</param>
/// <param name="AtLeast">Lowest value that may be offered, 0 to 100.</param>
/// <param name="AtMost">Highest value that may be offered, 0 to 100.</param>
public sealed record TermLimit(string Issue, bool IsFixed, double AtLeast = 0, double AtMost = 100);
