using Parley.Engine.Situations;

namespace Parley.Engine.Holding;

/// <summary>A hazard with every reference resolved and every number to a row of the matrix of draws.</summary>
/// <param name="Base">The class that the evaluation starts from.</param>
internal sealed record BoundHazard(Hazard Hazard, BaseRate Base, IReadOnlyList<BoundFactor> Factors);

/// <summary>A factor, bound.</summary>
/// <param name="LevelRow">Row of the deal's term or of the assumption that the factor is read off.</param>
/// <param name="Full">The value at which an issue or assumption is full: 100 or 1.</param>
/// <param name="GoodFaithRow">Row of the level that the factor is multiplied by; −1 where it needs no good faith.</param>
internal sealed record BoundFactor(HazardFactor Factor, int LevelRow, double Full, int OddsRatioRow, int GoodFaithRow);
