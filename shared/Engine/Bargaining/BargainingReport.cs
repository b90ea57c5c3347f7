using Parley.Engine.Estimating;
using Parley.Engine.Situations;

namespace Parley.Engine.Bargaining;

/// <summary>Where bargaining would end, by five methods; none of them is the answer, their spread is part of it.</summary>
/// <param name="Actors">Who bargains: every stakeholder that can veto or influence, in situation order.</param>
/// <param name="Outcomes">One per method, the compromise mean first.</param>
/// <param name="Spreads">How far the methods are apart at the modes, per issue.</param>
/// <param name="Blocking">At the modes, whose acceptance sets do not meet; null when there is something to agree on.</param>
/// <param name="Rounds">The Spatial Model of Politics at the modes, turn by turn.</param>
/// <param name="Exchanges">The exchanges at equal gain at the modes, in the order they are made.</param>
/// <param name="Notes">What was assumed and what was left out, in words.</param>
public sealed record BargainingReport(
    IReadOnlyList<BargainingActor> Actors,
    IReadOnlyList<MethodOutcome> Outcomes,
    IReadOnlyList<MethodSpread> Spreads,
    BlockingReport? Blocking,
    IReadOnlyList<BargainingRound> Rounds,
    IReadOnlyList<ExchangeReport> Exchanges,
    IReadOnlyList<string> Notes);

/// <summary>Someone who bargains.</summary>
/// <param name="Capability">Influence at its mode, 0 to 100.</param>
/// <param name="ConsentNeeded">True for veto players and those who ratify for them: the players of Nash and Kalai–Smorodinsky.</param>
public sealed record BargainingActor(string Stakeholder, string Name, StakeholderRole Role, double Capability, bool ConsentNeeded);

/// <summary>What one method says.</summary>
/// <param name="AtModes">Whether it has an answer with every range at its mode.</param>
/// <param name="Reason">Why it has none at the modes, in words; null when it has.</param>
/// <param name="Found">Share of the draws in which it has an answer.</param>
/// <param name="Acceptance">Who would sign its answer at the modes; null where it has none.</param>
/// <param name="Issues">Without numbers where there is no answer.</param>
public sealed record MethodOutcome(
    BargainingMethod Method, BargainingVerdict AtModes, string? Reason, Estimate Found, OutcomeAcceptance? Acceptance, IReadOnlyList<IssueOutcome> Issues);

/// <summary>Who would sign if a method's answer were the deal, every other issue being left at the status quo.</summary>
/// <param name="Draws">The scenario's, at most 10,000.</param>
/// <param name="Joint">Share of the draws in which all veto players accept; 1 where there are none.</param>
/// <param name="Stakeholders">The veto players, in situation order.</param>
public sealed record OutcomeAcceptance(int Draws, Estimate Joint, IReadOnlyList<OutcomeSigner> Stakeholders);

/// <summary>Whether one veto player would sign, its ratifiers included.</summary>
/// <param name="Probability">Share of the draws.</param>
public sealed record OutcomeSigner(string Stakeholder, string Name, Estimate Probability);

/// <summary>What one method says on one issue, 0 to 100, beside the plain compromise mean.</summary>
/// <param name="AtModes">With every range at its mode; null without an answer.</param>
/// <param name="CompromiseAtModes">Σcsx / Σcs at the modes; null where nobody with influence cares.</param>
/// <param name="Draws">Over the draws that have an answer; null unless every block of the sample holds such a draw.</param>
public sealed record IssueOutcome(string Issue, string Name, double? AtModes, double? CompromiseAtModes, OutcomeSpread? Draws);

/// <summary>What the assumptions leave open.</summary>
/// <param name="Low80">10 % of the draws lie below.</param>
/// <param name="High80">10 % of the draws lie above.</param>
public sealed record OutcomeSpread(Estimate Mean, Estimate Median, Estimate Low80, Estimate High80);

/// <summary>The lowest and the highest answer on an issue among the methods that have one at the modes.</summary>
public sealed record MethodSpread(
    string Issue, string Name, double Lowest, BargainingMethod LowestBy, double Highest, BargainingMethod HighestBy);

/// <summary>
/// Two stakeholders whose acceptance sets do not meet, or twice the one that nothing contents; null when every two could
/// agree and only all together cannot.
/// </summary>
/// <param name="Issue">Where their red lines clash most; null when they clash over value.</param>
/// <param name="Gap">Points between the clashing red lines; 0 when they clash over value.</param>
/// <param name="IsProven">False where a search found nothing, which it can miss.</param>
public sealed record BlockingReport(string? First, string? Second, string? Issue, double Gap, bool IsProven, string Text);

/// <summary>One turn of the Spatial Model of Politics.</summary>
/// <param name="Turn">0 is where everyone starts.</param>
/// <param name="StopRatio">Movement of this turn over that of the first; 0 in the last state.</param>
public sealed record BargainingRound(
    int Turn,
    double StopRatio,
    IReadOnlyList<ActorStanding> Actors,
    IReadOnlyList<ChallengeReport> Challenges,
    IReadOnlyList<MoveReport> Moves);

/// <summary>Where an actor stands.</summary>
/// <param name="Positions">One per negotiable issue that somebody cares about, in the order of the spreads, 0 to 100.</param>
/// <param name="WinProbability">Probability of its position in an election among all positions.</param>
public sealed record ActorStanding(string Stakeholder, IReadOnlyList<double> Positions, double WinProbability);

/// <summary>Who challenges whom, in the challenger's view.</summary>
public sealed record ChallengeReport(string Initiator, string Target, double WinProbability, double ExpectedGain);

/// <summary>Why an actor moves.</summary>
/// <param name="Probability">Of the bargain it takes, among those open to it.</param>
/// <param name="Options">How many bargains were open to it.</param>
public sealed record MoveReport(string Stakeholder, string Initiator, string Target, double Probability, int Options, string Text);

/// <summary>An exchange at equal gain and what it does to everyone.</summary>
/// <param name="FirstShift">Change of the outcome of the issue the first gives, in points.</param>
/// <param name="SecondShift">Change of the outcome of the issue the second gives, in points.</param>
/// <param name="Gain">Of each partner, in salience × points.</param>
/// <param name="Externalities">Gain or loss of everyone else, in salience × points.</param>
public sealed record ExchangeReport(
    string First,
    string Second,
    string FirstGives,
    string SecondGives,
    double FirstShift,
    double SecondShift,
    double Gain,
    IReadOnlyList<Externality> Externalities,
    string Text);

/// <summary>What an exchange among others does to a stakeholder, in salience × points.</summary>
public sealed record Externality(string Stakeholder, double Gain);

/// <summary>Ways to say where bargaining ends.</summary>
public enum BargainingMethod
{
    /// <summary>Σcsx / Σcs.</summary>
    CompromiseMean,

    /// <summary>Asymmetric Nash bargaining solution.</summary>
    Nash,

    /// <summary>Kalai–Smorodinsky solution.</summary>
    KalaiSmorodinsky,

    /// <summary>Spatial Model of Politics.</summary>
    SpatialModel,

    /// <summary>Exchange of positions at equal gain.</summary>
    EqualGainExchange,
}
