namespace Parley.Engine.Bargaining;

/// <summary>A pair of issues that a player values together: weight × (product of the two values − what it is without an agreement).</summary>
/// <param name="Player">Index of the player.</param>
/// <param name="First">Index of an issue.</param>
/// <param name="Second">Index of another issue.</param>
/// <param name="Weight">≥ 0, on the scale of the issues' weights.</param>
/// <param name="Without">The product without an agreement, 0 to 1.</param>
public readonly record struct ValuedTogether(int Player, int First, int Second, double Weight, double Without);
