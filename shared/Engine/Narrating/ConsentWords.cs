using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Situations;

namespace Parley.Engine.Narrating;

/// <summary>Whether a stakeholder would sign, and what stands in the way.</summary>
internal static class ConsentWords
{
    private const int ReasonsShown = 2;
    private const int RedLinesShown = 4;

    /// <summary>The smallest share that is not "under 5 %".</summary>
    private const double Rare = 0.05;

    public static IEnumerable<Sentence> Of(Findings findings, StakeholderAcceptance acceptance)
    {
        var pointer = Pointers.Acceptance(acceptance.Stakeholder);
        yield return findings.Sentence(Phrase
            .Of($"{Likelihood.ItIs(acceptance.Probability.Value)} {findings.Name(acceptance.Stakeholder)} would {Verb(acceptance.Role)} ({Rounded.Draws(acceptance.Probability, $"{pointer}/probability")}).")
            .From(findings.Grounds.Stakeholder(acceptance.Stakeholder).Source));
        var crossed = acceptance.RedLines.Where(line => Settled.Of(line.Share) >= Rare).OrderByDescending(line => Settled.Of(line.Share)).ToArray();
        var reasons = Reasons(acceptance);
        if (reasons.Length > 0 && !(crossed.Length == 1 && reasons is [{ Item.Kind: BlockingKind.RedLine }]))
        {
            yield return findings.Sentence(
                $"What would decide against it: {Phrase.List([.. reasons.Select(reason => Reason(findings, acceptance.Stakeholder, reason.Index, reason.Item))])}.");
        }

        if (crossed.Length > 0)
        {
            yield return findings.Sentence(Crossings(findings, acceptance.Stakeholder, crossed));
        }
    }

    /// <summary>The reasons that are seen often enough to matter, with their places in the list; none where consent is almost certain.</summary>
    private static (int Index, BlockingReason Item)[] Reasons(StakeholderAcceptance acceptance) => Settled.Of(acceptance.Probability) > 1 - Rare ? [] :
    [
        .. acceptance.Blocking.Index()
            .Where(reason => reason.Index == 0 || Settled.Of(reason.Item.Share) >= Rare)
            .Take(ReasonsShown),
    ];

    /// <summary>What keeps a stakeholder from signing, and how often.</summary>
    /// <param name="place">In the stakeholder's list of reasons.</param>
    public static Phrase Reason(Findings findings, string stakeholder, int place, BlockingReason blocking)
    {
        var share = Rounded.InDraws(blocking.Share, $"{Pointers.Blocking(stakeholder, place)}/share");
        var words = Words(findings, stakeholder, place, blocking);
        return blocking.Kind == BlockingKind.RedLine
            ? Phrase.Of($"{words} (crossed furthest {share})")
            : Phrase.Of($"{words} ({share})");
    }

    /// <summary>
    /// What is in the way in the most draws: a red line as often as it is crossed, whichever is crossed furthest; a ratifier as often as it
    /// refuses; too little in return as often as that decides, whatever is lost. Of red lines crossed equally often the one that more often
    /// decides, of all others the first in this order.
    /// </summary>
    /// <param name="acceptance">With at least one reason of refusal.</param>
    public static Phrase MostOften(Findings findings, StakeholderAcceptance acceptance)
    {
        (double Often, Phrase Words)[] all = [.. Lines(findings, acceptance), .. Ratifiers(findings, acceptance), .. Gains(findings, acceptance)];
        return all.MaxBy(each => Settled.Of(each.Often)).Words;
    }

    private static IEnumerable<(double Often, Phrase Words)> Lines(Findings findings, StakeholderAcceptance acceptance)
    {
        return acceptance.RedLines
            .OrderByDescending(line => acceptance.Blocking.Where(reason => reason.Kind == BlockingKind.RedLine && reason.Id == line.Issue).Sum(reason => Settled.Of(reason.Share)))
            .Select(line =>
            {
                var pointer = Pointers.RedLine(acceptance.Stakeholder, line.Issue);
                return (line.Share.Value, Phrase
                    .Of($"the red line on {Phrase.Quoted(line.Name, Pointers.Name(pointer))} (crossed {Rounded.InDraws(line.Share, $"{pointer}/share")}{Alike(line)})")
                    .From(findings.Grounds.RedLine(acceptance.Stakeholder, line.Issue)));
            });

        // One of several is not enough to mend.
        string Alike(RedLineCrossing line) => (acceptance.RedLines.Count(other => Settled.Of(other.Share) == Settled.Of(line.Share)) - 1) switch
        {
            0 => "",
            1 => ", as is another",
            _ => ", as are others",
        };
    }

    private static IEnumerable<(double Often, Phrase Words)> Ratifiers(Findings findings, StakeholderAcceptance acceptance) =>
        findings.Evaluation.Acceptance!.Stakeholders
            .Where(other => findings.Situation.Stakeholders.Single(s => s.Id == acceptance.Stakeholder).RatifiedBy.Contains(other.Stakeholder))
            .Select(other => (1 - other.Probability.Value, Phrase
                .Of($"the refusal of {findings.Name(other.Stakeholder)} (accepting {Rounded.InDraws(other.Probability, $"{Pointers.Acceptance(other.Stakeholder)}/probability")})")
                .From(findings.Grounds.Stakeholder(other.Stakeholder).Source)));

    /// <summary>A loss in each of its parts is the same reason, told by the part where most is lost most often.</summary>
    private static IEnumerable<(double Often, Phrase Words)> Gains(Findings findings, StakeholderAcceptance acceptance)
    {
        return acceptance.Blocking.Index()
            .Where(reason => reason.Item.Kind is BlockingKind.Value or BlockingKind.Margin)
            .GroupBy(reason => reason.Item.Kind)
            .Select(parts => (
                parts.Sum(part => part.Item.Share.Value),
                parts.Count() == 1 ? Reason(findings, acceptance.Stakeholder, parts.First().Index, parts.First().Item) : Mostly(parts.First().Index, parts.First().Item)));

        Phrase Mostly(int place, BlockingReason part)
        {
            var pointer = Pointers.Blocking(acceptance.Stakeholder, place);
            return Phrase
                .Of($"too little in return, most often for the loss on {Phrase.Quoted(part.Name, Pointers.Name(pointer))} (for that {Rounded.InDraws(part.Share, $"{pointer}/share")})")
                .From(Lost(findings, acceptance.Stakeholder, part));
        }
    }

    private static Phrase Words(Findings findings, string stakeholder, int place, BlockingReason blocking)
    {
        var name = Pointers.Name(Pointers.Blocking(stakeholder, place));
        return blocking.Kind switch
        {
            BlockingKind.RedLine => Phrase.Of($"the red line on {Phrase.Quoted(blocking.Name, name)}")
                .From(findings.Grounds.RedLine(stakeholder, blocking.Id)),
            BlockingKind.Ratifier => Phrase.Of($"the refusal of {Phrase.Name(blocking.Name, name)}")
                .From(findings.Grounds.Stakeholder(blocking.Id).Source),
            BlockingKind.Value => Phrase.Of($"too little in return for the loss on {Phrase.Quoted(blocking.Name, name)}")
                .From(Lost(findings, stakeholder, blocking)),
            _ => Phrase.Of($"a gain below the margin"),
        };
    }

    /// <summary>A refusal over value names the part of the impact where most is lost, by the same id.</summary>
    private static IEnumerable<string?> Lost(Findings findings, string stakeholder, BlockingReason blocking)
    {
        var of = findings.Grounds.Stakeholder(stakeholder);
        var kind = of.Interactions.Any(i => i.Id == blocking.Id) ? ContributionKind.Interaction
            : findings.Grounds.Preference(stakeholder, blocking.Id).Any() ? ContributionKind.Issue
            : of.EffectExposures.Any(e => e.Effect == blocking.Id) ? ContributionKind.Effect
            : ContributionKind.Outcome;
        return findings.Grounds.Of(stakeholder, kind, blocking.Id);
    }

    /// <summary>Every red line that is crossed more than rarely, by where the value that crosses it comes from.</summary>
    private static Phrase Crossings(Findings findings, string stakeholder, RedLineCrossing[] crossed)
    {
        Phrase[] groups =
        [
            .. Group(TermOrigin.Agreed, "what the deal says"),
            .. Group(TermOrigin.Open, "what the text leaves open"),
            .. Group(TermOrigin.StatusQuo, "the status quo, where the deal is silent"),
        ];
        return Phrase.Of($"Red lines crossed by {Phrase.Joined(groups, "; by ")}.");

        IEnumerable<Phrase> Group(TermOrigin origin, string by)
        {
            var lines = crossed.Where(line => line.Term == origin).Select(Line).ToArray();
            return lines.Length == 0 ? [] : [Phrase.Of($"{by}: {Phrase.Beginning(lines, RedLinesShown)}")];
        }

        Phrase Line(RedLineCrossing line)
        {
            var pointer = Pointers.RedLine(stakeholder, line.Issue);
            return Phrase.Of($"{Phrase.Quoted(line.Name, Pointers.Name(pointer))} ({Rounded.Draws(line.Share, $"{pointer}/share")})")
                .From([.. findings.Grounds.RedLine(stakeholder, line.Issue), findings.Grounds.Term(line.Issue)]);
        }
    }

    private static string Verb(StakeholderRole role) => role == StakeholderRole.Veto ? "sign" : "accept";
}
