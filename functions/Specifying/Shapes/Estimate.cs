namespace Parley.Functions.Specifying.Shapes;

/// <summary>A number with its standard error.</summary>
public sealed record Estimate(double Value, double StandardError);

/// <summary>What cannot be answered, and why.</summary>
public sealed record Unanswered(string Reason);
