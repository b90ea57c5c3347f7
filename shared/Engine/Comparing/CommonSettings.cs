namespace Parley.Engine.Comparing;

/// <summary>What all compared scenarios are run with, whatever each says itself.</summary>
/// <param name="Draws">A positive multiple of 20.</param>
/// <param name="Seed">One seed for all: what they share is the same draw.</param>
/// <param name="Horizon">Years over which effects are followed.</param>
/// <param name="ShortHorizon">Years of the early look, 1 to <paramref name="Horizon"/>.</param>
public sealed record CommonSettings(int Draws, long Seed, int Horizon, int ShortHorizon);
