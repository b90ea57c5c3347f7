namespace Parley.Contracts;

/// <summary>What an evaluation was made from, so that a report that somebody kept says it without its service.</summary>
/// <param name="SituationVersion">Number of the situation's version, from 1.</param>
/// <param name="SituationHash"><see cref="Fingerprint"/> of that version.</param>
/// <param name="InputHash"><see cref="Fingerprint"/> of the scenario's canonical JSON.</param>
public sealed record Provenance(int SituationVersion, string SituationHash, string InputHash);
