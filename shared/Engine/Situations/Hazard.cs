namespace Parley.Engine.Situations;

/// <summary>How likely the deal is to break, from the record of earlier settlements and what the terms change about it.</summary>
/// <param name="BaseClass">The reference class that an evaluation starts from.</param>
/// <param name="GoodFaith">The assumption on which the factors that need compliance depend.</param>
public sealed record Hazard(string BaseClass, string GoodFaith, IReadOnlyList<BaseRate> Classes, IReadOnlyList<HazardFactor> Factors, string Source);

/// <summary>Share of earlier settlements after which force was used again.</summary>
/// <param name="Cases5">Settlements observed for five years.</param>
/// <param name="Share5">Share of them in which force returned, 0 to 1; null where only ten years are known.</param>
/// <param name="Cases10">Settlements observed for ten years.</param>
/// <param name="Share10">Share of them in which force returned, 0 to 1.</param>
public sealed record BaseRate(string Id, string Name, int? Cases5, double? Share5, int Cases10, double Share10, string Source);

/// <summary>Something in the terms or circumstances that changes the annual odds of a break.</summary>
/// <param name="From">An issue (value / 100) or an assumption.</param>
/// <param name="Counts">More: the factor is full at 100; Less: it is full at 0.</param>
/// <param name="OddsRatio">Multiplies the annual odds when the factor is full, &gt; 0.</param>
public sealed record HazardFactor(string Id, string Name, LinkSource From, Direction Counts, TriangularRange OddsRatio, bool DependsOnGoodFaith, string Source);
