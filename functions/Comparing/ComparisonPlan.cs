using Parley.Engine.Comparing;
using Parley.Engine.Situations;

namespace Parley.Functions.Comparing;

/// <summary>A comparison that can be made.</summary>
/// <param name="Situation">The version that all scenarios were accepted under.</param>
/// <param name="Chosen">Where the settings come from, for readers.</param>
/// <param name="Cost">Of making it, as <see cref="Contracts.ComparisonCost"/> counts.</param>
/// <param name="Key">Names everything that the answer depends on.</param>
public sealed record ComparisonPlan(
    Situation Situation, IReadOnlyList<ComparedScenario> Scenarios, CommonSettings Settings, ChosenSettings Chosen, long Cost, string Key);

/// <summary>Why each setting is what it is, in words.</summary>
public sealed record ChosenSettings(string Draws, string Seed, string Horizon, string ShortHorizon);
