namespace Parley.Local;

/// <summary>What became of a scenario that was sent: accepted under an id, or refused with every problem.</summary>
internal sealed record Submission(string? Id, ProblemAnswer? Refusal);
