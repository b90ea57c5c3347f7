namespace Parley.Functions.Storage;

/// <summary>A message that nothing could be done with.</summary>
/// <param name="Id">Hash of the message.</param>
/// <param name="Scenario">Absent when the message names none.</param>
/// <param name="ReplayedAt">When its scenario was asked for again; absent if it was not.</param>
public sealed record DeadLetter(string Id, string Reason, Guid? Scenario, DateTimeOffset KeptAt, DateTimeOffset? ReplayedAt);
