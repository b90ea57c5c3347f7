namespace Parley.Engine.Situations;

/// <summary>Questions about the deal as a whole; each part may be absent.</summary>
/// <param name="Legality">A panel of its own, never a term in anybody's value.</param>
public sealed record Measures(Subordination? Subordination, OutcomePair? OutcomePair, IReadOnlyList<LegalityTest> Legality);

/// <summary>Whose deal it is: how far the terms follow the principals' ideal points rather than the others'.</summary>
public sealed record Subordination(IReadOnlyList<string> Principals, IReadOnlyList<string> Others, string Source);

/// <summary>Two outcomes reported together because a deal may bring one at the price of the other.</summary>
public sealed record OutcomePair(OutcomeEvent Short, OutcomeEvent Long, string Source);

/// <summary>An effect beyond a threshold in a year.</summary>
/// <param name="Year">Whole years after the deal, ≥ 1.</param>
/// <param name="Wants">Whether the event is the effect at or above, or at or below the threshold.</param>
/// <param name="Threshold">In (−1, 1).</param>
public sealed record OutcomeEvent(string Effect, int Year, Direction Wants, double Threshold);

/// <summary>A rule of law held against one term.</summary>
/// <param name="Bound">The last lawful value, 0 to 100.</param>
public sealed record LegalityTest(string Id, string Name, string Issue, RedLineSide Side, double Bound, string Text, string Source);
