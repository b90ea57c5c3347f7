using System.Text.Json.Serialization;
using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>The situation's own measures.</summary>
public sealed record Measures(
    Either<OutcomePair, Unanswered> OutcomePair, Either<Subordination, Unanswered> Subordination, Either<Legality, Unanswered> Legality);

public sealed record OutcomePair(EventShare Short, EventShare Long, Estimate Both, Estimate ShortOnly, Estimate LongOnly, Estimate Neither);

public sealed record EventShare(string Effect, string Name, int Year, Direction Wants, double Threshold, Estimate Probability);

public sealed record Subordination(
    Keyed<Distance> Principals,
    Keyed<Distance> Others,
    Estimate PrincipalsMean,
    Estimate OthersMean,
    Estimate Mean,
    Estimate Median,
    Estimate Low80,
    Estimate High80,
    Estimate ProbabilityCloserToPrincipals);

public sealed record Distance(
    string Name, [property: JsonPropertyName("distance")] Estimate To);

public sealed record Legality(Keyed<LegalityShare> Tests);

[ExactlyOne("atMost", "atLeast")]
public sealed record LegalityShare(
    string Name, string Issue, string IssueName, double? AtMost, double? AtLeast, Estimate Lawful, string Text, string Source);
