namespace Parley.Engine.Situations;

/// <summary>A consequence followed year by year, as a change since the status quo on an open scale from −1 to 1.</summary>
/// <param name="WhenPositive">What a move towards 1 means in words.</param>
/// <param name="WhenNegative">What a move towards −1 means in words.</param>
public sealed record Effect(string Id, string Name, string WhenPositive, string WhenNegative, string Source);

/// <summary>An uncertain circumstance that no deal decides, such as the parties' good faith; 0 to 1.</summary>
public sealed record Assumption(string Id, string Name, TriangularRange Value, string Source);

/// <summary>One cause of an effect.</summary>
/// <param name="To">The effect that is moved.</param>
/// <param name="Weight">Signed strength of the cause, in units of the effect's inner score per unit of input, within [−3, 3].</param>
/// <param name="Delay">Whole years until the cause is felt, ≥ 1.</param>
/// <param name="Threshold">Null for a linear response.</param>
public sealed record Link(string Id, LinkSource From, string To, TriangularRange Weight, int Delay, ThresholdResponse? Threshold, string Source);

/// <summary>No response up to a threshold, full response from threshold plus width on, linear between.</summary>
/// <param name="At">Input at which the response begins, ≥ 0.</param>
/// <param name="Width">Width of the ramp, &gt; 0.</param>
public sealed record ThresholdResponse(TriangularRange At, double Width);
