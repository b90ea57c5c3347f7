using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Offering;

/// <summary>What small change would make every veto player sign.</summary>
/// <param name="Reason">Why there is nothing to look for; then all else is empty. Null otherwise.</param>
/// <param name="Confidence">The probability of acceptance that was enough.</param>
/// <param name="Constraint">Whose acceptance was meant.</param>
/// <param name="Text">What was found, in a sentence.</param>
/// <param name="Terms">Where every term that may move starts from.</param>
/// <param name="Original">Who accepts the deal as the offers start from it.</param>
/// <param name="Offers">By which all veto players sign, on the fixed draws; the cheapest first.</param>
/// <param name="Clash">Why there is no offer; null where there is one.</param>
/// <param name="Search">What the search did.</param>
/// <param name="Notes">What was assumed, in words.</param>
public sealed record CounterOfferReport(
    string? Reason,
    double Confidence,
    OfferConstraint Constraint,
    string Text,
    IReadOnlyList<StartingTerm> Terms,
    OfferAcceptance? Original,
    IReadOnlyList<Offer> Offers,
    ClashReport? Clash,
    SearchReport? Search,
    IReadOnlyList<string> Notes);

/// <summary>Where a term starts from, and between what it may move.</summary>
/// <param name="Origin">Agreed or open: the mode of what the deal says. Status quo: the deal says nothing, the mode of that.</param>
/// <param name="Start">0 to 100.</param>
/// <param name="AtLeast">Lowest value that may be offered.</param>
/// <param name="AtMost">Highest value that may be offered.</param>
/// <param name="CostOfMoving">Price of a move by one point.</param>
public sealed record StartingTerm(string Issue, string Name, TermOrigin Origin, double Start, double AtLeast, double AtMost, double CostOfMoving);

/// <summary>A changed deal.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Cost">Σ cost of moving · |change| over the terms.</param>
/// <param name="LeastCost">No offer that has consent on the fixed draws can cost less than this, by the red lines alone.</param>
/// <param name="Certified">
/// Of an offer that has consent, on the fixed draws: no move can be taken back by half a point (wholly where less would be left), alone or, by as much more as leaves no trifle on either side, for another term's move that costs a tenth less, without losing consent.
/// </param>
/// <param name="Fragile">On fresh draws the 95 % interval of some probability begins below what is wanted.</param>
/// <param name="SmallestMedianGain">
/// The smallest, over the veto players, of the median points by which impact and the cost of no deal exceed the margin; fresh draws.
/// </param>
/// <param name="Crossed">Conditions that fail more often than wanted; none in an offer that has consent.</param>
/// <param name="Giver">Who would have to give way; null unless the offer is of that kind.</param>
/// <param name="Sturdier">The offer that asks for a little more consent than needed; null where none was found.</param>
/// <param name="Changes">Every stakeholder's change of impact against the original, mean over the same fresh draws.</param>
public sealed record Offer(
    OfferKind Kind,
    double Cost,
    double LeastCost,
    bool Certified,
    bool Fragile,
    IReadOnlyList<OfferMove> Moves,
    OfferAcceptance Acceptance,
    Estimate SmallestMedianGain,
    IReadOnlyList<Shortfall> Crossed,
    IReadOnlyList<ImpactChange> Changes,
    string? Giver,
    Offer? Sturdier,
    string Text)
{
    /// <summary>
    /// Red lines that are set aside for it, in the order of the situation: on every term that clashes those of who gives way and of its
    /// ratifiers, or halfway those of all. Null for an offer that sets none aside.
    /// </summary>
    public IReadOnlyList<ClashMember>? SetAside { get; init; }
}

/// <summary>What an offer is for.</summary>
public enum OfferKind
{
    /// <summary>All veto players sign with the wanted probability.</summary>
    Consent,

    /// <summary>The same with every move at least as far, so that consent is a little more than needed.</summary>
    Sturdier,

    /// <summary>Not enough sign: the largest probability that was found.</summary>
    MostAccepted,

    /// <summary>Not enough sign: all would, if one veto player and its ratifiers set aside their red lines that clash.</summary>
    GiveWay,

    /// <summary>Not enough sign: the red lines that clash are set aside, each term halfway between them.</summary>
    Halfway,
}

/// <summary>A term that moves.</summary>
/// <param name="From">Before, 0 to 100.</param>
/// <param name="To">After.</param>
/// <param name="FromText">Before, in the words of the scale.</param>
/// <param name="Pleases">Whom this move alone does most good, if anyone.</param>
/// <param name="Costs">Whom this move alone does most harm, if anyone.</param>
public sealed record OfferMove(
    string Issue,
    string Name,
    double From,
    double To,
    string FromText,
    string ToText,
    double Cost,
    ImpactChange? Pleases,
    ImpactChange? Costs,
    string Text);

/// <summary>How a stakeholder's impact changes, in points.</summary>
public sealed record ImpactChange(string Stakeholder, string Name, Estimate Points);

/// <summary>Who signs, on the draws of the search and on fresh ones.</summary>
/// <param name="Stakeholders">Veto players and those who ratify for them, in situation order.</param>
public sealed record OfferAcceptance(TwiceEstimated Joint, IReadOnlyList<ConsentProbability> Stakeholders);

/// <summary>Whether one stakeholder signs.</summary>
public sealed record ConsentProbability(string Stakeholder, string Name, StakeholderRole Role, TwiceEstimated Probability);

/// <summary>A probability on the draws for which an offer was made, which flatter it, and on fresh ones, which do not.</summary>
public sealed record TwiceEstimated(Estimate Fixed, Estimate Fresh);

/// <summary>A condition of a stakeholder.</summary>
/// <param name="Issue">The issue of its red line; null for the condition that the deal is worth its while.</param>
/// <param name="Side">The acceptable side of the red line; null without one.</param>
/// <param name="Bound">
/// The last term that keeps to the red line with the wanted probability, 0 to 100; null without a red line or where the term stands still.
/// </param>
public sealed record ClashMember(string Stakeholder, string Name, string? Issue, string? IssueName, RedLineSide? Side, double? Bound);

/// <summary>By how much a condition fails.</summary>
/// <param name="Points">
/// What is missing for the condition alone to hold with the wanted probability: points of the issue's scale, or of impact.
/// </param>
public sealed record Shortfall(ClashMember Condition, double Points);

/// <summary>Why there is no offer.</summary>
/// <param name="Smallest">
/// Conditions that cannot be met together, the fewest that were found, in the order of the situation.
/// </param>
/// <param name="IsProven">True when no search could find otherwise: red lines whose intervals do not meet on the fixed draws.</param>
/// <param name="IsMinimal">True when terms are known that meet all but any one of them.</param>
/// <param name="IsSmallest">True when terms are known that meet any smaller set, so that no clash has fewer members.</param>
/// <param name="Gaps">Every term on which red lines do not meet, the widest gap first.</param>
/// <param name="OtherwisePossible">Whether all would sign once the red lines of the gaps were set aside; null where there is no gap.</param>
/// <param name="BestReachable">Largest smallest probability found over all that was tried: of each, or of all together.</param>
/// <param name="ReachableAtMost">No offer can do better than this, by the red lines alone.</param>
/// <param name="Nearest">Offers that do not have enough consent.</param>
public sealed record ClashReport(
    IReadOnlyList<ClashMember> Smallest,
    bool IsProven,
    bool IsMinimal,
    bool IsSmallest,
    IReadOnlyList<RedLineGap> Gaps,
    bool? OtherwisePossible,
    double BestReachable,
    double ReachableAtMost,
    IReadOnlyList<Offer> Nearest,
    string Text);

/// <summary>Red lines that do not meet on a term.</summary>
/// <param name="From">Where the one that bounds the term from above stands, or the most that may be offered.</param>
/// <param name="To">Where the one that bounds it from below stands, or the least that may be offered.</param>
/// <param name="Points">What the two would have to give between them, at least.</param>
public sealed record RedLineGap(string Issue, string Name, double From, double To, double Points, IReadOnlyList<ClashMember> Members, string Text);

/// <summary>What the search did.</summary>
/// <param name="FixedDraws">Draws on which it searched.</param>
/// <param name="FreshDraws">Draws on which the offers were tested again.</param>
/// <param name="Evaluations">Times that terms were tried.</param>
/// <param name="Budget">Times that they could have been.</param>
/// <param name="Starts">Places from which it set out.</param>
/// <param name="Converged">False when the budget ended it.</param>
public sealed record SearchReport(int FixedDraws, int FreshDraws, int Evaluations, int Budget, int Starts, bool Converged);
