using Parley.Engine.Estimating;

namespace Parley.Engine.Evaluating;

/// <summary>What follows for one effect, as a change since the status quo from −1 to 1.</summary>
/// <param name="Trajectory">One entry a year from 1 to the horizon.</param>
/// <param name="Short">The level at the short horizon.</param>
/// <param name="Long">The level at the horizon.</param>
/// <param name="AgainstNoDeal">The level at the horizon minus the one without a deal.</param>
/// <param name="Paths">Causes that matter most at the horizon, largest first.</param>
/// <param name="Unexplained">What the paths that were followed leave of the mean level at the horizon.</param>
/// <param name="ConflictOfSigns">True when causes in both directions are large, so that the sum hides a dispute.</param>
public sealed record EffectReport(
    string Effect,
    string Name,
    IReadOnlyList<EffectLevel> Trajectory,
    EffectLevel Short,
    EffectLevel Long,
    Estimate AgainstNoDeal,
    IReadOnlyList<CausalPath> Paths,
    double Unexplained,
    bool ConflictOfSigns);

/// <summary>An effect's level in a year, with the spread that the assumptions leave.</summary>
public sealed record EffectLevel(int Year, Estimate Mean, Estimate Median, Estimate Low80, Estimate High80);

/// <summary>A chain of links from a cause to an effect.</summary>
/// <param name="Links">Ids of the links, from the cause on.</param>
/// <param name="Contribution">Its part of the mean level at the horizon; all paths together add up to it.</param>
public sealed record CausalPath(IReadOnlyList<string> Links, string Text, Estimate Contribution);
