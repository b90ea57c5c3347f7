namespace Parley.Engine.Estimating;

/// <summary>A number computed from a sample, with its sampling error; neither is ever NaN.</summary>
/// <param name="Value">The estimate, in the unit of the member that holds it.</param>
/// <param name="StandardError">
/// Standard error from the variance between the sample's 20 independent blocks, to be read with t(19).
/// It shrinks with more draws; the spread of the assumptions, which does not, is reported as an interval of its own.
/// </param>
public readonly record struct Estimate(double Value, double StandardError);
