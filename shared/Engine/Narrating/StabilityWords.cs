using Parley.Engine.Stability;

namespace Parley.Engine.Narrating;

/// <summary>Who is tempted to leave the deal, and what deters it.</summary>
internal static class StabilityWords
{
    private const string Stability = "/stability";

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.Stability switch
    {
        null => null,
        { Deal: { } deal } stability => Sentences(findings, stability, deal.Joint),
        { Reason: var reason } => [findings.Sentence(Phrase.Name(reason ?? "", $"{Stability}/reason"))],
    };

    private static IEnumerable<Sentence> Sentences(Findings findings, StabilityReport stability, ConceptShares joint)
    {
        var sources = findings.Situation.Options.ToDictionary(option => option.Id, option => option.Source);
        yield return findings.Sentence(Phrase
            .Of($"Keeping to the deal is stable for all who could leave it in {Rounded.Share(joint.Seq, $"{Stability}/deal/joint/seq")} of the draws, counting the answers that others would want to give; in {Rounded.Share(joint.Nash, $"{Stability}/deal/joint/nash")} of the draws none of them has anything to gain by leaving it.")
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
                return Phrase.Of($"{Phrase.Name(owner.Name, Pointers.Name(pointer))} {Rounded.Share(share, $"{pointer}/restraints/nothingToGain")}");
            }),
        ];
        if (content.Length > 0)
        {
            yield return findings.Sentence(Phrase
                .Of($"Nothing to gain by a move of one's own, in so many of the draws: {Phrase.List(content)}.")
                .From(findings.Situation.Options.Where(option => stability.Compliance.Any(owner => owner.Incentive is null && owner.Stakeholder == option.Owner)).Select(option => option.Source)));
        }
    }

    private static IEnumerable<string> Moves(Incentive incentive) =>
        incentive.Takes.Concat(incentive.Sanction.SelectMany(step => step.Takes.Concat(step.Drops))).Distinct();
}
