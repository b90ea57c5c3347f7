namespace Parley.Functions.Specifying.Shapes;

/// <summary>A triangular distribution.</summary>
public sealed record Judgement(double Low, double Mode, double High, string Source, FactorLoading? Factor);

/// <summary>Makes judgements move together.</summary>
public sealed record FactorLoading(string Id, double Loading);
