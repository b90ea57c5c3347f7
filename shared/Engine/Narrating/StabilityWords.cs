using Parley.Engine.Estimating;
using Parley.Engine.Situations;
using Parley.Engine.Stability;

namespace Parley.Engine.Narrating;

/// <summary>Who is tempted to leave the deal or to make a move of its own, what deters it, and where else nobody would leave.</summary>
internal static class StabilityWords
{
    private const string Stability = "/stability";

    /// <summary>Above this share of the draws, which is printed as over 95 %, a state is stable in nearly all of them.</summary>
    private const double NearlyAll = 0.95;

    /// <summary>Lasting states that are told one by one, one more where it would be the only one left to count.</summary>
    private const int StatesTold = 2;

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.Stability switch
    {
        null => null,
        { Deal: { } deal } stability => Sentences(findings, stability, deal.Joint),
        { Reason: var reason } => [findings.Sentence(Phrase.Name(reason ?? "", $"{Stability}/reason"))],
    };

    private static IEnumerable<Sentence> Sentences(Findings findings, StabilityReport stability, ConceptShares joint)
    {
        // Who does not sign has no deal to leave, and its move may well be made for the deal.
        var signing = findings.Situation.Stakeholders.Where(s => s.Role == StakeholderRole.Veto).Select(s => s.Id).ToHashSet();
        var owners = stability.Compliance.Where(owner => owner.CanMove).Select(owner => signing.Contains(owner.Stakeholder)).Distinct().ToArray();
        var (leave, leaving) = owners is [var sign]
            ? sign ? ("leave it", "leaving it") : ("make a move of their own", "a move of their own")
            : ("leave it or make a move of their own", "leaving it or by a move of their own");
        var sources = findings.Situation.Options.ToDictionary(option => option.Id, option => option.Source);
        var answers = Rounded.InDraws(joint.Seq, $"{Stability}/deal/joint/seq");

        // What is never stable with the answers of others is never so without them.
        var content = Rounded.InDraws(joint.Nash, $"{Stability}/deal/joint/nash");
        var rest = Settled.Of(joint.Seq) == 0 ? Phrase.Of($", though the answers count that others would want to give")
            : Settled.Of(joint.Nash) == 0 ? Phrase.Of($", counting the answers that others would want to give; without such answers it is stable {content}, since somebody would gain by {leaving}")
            : Phrase.Of($", counting the answers that others would want to give; {content} nobody has anything to gain by {leaving}, even without such answers");
        yield return findings.Sentence(Phrase.Of($"Keeping to the deal is stable for all who could {leave} {answers}{rest}.")
            .From(findings.Situation.Options.Select(option => option.Source)));
        foreach (var owner in stability.Compliance.Where(owner => owner.Incentive is not null))
        {
            yield return findings.Sentence(Phrase
                .Name(owner.Text, $"{Stability}/compliance/{owner.Stakeholder}/text")
                .From(Moves(owner.Incentive!).Select(option => sources[option])));
        }

        Compliance[] contented = [.. stability.Compliance.Where(owner => owner.Incentive is null && owner.CanMove)];
        Phrase[] shares =
        [
            .. contented.Select(owner =>
            {
                var pointer = $"{Stability}/compliance/{owner.Stakeholder}";
                var share = owner.Restraints.Single(restraint => restraint.Kind == Restraint.NothingToGain).Share;
                return Phrase.Of($"{Phrase.Name(owner.Name, Pointers.Name(pointer))} {Rounded.InDraws(share, $"{pointer}/restraints/nothingToGain")}");
            }),
        ];
        if (shares.Length > 0)
        {
            yield return findings.Sentence(Phrase
                .Of($"Nothing to gain by a move of one's own: {Phrase.List(shares)}.")
                .From(findings.Situation.Options.Where(option => contented.Any(owner => owner.Stakeholder == option.Owner)).Select(option => option.Source)));
        }

        if (Lasting(findings, stability) is { } lasting)
        {
            yield return findings.Sentence(lasting);
        }
    }

    /// <summary>The states other than the deal's that are stable for all in nearly every draw; null where there is none among those listed.</summary>
    private static Phrase? Lasting(Findings findings, StabilityReport stability)
    {
        var lasting = stability.MostStable.Index().Where(state => state.Item.Text is not null && Settled.Of(state.Item.Joint.Seq) > NearlyAll).ToArray();
        var told = lasting.Length <= StatesTold + 1 ? lasting.Length : StatesTold;
        Phrase[] states =
        [
            .. lasting.Take(told).Select(state =>
            {
                var pointer = $"{Stability}/mostStable/{state.Index}";
                return Phrase.Of($"{Phrase.Name(state.Item.Text!, $"{pointer}/text")} ({Rounded.InDraws(state.Item.Joint.Seq, $"{pointer}/joint/seq")})");
            }),
            .. told == lasting.Length ? Array.Empty<Phrase>() : [Phrase.Of($"and others")],
        ];
        return states.Length == 0 ? null : Phrase
            .Of($"Among the most stable states nobody would leave {(states.Length == 1 ? "this one" : "these")} once there, counting the answers that others would want to give: {Phrase.Joined(states, "; ")}.")
            .From(findings.Situation.Options.Where(option => lasting.Take(told).Any(state => state.Item.Options.Contains(option.Id))).Select(option => option.Source));
    }

    private static IEnumerable<string> Moves(Incentive incentive) =>
        incentive.Takes.Concat(incentive.Sanction.SelectMany(step => step.Takes.Concat(step.Drops))).Distinct();
}
