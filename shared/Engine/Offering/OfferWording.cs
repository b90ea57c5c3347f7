using System.Globalization;
using Parley.Engine.Situations;

namespace Parley.Engine.Offering;

/// <summary>Counter-offers in words; every number in a sentence stands in the report as well.</summary>
internal static class OfferWording
{
    public const string NobodyCanRefuse = "The situation has no veto player, so that nobody can refuse a deal.";

    /// <summary>Most moves that an offer's sentence tells one by one; those left over cost least and are counted.</summary>
    private const int ToldMoves = 4;

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
            ? $"the middle between “{below.Text}” and “{above.Text}”"
            : $"a place between “{below.Text}” and “{above.Text}”, closer to the {(nearest == below ? "former" : "latter")}";
    }

    public static string Move(Issue issue, OfferMove move)
    {
        var whom = (move.Pleases?.Name, move.Costs?.Name) switch
        {
            ({ } pleased, { } hurt) => $"a gain for {pleased} above all, at the cost of {hurt} above all",
            ({ } pleased, null) => $"a gain for {pleased} above all, and nobody's loss",
            (null, { } hurt) => $"a loss for {hurt} above all, and nobody's gain",
            _ => "nobody's gain or loss to speak of",
        };
        return $"{move.Name} {Way(issue, move)}: {whom}.";
    }

    /// <summary>What an offer changes, and what comes of it.</summary>
    /// <param name="moves">The costliest first.</param>
    /// <param name="giver">Who would have to give way, if anyone.</param>
    public static string Offer(OfferKind kind, bool fragile, IReadOnlyList<OfferMove> moves, string? giver)
    {
        var what = moves.Count == 0 ? "Nothing changes" : $"Move {List(Told(moves))}";
        return kind switch
        {
            OfferKind.Consent or OfferKind.Sturdier => (moves.Count == 0 ? "Nothing needs to change: consent is likely enough" : $"{what}, and consent is likely enough")
                + (fragile ? " on the draws of the search, but only just; fresh draws leave it in doubt." : ", on fresh draws too."),
            OfferKind.MostAccepted => $"{what}: the likeliest consent that was found, and not likely enough.",
            OfferKind.GiveWay => $"{what}: consent is likely enough if {giver} sets aside its red lines that clash, and not otherwise.",
            _ => $"{what}: every term on which red lines clash in the middle between them. As things stand, consent is not likely enough.",
        };
    }

    public static string Found(IReadOnlyList<Offer> offers) => offers[0].Moves.Count == 0
        ? "Nothing needs to change: consent is likely enough as it is."
        : offers.Count == 1 ? "A changed deal was found to which consent is likely enough." : "Changed deals were found to which consent is likely enough, the cheapest first.";

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
            true => " With the red lines that clash set aside, there are terms to which consent is likely enough.",
            false => " Even with the red lines that clash set aside, no such terms were found.",
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

    /// <summary>From where to where, in the words of the scale; a small move by the words that it goes towards.</summary>
    private static string Way(Issue issue, OfferMove move)
    {
        var isUp = move.To > move.From;
        var between = issue.Anchors.Where(anchor => anchor.At > Math.Min(move.From, move.To) + SameAnchor && anchor.At < Math.Max(move.From, move.To) - SameAnchor);
        if (move.FromText != move.ToText && (between.Any() || !move.FromText.Contains('“', StringComparison.Ordinal) || !move.ToText.Contains('“', StringComparison.Ordinal)))
        {
            return $"goes from {Quoted(move.FromText)} to {Quoted(move.ToText)}";
        }

        // What a value is called by already cannot be what it goes towards.
        var others = issue.Anchors.Where(anchor => anchor.Text != move.FromText);
        var ahead = isUp ? others.FirstOrDefault(anchor => anchor.At > move.To) : others.LastOrDefault(anchor => anchor.At < move.To);
        return ahead is null ? $"goes all the way to {Quoted(move.ToText)}" : $"goes from {Quoted(move.FromText)} towards “{ahead.Text}”";
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<OfferMove> moves)
    {
        // One left over is as short to tell as to count.
        var told = moves.Count <= ToldMoves + 1 ? moves.Count : ToldMoves;
        IEnumerable<string> each = moves.Take(told).Select(move => $"{move.Name} from {Place(move.From, move.To)} to {Place(move.To, move.From)}");
        return told == moves.Count ? [.. each] : [.. each, $"{moves.Count - told} terms that cost less to move"];
    }

    /// <summary>A place on a scale of 0 to 100: whole, or with a decimal where whole numbers would not show the move.</summary>
    private static string Place(double place, double other) =>
        place.ToString(Math.Abs(place - other) < 1.5 ? "F1" : "F0", CultureInfo.InvariantCulture);

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
