using Parley.Engine.Scenarios;

namespace Parley.Engine.Comparing;

/// <summary>A scenario under the name by which a comparison speaks of it.</summary>
/// <param name="Id">Unlike those of the others.</param>
public sealed record ComparedScenario(string Id, Scenario Scenario);
