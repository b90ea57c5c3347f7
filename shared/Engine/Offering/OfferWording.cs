using Parley.Engine.Estimating;
using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
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

    private const string Nearer = "”, closer to the";

    /// <summary>A value in the words of its scale.</summary>
    public static string Value(Issue issue, double value)
    {
        double From(Anchor anchor) => Settled.Of(Math.Abs(anchor.At - value));
        var nearest = issue.Anchors.MinBy(From)!;
        if (From(nearest) <= SameAnchor)
        {
            return nearest.Text;
        }

        var below = issue.Anchors.Last(anchor => anchor.At < value);
        var above = issue.Anchors.First(anchor => anchor.At > value);
        var middle = Settled.Of(Math.Abs(From(above) - From(below))) <= Settled.Of(0.2 * (above.At - below.At));
        return middle
            ? $"the middle between “{below.Text}” and “{above.Text}”"
            : $"a place between “{below.Text}” and “{above.Text}{Nearer} {(nearest == below ? "former" : "latter")}";
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
        return $"“{move.Name}” {Way(issue, move)}: {whom}.";
    }

    /// <summary>What an offer changes, and which consent comes of it: the one that was asked for, and that of all together.</summary>
    /// <param name="offer">Its moves the costliest first.</param>
    /// <param name="constraint">Whose acceptance was asked for.</param>
    /// <param name="confidence">With which probability.</param>
    /// <param name="at">Where the offer stands in the report.</param>
    public static Phrase Offer(Offer offer, OfferConstraint constraint, double confidence, string at)
    {
        var each = IsEach(constraint, offer.Acceptance);
        var byItself = ByItself(each);
        var asked = Rounded.Share(confidence, "/counterOffers/confidence");
        var what = offer.Moves.Count == 0 ? Phrase.Of($"Nothing changes") : Phrase.Of($"Move {List(Told(offer.Moves, at))}");
        return offer.Kind switch
        {
            OfferKind.Consent or OfferKind.Sturdier => Phrase.Of(
                $"{(offer.Moves.Count > 0 ? what : Phrase.Of($"Nothing needs to change"))}: {Who(offer.Acceptance, each)} as often as was asked for ({asked}){(offer.Fragile ? " on the draws of the search, but only just; fresh draws leave it in doubt" : ", on fresh draws too")}; {Together(offer, each, at)}."),
            OfferKind.MostAccepted => Phrase.Of($"{what}: the likeliest consent{byItself} that was found, and not likely enough; {Together(offer, each, at)}."),
            OfferKind.GiveWay => Phrase.Of($"{what}: consent{byItself} is likely enough if {GivingWay(offer, at)}, and not otherwise."),
            _ => Phrase.Of($"{what}: every term on which red lines clash in the middle between them. As things stand, consent{byItself} is not likely enough."),
        };
    }

    /// <summary>Whose red lines on what are set aside: of who gives way, and of all without whose consent that one would not sign.</summary>
    private static Phrase GivingWay(Offer offer, string at)
    {
        var givers = offer.SetAside!.Index().GroupBy(line => line.Item.Stakeholder).ToArray();
        var own = givers.SingleOrDefault(lines => lines.Key == offer.Giver)?.ToArray();
        var giver = Phrase.Name(
            offer.Acceptance.Stakeholders.Single(s => s.Stakeholder == offer.Giver).Name, Pointers.Name($"{at}/acceptance/stakeholders/{offer.Giver}"));
        Phrase[] others = [.. givers.Where(lines => lines.Key != offer.Giver).Select(lines => Other([.. lines]))];
        return own is null ? Phrase.Joined(others, ", and if ")
            : others.Length == 0 ? Phrase.Of($"{Lines(own)} of {giver} {On(own)} {Are(own)} set aside")
            : Phrase.Of($"{Lines(own)} of {giver} {On(own)} {Are(own)} set aside (and {Phrase.Joined(others, "; and ")})");

        Phrase Other((int Index, ClashMember Item)[] lines)
        {
            var whose = Phrase.Of($"of {Phrase.Name(lines[0].Item.Name, Pointers.Name(Pointer(lines[0].Index)))}, without whose consent {giver} would not sign,");
            return own is null ? Phrase.Of($"{Lines(lines)} {whose} {On(lines)} {Are(lines)} set aside")
                : Phrase.Of($"{(lines.Length == 1 ? "that" : "those")} {whose} {(Issues(own).Count > 1 && Issues(own).SetEquals(Issues(lines)) ? Phrase.Of($"on the same") : On(lines))}");
        }

        Phrase On((int Index, ClashMember Item)[] lines) => Phrase.Of(
            $"on {Phrase.List([.. lines.DistinctBy(line => line.Item.Issue).Select(line => Phrase.Quoted(line.Item.IssueName!, $"{Pointer(line.Index)}/issueName"))])}");

        static string Lines((int Index, ClashMember Item)[] lines) => lines.Length == 1 ? "the red line" : "the red lines";

        static string Are((int Index, ClashMember Item)[] lines) => lines.Length == 1 ? "is" : "are";

        static HashSet<string?> Issues((int Index, ClashMember Item)[] lines) => [.. lines.Select(line => line.Item.Issue)];

        string Pointer(int place) => $"{at}/setAside/{place}";
    }

    private static string Who(OfferAcceptance acceptance, bool each) =>
        each ? "each who must sign, taken by itself, would do so"
        : acceptance.Stakeholders.Count(s => s.Role == StakeholderRole.Veto) > 1 ? "all who must sign would do so together"
        : "who must sign would do so";

    private static string ByItself(bool each) => each ? " from each by itself" : "";

    /// <summary>True where several sign and each was asked by itself, so that all together may sign seldom.</summary>
    public static bool IsEach(OfferConstraint constraint, OfferAcceptance acceptance) =>
        constraint == OfferConstraint.Each && acceptance.Stakeholders.Count(s => s.Role == StakeholderRole.Veto) > 1;

    /// <summary>What was found, beside what was asked for, and what fresh draws make of it.</summary>
    /// <param name="asked">Offers that were asked for.</param>
    /// <param name="converged">False when the search was ended by its budget.</param>
    /// <param name="each">True where everyone's consent was asked for by itself, of several.</param>
    public static string Found(IReadOnlyList<Offer> offers, int asked, bool converged, bool each)
    {
        var consent = $"consent{ByItself(each)}";
        if (offers[0].Moves.Count == 0)
        {
            return offers[0].Fragile
                ? $"Nothing needs to change on the draws of the search, but only just: fresh draws leave {consent} in doubt."
                : $"Nothing needs to change: {consent} is likely enough as it is.";
        }

        var found = offers.Count == 1
            ? $"A changed deal was found to which {consent} is likely enough"
            : $"Changed deals were found to which {consent} is likely enough{(offers.Any(offer => Settled.Of(offer.Cost) != Settled.Of(offers[0].Cost)) ? ", the cheapest first" : "")}";
        var sought = offers.Count == asked ? "." : $"; more were asked for, and {(converged
            ? $"no other was found that is far enough apart from {(offers.Count == 1 ? "it" : "them")}"
            : "the search was cut short before it came upon another")}.";
        return $"{found}{sought}{Doubt(offers.Count, offers.Count(offer => offer.Fragile))}";
    }

    private static string Doubt(int offers, int fragile) => (offers, fragile) switch
    {
        (_, 0) => "",
        (1, _) => " Fresh draws leave it in doubt.",
        (2, 2) => " Fresh draws leave both in doubt.",
        _ when fragile == offers => " Fresh draws leave all of them in doubt.",
        (_, 1) => " Fresh draws leave one of them in doubt.",
        _ => " Fresh draws leave some of them in doubt.",
    };

    public const string NoneFound = "No changed deal was found to which consent is likely enough.";

    public static string Gap(string issue, IReadOnlyList<ClashMember> members) => members.Count == 1
        ? $"The red line of {members[0].Name} on “{issue}” lies beyond what may be offered."
        : $"The red lines of {members[0].Name} and {members[1].Name} on “{issue}” do not meet.";

    /// <summary>What cannot be had together, and on what that rests.</summary>
    public static string Clash(IReadOnlyList<ClashMember> members, bool isProven, bool isMinimal, bool isSmallest, bool? otherwisePossible)
    {
        var clash = members switch
        {
            [{ Issue: null } only] => $"No terms that may be offered are worth it to {only.Name}.",
            [var only] => $"The red line of {only.Name} on “{only.IssueName}” cannot be kept by anything that may be offered.",
            [{ Issue: { } issue } one, { } other] when issue == other.Issue => Gap(one.IssueName!, [one, other]),
            _ => $"These cannot be had together{Needed(members.Count, isMinimal)}: {List([.. members.Select(Member)])}.",
        };
        var proof = isProven ? "" : " That rests on a search that found nothing, not on a proof.";
        var fewer = isSmallest ? "" : " Fewer conditions may clash elsewhere.";
        return clash + proof + fewer + otherwisePossible switch
        {
            true => " With the red lines that clash set aside, there are terms to which consent is likely enough.",
            false => " Even with the red lines that clash set aside, no such terms were found.",
            null => "",
        };
    }

    private static string Needed(int members, bool isMinimal) => (isMinimal, members) switch
    {
        (false, _) => ", though perhaps not all of them are to blame",
        (_, 2) => ", though either could be left out",
        _ => ", though any of them could be left out",
    };

    public static IReadOnlyList<string> Notes() =>
    [
        "An offer decides every term that may move: what the deal leaves open, or does not mention, starts at its most likely value.",
        "An offer is searched for on fixed draws and flattered by them; read its probabilities on fresh draws.",
        "Cost counts points of the scales, weighed by each issue's cost of moving; it is nobody's loss.",
        "Offers differ by at least 15 points over all terms together.",
        "What a move does is the difference that the same offer without it would make, effects included.",
        "A move by less than half a point is below what a scale can tell: the search takes it back where it finds an offer without it that serves as well, and sentences only say that some are left.",
    ];

    /// <summary>From where to where, in the words of the scale; a small move by the words that it goes towards.</summary>
    private static string Way(Issue issue, OfferMove move)
    {
        if (IsTrifle(move))
        {
            return "goes less than half a point further";
        }

        var isUp = move.To > move.From;
        var (least, most) = (Settled.Of(Math.Min(move.From, move.To) + SameAnchor), Settled.Of(Math.Max(move.From, move.To) - SameAnchor));
        var between = issue.Anchors.Where(anchor => anchor.At > least && anchor.At < most);
        if (move.FromText != move.ToText && (between.Any() || !move.FromText.Contains('“', StringComparison.Ordinal) || !move.ToText.Contains('“', StringComparison.Ordinal)))
        {
            return $"goes from {Closed(move.FromText)} to {Quoted(move.ToText)}";
        }

        // What a value is called by already cannot be what it goes towards.
        var others = issue.Anchors.Where(anchor => anchor.Text != move.FromText);
        var ahead = isUp ? others.FirstOrDefault(anchor => anchor.At > Settled.Of(move.To)) : others.LastOrDefault(anchor => anchor.At < Settled.Of(move.To));
        return ahead is null ? $"goes all the way to {Quoted(move.ToText)}" : $"goes from {Closed(move.FromText)} towards “{ahead.Text}”";
    }

    /// <summary>How often all sign in the same draw, which may be seldom although each by itself signs often.</summary>
    private static Phrase Together(Offer offer, bool each, string at)
    {
        var share = Rounded.InDraws(offer.Acceptance.Joint.Fresh, $"{at}/acceptance/joint/freshDraws", "the fresh draws");
        return each
            ? Phrase.Of($"all who must sign would do so together {share}")
            : Phrase.Of($"who must sign would do so {share}");
    }

    /// <summary>Moves that a scale can tell, the costliest one by one; of the others it is said that there are some.</summary>
    private static IReadOnlyList<Phrase> Told(IReadOnlyList<OfferMove> all, string at)
    {
        OfferMove[] moves = [.. all.Where(move => !IsTrifle(move))];

        // One left over is as short to tell as to leave out.
        var told = moves.Length <= ToldMoves + 1 ? moves.Length : ToldMoves;
        var trifles = all.Count - moves.Length;
        return
        [
            .. moves.Take(told).Select(move =>
            {
                var pointer = $"{at}/moves/{move.Issue}";
                return Phrase.Of(
                    $"{Phrase.Quoted(move.Name, Pointers.Name(pointer))} from {Rounded.Place(move.From, move.To, $"{pointer}/from")} to {Rounded.Place(move.To, move.From, $"{pointer}/to")}");
            }),
            .. told == moves.Length ? Array.Empty<Phrase>() : [Phrase.Of($"other terms that cost less to move")],
            .. trifles == 0 ? Array.Empty<Phrase>() : [Phrase.Of($"{(trifles == 1 ? "one term" : "some terms")} by less than half a point")],
        ];
    }

    private static bool IsTrifle(OfferMove move) => MovableTerm.IsTrifle(move.From, move.To);

    private static string Member(ClashMember member) => member.Issue is null
        ? $"the deal is worth it to {member.Name}"
        : $"the red line of {member.Name} on “{member.IssueName}”";

    /// <summary>A value in the middle of a sentence: what was added after a comma ends with one.</summary>
    private static string Closed(string text) => text.Contains(Nearer, StringComparison.Ordinal) ? $"{text}," : Quoted(text);

    private static string Quoted(string text) => text.Contains('“', StringComparison.Ordinal) ? text : $"“{text}”";

    private static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join("; ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    private static Phrase List(IReadOnlyList<Phrase> items) => items.Count < 2
        ? Phrase.Joined(items, "")
        : Phrase.Of($"{Phrase.Joined([.. items.SkipLast(1)], "; ")} and {items[^1]}");
}
