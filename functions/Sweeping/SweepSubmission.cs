using Parley.Contracts;
using Parley.Engine.Sweeping;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>A sweep that may be accepted.</summary>
/// <param name="Json">As it is stored.</param>
/// <param name="Payload">Fingerprint of what was sent.</param>
/// <param name="Situation">The content it was read against.</param>
/// <param name="Cost">As <see cref="SweepCost"/> counts.</param>
public sealed record SweepSubmission(
    Sweep Sweep, byte[] Json, string Payload, SituationVersion Situation, long Cost, int Variants, int VariantsPerChunk);
