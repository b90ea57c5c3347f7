using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>What is at stake, and for whom.</summary>
public sealed record Situation(
    int SchemaVersion,
    string Id,
    string Title,
    string Summary,
    DateOnly AsOf,
    Keyed<Source> Sources,
    Keyed<Issue> Issues,
    Keyed<Stakeholder> Stakeholders,
    Baselines Baselines,
    Keyed<Assumption> Assumptions,
    Keyed<Effect> Effects,
    Keyed<Link> Links,
    SituationMeasures? Measures,
    Keyed<Option>? Options,
    Hazard? Hazard);

public sealed record Source(string Text, string? Date, string? Url, SourceStatus Status);

public enum SourceStatus
{
    Verified,
    Weak,
    Computed,
    Memory,
    Judgement,
    Claim,
}

public sealed record Issue(string Name, IReadOnlyList<Anchor> Anchors, bool? Negotiable, Either<double, Judgement>? CostOfMoving, string Source);

public sealed record Anchor(double At, string Text);

public sealed record Baselines(Baseline StatusQuo, Baseline NoDeal);

public sealed record Baseline(string Name, DateOnly? Date, Keyed<BaselineOutcome> Outcomes, Keyed<Either<double, Judgement>>? Costs, string Source);

public sealed record BaselineOutcome(string Name, Either<double, Judgement>? Odds, Keyed<Either<double, Judgement>> Values, string Source);

public sealed record Assumption(string Name, Judgement Value, string Source);

public sealed record Effect(string Name, string WhenPositive, string WhenNegative, string Source);

public sealed record Link(LinkSource From, string To, Judgement Weight, int? Delay, Threshold? Threshold, string Source);

[ExactlyOne("issue", "effect", "assumption", "distance", "beyondRedLine", "outcome")]
public sealed record LinkSource(string? Issue, string? Effect, string? Assumption, string? Distance, Breach? BeyondRedLine, string? Outcome);

public sealed record Breach(string Stakeholder, string Issue);

public sealed record Threshold(Either<double, Judgement> At, double Width);

public sealed record Option(
    string Name, string Owner, bool? Irreversible, IReadOnlyList<string>? Requires, IReadOnlyList<string>? Excludes, Shifts Shifts, string Source);

public sealed record Shifts(Keyed<Either<double, Judgement>>? Issues, Keyed<Either<double, Judgement>>? Effects);

public sealed record Hazard(string BaseClass, string GoodFaith, Keyed<BaseRate> Classes, Keyed<HazardFactor> Factors, string Source);

public sealed record BaseRate(string Name, int? Cases5, double? Share5, int Cases10, double Share10, string Source);

public sealed record HazardFactor(string Name, FactorSource From, Direction Counts, Judgement OddsRatio, bool? DependsOnGoodFaith, string Source);

[ExactlyOne("issue", "assumption")]
public sealed record FactorSource(string? Issue, string? Assumption);

public sealed record SituationMeasures(SubordinationMeasure? Subordination, OutcomePairMeasure? OutcomePair, Keyed<LegalityTest>? Legality);

public sealed record SubordinationMeasure(IReadOnlyList<string> Principals, IReadOnlyList<string> Others, string Source);

public sealed record OutcomePairMeasure(OutcomeEvent Short, OutcomeEvent Long, string Source);

public sealed record OutcomeEvent(string Effect, int Year, Direction Wants, double Threshold);

[ExactlyOne("atMost", "atLeast")]
public sealed record LegalityTest(string Name, string Issue, double? AtMost, double? AtLeast, string Text, string Source);
