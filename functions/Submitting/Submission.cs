using Parley.Contracts;
using Parley.Engine.Scenarios;
using Parley.Functions.Storage;

namespace Parley.Functions.Submitting;

/// <summary>A scenario that may be accepted.</summary>
/// <param name="Json">As it is stored.</param>
/// <param name="Payload">Fingerprint of what was sent.</param>
/// <param name="Situation">The content it was read against.</param>
/// <param name="Cost">Its share of what evaluations may cost, as <see cref="EvaluationCost"/> counts.</param>
public sealed record Submission(Scenario Scenario, byte[] Json, string Payload, SituationVersion Situation, long Cost);
