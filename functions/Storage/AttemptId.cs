namespace Parley.Functions.Storage;

/// <summary>One try of one worker at one generation of a scenario.</summary>
public sealed record AttemptId(Guid Scenario, int Generation, string Attempt);
