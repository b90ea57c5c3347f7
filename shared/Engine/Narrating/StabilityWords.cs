using Parley.Engine.Estimating;
using Parley.Engine.Situations;
using Parley.Engine.Stability;

namespace Parley.Engine.Narrating;

/// <summary>Who is tempted to leave the deal or to act against it, what deters it, and where else nobody would leave.</summary>
internal static class StabilityWords
{
    private const string Stability = "/stability";

    /// <summary>Above this share of the draws, which is printed as over 95 %, a state is stable in nearly all of them.</summary>
    private const double NearlyAll = 0.95;

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.Stability switch
    {
        null => null,
        { Deal: { } deal } stability => Sentences(findings, stability, deal.Joint),
        { Reason: var reason } => [findings.Sentence(Phrase.Name(reason ?? "", $"{Stability}/reason"))],
    };

    private static IEnumerable<Sentence> Sentences(Findings findings, StabilityReport stability, ConceptShares joint)
    {
        // Who does not sign has no deal to leave.
        var signing = findings.Situation.Stakeholders.Where(s => s.Role == StakeholderRole.Veto).Select(s => s.Id).ToHashSet();
        var owners = stability.Compliance.Select(owner => signing.Contains(owner.Stakeholder)).Distinct().ToArray();
        var (leave, leaving) = owners is [var sign]
            ? sign ? ("leave it", "leaving it") : ("act against it", "acting against it")
            : ("leave it or act against it", "leaving it or acting against it");
        var sources = findings.Situation.Options.ToDictionary(option => option.Id, option => option.Source);
        var answers = Rounded.InDraws(joint.Seq, $"{Stability}/deal/joint/seq");

        // What is never stable with the answers of others is never so without them.
        yield return findings.Sentence((Settled.Of(joint.Seq) == 0
            ? Phrase.Of($"Keeping to the deal is stable for all who could {leave} {answers}, though the answers count that others would want to give.")
            : Phrase.Of($"Keeping to the deal is stable for all who could {leave} {answers}, counting the answers that others would want to give, and without them, because nobody has anything to gain by {leaving}, {Rounded.InDraws(joint.Nash, $"{Stability}/deal/joint/nash")}."))
            .From(findings.Situation.Options.Select(option => option.Source)));
        foreach (var owner in stability.Compliance.Where(owner => owner.Incentive is not null))
        {
            yield return findings.Sentence(Phrase
                .Name(owner.Text, $"{Stability}/compliance/{owner.Stakeholder}/text")
                .From(Moves(owner.Incentive!).Select(option => sources[option])));
        }

        Phrase[] content =
        [
            .. stability.Compliance.Where(owner => owner.Incentive is null).Select(owner =>
            {
                var pointer = $"{Stability}/compliance/{owner.Stakeholder}";
                var share = owner.Restraints.Single(restraint => restraint.Kind == Restraint.NothingToGain).Share;
                return Phrase.Of($"{Phrase.Name(owner.Name, Pointers.Name(pointer))} {Rounded.InDraws(share, $"{pointer}/restraints/nothingToGain")}");
            }),
        ];
        if (content.Length > 0)
        {
            yield return findings.Sentence(Phrase
                .Of($"Nothing to gain by a move of one's own: {Phrase.List(content)}.")
                .From(findings.Situation.Options.Where(option => stability.Compliance.Any(owner => owner.Incentive is null && owner.Stakeholder == option.Owner)).Select(option => option.Source)));
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
        Phrase[] states =
        [
            .. lasting.Select(state =>
            {
                var pointer = $"{Stability}/mostStable/{state.Index}";
                return Phrase.Of($"{Phrase.Name(state.Item.Text!, $"{pointer}/text")} ({Rounded.InDraws(state.Item.Joint.Seq, $"{pointer}/joint/seq")})");
            }),
        ];
        return states.Length == 0 ? null : Phrase
            .Of($"{(states.Length == 1 ? "Another state" : "Other states")} that nobody would leave once there, counting the answers that others would want to give: {Phrase.Joined(states, "; ")}.")
            .From(findings.Situation.Options.Where(option => lasting.Any(state => state.Item.Options.Contains(option.Id))).Select(option => option.Source));
    }

    private static IEnumerable<string> Moves(Incentive incentive) =>
        incentive.Takes.Concat(incentive.Sanction.SelectMany(step => step.Takes.Concat(step.Drops))).Distinct();
}
