using Parley.Engine.Estimating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Offering;

/// <summary>What is said of an offer by its numbers, and in which order; nothing hangs on their last digits.</summary>
internal static class OfferVerdicts
{
    /// <summary>97.5 % quantile of Student's t with the 19 degrees of freedom of 20 blocks.</summary>
    private const double Student19 = 2.093;

    /// <summary>Less than this is nobody's gain or loss, in points.</summary>
    private const double ToSpeakOf = 0.05;

    /// <summary>True where the 95 % interval of some probability begins below what is wanted, on fresh draws.</summary>
    public static bool IsFragile(OfferConstraint constraint, double confidence, OfferAcceptance acceptance)
    {
        var probabilities = constraint == OfferConstraint.Jointly
            ? [acceptance.Joint]
            : acceptance.Stakeholders.Where(s => s.Role == StakeholderRole.Veto).Select(s => s.Probability);
        return probabilities.Any(p => Settled.Of(p.Fresh.Value - (Student19 * p.Fresh.StandardError)) < Settled.Of(confidence));
    }

    /// <summary>Whom a move does most good, of equals the first; null where that is not worth a word.</summary>
    public static ImpactChange? Pleased(IReadOnlyList<ImpactChange> changes) =>
        changes.MaxBy(change => Settled.Of(change.Points)) is { } most && Settled.Of(most.Points) >= ToSpeakOf ? most : null;

    /// <summary>Whom it does most harm.</summary>
    public static ImpactChange? Hurt(IReadOnlyList<ImpactChange> changes) =>
        changes.MinBy(change => Settled.Of(change.Points)) is { } least && Settled.Of(least.Points) <= -ToSpeakOf ? least : null;

    /// <summary>The costliest first.</summary>
    public static OfferMove[] InOrder(IEnumerable<OfferMove> moves) => [.. moves.OrderByDescending(move => Settled.Of(move.Cost))];

    /// <summary>Conditions that lack something, those that lack most first.</summary>
    public static Shortfall[] InOrder(IEnumerable<Shortfall> shortfalls) =>
        [.. shortfalls.Where(shortfall => Settled.Of(shortfall.Points) > 0).OrderByDescending(shortfall => Settled.Of(shortfall.Points))];
}
