using Parley.Engine.Situations;

namespace Parley.Engine.Measuring;

/// <summary>Measures with every reference resolved to an index.</summary>
internal sealed record BoundMeasures(BoundPair? Pair, BoundSides? Sides, IReadOnlyList<BoundTest> Tests);

/// <summary>The two events that are counted together.</summary>
internal sealed record BoundPair(BoundEvent Short, BoundEvent Long);

/// <summary>An event of one effect.</summary>
internal sealed record BoundEvent(OutcomeEvent Event, int Effect);

/// <summary>Stakeholders on either side of the question whose deal it is.</summary>
internal sealed record BoundSides(IReadOnlyList<int> Principals, IReadOnlyList<int> Others);

/// <summary>A rule of law held against one issue.</summary>
internal sealed record BoundTest(LegalityTest Test, int Issue);
