namespace Parley.Functions.Specifying.Shapes;

/// <summary>An effect year by year, and by what paths it comes about.</summary>
public sealed record EffectInTime(
    string Name,
    IReadOnlyList<Level> Trajectory,
    Level Short,
    Level Long,
    Estimate AgainstNoDeal,
    IReadOnlyList<EffectPath> Paths,
    double Unexplained,
    bool ConflictOfSigns);

public sealed record Level(int Year, Estimate Mean, Estimate Median, Estimate Low80, Estimate High80);

public sealed record EffectPath(IReadOnlyList<string> Links, string Text, Estimate Contribution);
