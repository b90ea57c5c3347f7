using Parley.Engine.Scenarios;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>The terms of a settlement, and what is asked about them.</summary>
public sealed record Scenario(
    int SchemaVersion,
    string Situation,
    string Title,
    string? Summary,
    ScenarioKind? Kind,
    Publication? Publication,
    Keyed<Either<double, DecidedTerm, OpenTerm>> Terms,
    ScenarioAssumptions? Assumptions,
    int? Horizon,
    int? ShortHorizon,
    int? Draws,
    long? Seed,
    IReadOnlyList<Analysis>? Analyses,
    DriversRequest? Drivers,
    CounterOfferRequest? CounterOffers);

public sealed record Publication(string Title, string Author, string Date, string Url, string? Note);

public sealed record DecidedTerm(double Value, string? Note);

public sealed record OpenTerm(double Low, double Mode, double High, string Source, FactorLoading? Factor, string? Note, bool? Specified);

public sealed record ScenarioAssumptions(string? BaseClass, Keyed<Either<string, Keyed<double>>>? Profiles, Keyed<Judgement>? Overrides);

public sealed record DriversRequest(IReadOnlyList<Output>? Outputs, int? Points, int? Resamples);

public sealed record CounterOfferRequest(double? Confidence, OfferConstraint? Constraint, int? Offers, Keyed<Either<FixedTerm, TermLimits>>? Limits);

public enum FixedTerm
{
    Fixed,
}

public sealed record TermLimits(double? AtLeast, double? AtMost);
