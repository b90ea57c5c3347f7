using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Offering;

/// <summary>Counter-offers in words; every number in a sentence stands in the report as well.</summary>
internal static class OfferWording
{
    public const string NobodyCanRefuse = "The situation has no veto player, so that nobody can refuse a deal.";

    /// <summary>Closer than this to a worded point of the scale, a value is that point in words.</summary>
    private const double SameAnchor = 2.5;

    /// <summary>A value in the words of its scale.</summary>
    public static string Value(Issue issue, double value)
    {
        var nearest = issue.Anchors.MinBy(anchor => Math.Abs(anchor.At - value))!;
        if (Math.Abs(nearest.At - value) <= SameAnchor)
        {
            return nearest.Text;
        }

        var below = issue.Anchors.Last(anchor => anchor.At < value);
        var above = issue.Anchors.First(anchor => anchor.At > value);
        var middle = Math.Abs((above.At - value) - (value - below.At)) <= 0.2 * (above.At - below.At);
        return middle
            ? $"halfway between “{below.Text}” and “{above.Text}”"
            : $"between “{below.Text}” and “{above.Text}”, closer to “{nearest.Text}”";
    }

    public static string Move(OfferMove move)
    {
        var whom = (move.Pleases?.Name, move.Costs?.Name) switch
        {
            ({ } pleased, { } hurt) => $"a gain for {pleased} above all, at the cost of {hurt} above all",
            ({ } pleased, null) => $"a gain for {pleased} above all, and nobody's loss",
            (null, { } hurt) => $"a loss for {hurt} above all, and nobody's gain",
            _ => "nobody's gain or loss to speak of",
        };
        return $"{move.Name}, now {Quoted(move.FromText)}, becomes {Quoted(move.ToText)}: {whom}.";
    }

    public static string Offer(OfferKind kind, bool fragile, bool raised, IReadOnlyList<OfferMove> moves, OfferConstraint constraint)
    {
        var what = moves.Count == 0 ? "Nothing changes" : $"Change {List([.. moves.Select(move => move.Name)])}";
        var signs = constraint == OfferConstraint.Each ? "every veto player would probably enough sign" : "all veto players together would probably enough sign";
        return kind switch
        {
            OfferKind.Consent when moves.Count == 0 => fragile
                ? $"Nothing needs to change, though only just: {signs}, but fresh draws leave that in doubt."
                : $"Nothing needs to change: {signs}.",
            OfferKind.Consent => fragile
                ? $"{what}: {signs}, but only just, and fresh draws leave that in doubt."
                : raised ? $"{what}: {signs}, and still on fresh draws, for which it asks a little more than needed." : $"{what}: {signs}, and still on fresh draws.",
            OfferKind.LeastChange => $"{what}: with the clashing red lines set aside, as near to the original as can be. Not enough would sign as things are.",
            OfferKind.Halfway => $"{what}: with each term halfway between the red lines that clash. Not enough would sign as things are.",
            _ => $"{what}: the most consent that was found. Not enough would sign.",
        };
    }

    public static string Found(int offers, bool unchanged) => unchanged
        ? "Nothing needs to change."
        : offers == 1 ? "One changed deal was found that would be signed." : "Changed deals were found that would be signed, the cheapest first.";

    public static string Gap(string issue, IReadOnlyList<ClashMember> members) => members.Count == 1
        ? $"The red line of {members[0].Name} on {issue} lies beyond what may be offered."
        : $"The red lines of {members[0].Name} and {members[1].Name} on {issue} do not meet.";

    public static string Clash(IReadOnlyList<ClashMember> members, bool isProven, bool? otherwisePossible)
    {
        var clash = members switch
        {
            [{ Issue: null } only] => $"No terms that may be offered are worth it to {only.Name}.",
            [var only] => $"The red line of {only.Name} on {only.IssueName} cannot be kept by anything that may be offered.",
            [{ Issue: { } issue } one, { } other] when issue == other.Issue => Gap(one.IssueName!, [one, other]),
            _ => $"These cannot be had together, though any of them could be left out: {List([.. members.Select(Member)])}.",
        };
        var proof = isProven ? "" : " That rests on a search that found nothing, not on a proof.";
        return clash + proof + otherwisePossible switch
        {
            true => " With the red lines that clash set aside, there are terms that would be signed.",
            false => " Even with the red lines that clash set aside, no terms were found that would be signed.",
            null => "",
        };
    }

    public static IReadOnlyList<string> Notes() =>
    [
        "An offer decides every term that may move: what the deal leaves open, or does not mention, starts at its most likely value.",
        "An offer is searched for on fixed draws and flattered by them; read its probabilities on fresh draws.",
        "Cost counts points of the scales, weighed by each issue's cost of moving; it is nobody's loss.",
        "Offers differ by at least 15 points over all terms together.",
        "What a move does is the difference that the same offer without it would make, effects included.",
    ];

    private static string Member(ClashMember member) => member.Issue is null
        ? $"the deal is worth it to {member.Name}"
        : $"the red line of {member.Name} on {member.IssueName}";

    private static string Quoted(string text) => text.Contains('“', StringComparison.Ordinal) ? text : $"“{text}”";

    private static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join("; ", items.Take(items.Count - 1)) + " and " + items[^1],
    };
}
