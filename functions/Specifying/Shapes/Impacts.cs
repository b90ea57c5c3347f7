using System.Text.Json.Serialization;
using Parley.Engine.Evaluating;
using Parley.Engine.Situations;
using Parley.Functions.Storage;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>What a scenario means for a stakeholder.</summary>
public sealed record StakeholderImpact(string Name, StakeholderRole Role, Impact NoDeal, Impact StatusQuo, IReadOnlyList<string> Reasons);

public sealed record Impact(
    Estimate Mean,
    Estimate Median,
    Estimate Low80,
    Estimate High80,
    Estimate ProbabilityOfGain,
    Estimate ShortHorizonMean,
    IReadOnlyList<Contribution> Contributions);

public sealed record Contribution(ContributionKind Kind, string Id, string Name, Estimate Mean);

/// <summary>Impacts, acceptance and effects in lists, as pages and spreadsheets read them.</summary>
public sealed record Impacts(
    Guid Scenario,
    string Title,
    int Generation,
    string EngineVersion,
    SituationVersion Situation,
    long Seed,
    int Draws,
    int Horizon,
    int ShortHorizon,
    JointAcceptance? JointAcceptance,
    [property: JsonPropertyName("impacts")] IReadOnlyList<ListedImpact> Listed,
    IReadOnlyList<ListedEffect>? Effects);

public sealed record JointAcceptance(Estimate Probability, IReadOnlyList<string> Stakeholders);

public sealed record ListedImpact(
    string Stakeholder,
    string Name,
    StakeholderRole Role,
    ListedAcceptance? Acceptance,
    Impact? NoDeal,
    Impact? StatusQuo,
    IReadOnlyList<string>? Reasons,
    IReadOnlyList<Sentence>? Words);

public sealed record ListedAcceptance(Estimate Probability, IReadOnlyList<Blocking> Blocking, IReadOnlyList<ListedRedLine> RedLines);

public sealed record ListedRedLine(string Issue, string Name, TermOrigin Term, Estimate Share);

public sealed record ListedEffect(
    string Effect,
    string Name,
    IReadOnlyList<Level> Trajectory,
    Level Short,
    Level Long,
    Estimate AgainstNoDeal,
    IReadOnlyList<EffectPath> Paths,
    double Unexplained,
    bool ConflictOfSigns);
