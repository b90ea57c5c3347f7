namespace Parley.Functions.Storage;

/// <summary>A message that nothing could be done with.</summary>
/// <param name="Id">Hash of the message, or of what it asks for and the reason.</param>
/// <param name="Scenario">Absent when the message names none.</param>
/// <param name="Sweep">The same.</param>
/// <param name="ReplayedAt">When what it names was asked for again; absent if it was not.</param>
public sealed record DeadLetter(string Id, string Reason, Guid? Scenario, Guid? Sweep, DateTimeOffset KeptAt, DateTimeOffset? ReplayedAt);
