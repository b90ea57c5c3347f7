namespace Parley.Functions.Specifying.Shapes;

/// <summary>How long the deal would hold.</summary>
public sealed record Durability(
    string BaseClass,
    IReadOnlyList<SurvivalInYear> Survival,
    SurvivalInYear Short,
    SurvivalInYear Long,
    IReadOnlyList<HazardPeriod> Periods,
    IReadOnlyList<DurabilityFactor> Factors,
    Keyed<SurvivalOfClass> Classes,
    string Note);

public sealed record SurvivalInYear(int Year, double BaseRate, Estimate Mean, Estimate Median, Estimate Low80, Estimate High80);

public sealed record HazardPeriod(int FromYear, int ToYear, double BaseHazard, double BaseLogOdds, Estimate Hazard, Estimate LogOdds);

public sealed record DurabilityFactor(string Id, string Name, Estimate Level, Estimate Part);

public sealed record SurvivalOfClass(
    string Name, int? Cases5, double? Share5, int Cases10, double Share10, string Source, IReadOnlyList<double> Survival);
