using Parley.Engine.Bargaining;
using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>Where bargaining would end.</summary>
public sealed record Bargaining(
    Keyed<BargainingActor> Actors,
    BargainingOutcomes Outcomes,
    Keyed<OutcomeSpread> Spreads,
    BargainingBlock? Blocking,
    IReadOnlyList<BargainingRound> Rounds,
    IReadOnlyList<Exchange> Exchanges,
    IReadOnlyList<string> Notes);

public sealed record BargainingActor(string Name, StakeholderRole Role, double Capability, bool ConsentNeeded);

public sealed record BargainingOutcomes(
    BargainingOutcome CompromiseMean,
    BargainingOutcome Nash,
    BargainingOutcome KalaiSmorodinsky,
    BargainingOutcome SpatialModel,
    BargainingOutcome EqualGainExchange);

/// <param name="Acceptance">Since engine 10.</param>
public sealed record BargainingOutcome(
    BargainingVerdict AtModes, string? Reason, Estimate Found, OutcomeAcceptance? Acceptance, Keyed<IssueOutcome> Issues);

public sealed record OutcomeAcceptance(int Draws, Estimate Joint, Keyed<OutcomeSigner> Stakeholders);

public sealed record OutcomeSigner(string Name, Estimate Probability);

public sealed record IssueOutcome(
    string Name, double? AtModes, double? CompromiseAtModes, Estimate? Mean, Estimate? Median, Estimate? Low80, Estimate? High80);

public sealed record OutcomeSpread(string Name, double Lowest, BargainingMethod LowestBy, double Highest, BargainingMethod HighestBy);

/// <param name="IsProven">Since engine 10.</param>
public sealed record BargainingBlock(string? First, string? Second, string? Issue, double Gap, bool? IsProven, string Text);

public sealed record BargainingRound(
    int Turn, double StopRatio, Keyed<RoundActor> Actors, IReadOnlyList<Challenge> Challenges, IReadOnlyList<BargainingMove> Moves);

public sealed record RoundActor(IReadOnlyList<double> Positions, double WinProbability);

public sealed record Challenge(string Initiator, string Target, double WinProbability, double ExpectedGain);

public sealed record BargainingMove(string Stakeholder, string Initiator, string Target, double Probability, int Options, string Text);

public sealed record Exchange(
    string First,
    string Second,
    string FirstGives,
    string SecondGives,
    double FirstShift,
    double SecondShift,
    double Gain,
    Keyed<double> Externalities,
    string Text);
