using Parley.Engine.Evaluating;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>What small change would make every veto player sign.</summary>
public sealed record CounterOffers(
    string Text,
    double Confidence,
    OfferConstraint Constraint,
    Keyed<StartingTerm> Terms,
    OfferAcceptance Original,
    IReadOnlyList<Offer> Offers,
    Clash? Clash,
    OfferSearch Search,
    IReadOnlyList<string> Notes);

public sealed record StartingTerm(string Name, TermOrigin Term, double Start, double AtLeast, double AtMost, double CostOfMoving);

public sealed record TwiceEstimated(Estimate FixedDraws, Estimate FreshDraws);

public sealed record OfferAcceptance(TwiceEstimated Joint, Keyed<OfferStakeholder> Stakeholders);

public sealed record OfferStakeholder(string Name, StakeholderRole Role, TwiceEstimated Probability);

/// <param name="SetAside">Since engine 11.</param>
public sealed record Offer(
    OfferKind Kind,
    string Text,
    string? Giver,
    double Cost,
    double? LeastCost,
    bool? Certified,
    bool Fragile,
    Keyed<OfferMove> Moves,
    OfferAcceptance Acceptance,
    Estimate SmallestMedianGain,
    IReadOnlyList<Shortfall> Crossed,
    IReadOnlyList<Condition>? SetAside,
    Keyed<ImpactChange> Changes,
    Offer? Sturdier);

public sealed record OfferMove(
    string Name, double From, double To, string FromText, string ToText, double Cost, StakeholderChange? Pleases, StakeholderChange? Costs, string Text);

public sealed record StakeholderChange(string Stakeholder, string Name, Estimate Points);

public sealed record ImpactChange(string Name, Estimate Points);

public sealed record Condition(
    string Stakeholder, string Name, BlockingKind Kind, string? Issue, string? IssueName, double? AtLeast, double? AtMost);

public sealed record Shortfall(
    string Stakeholder, string Name, BlockingKind Kind, string? Issue, string? IssueName, double? AtLeast, double? AtMost, double Points);

public sealed record Clash(
    string Text,
    IReadOnlyList<Condition> Smallest,
    bool IsProven,
    bool IsMinimal,
    bool IsSmallest,
    Keyed<ClashGap> Gaps,
    bool? OtherwisePossible,
    double BestReachable,
    double ReachableAtMost,
    IReadOnlyList<Offer> Nearest);

public sealed record ClashGap(string Name, double From, double To, double Points, IReadOnlyList<Condition> RedLines, string Text);

public sealed record OfferSearch(int FixedDraws, int FreshDraws, int Evaluations, int Budget, int Starts, bool Converged);
