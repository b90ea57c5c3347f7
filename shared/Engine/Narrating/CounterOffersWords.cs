using Parley.Engine.Offering;

namespace Parley.Engine.Narrating;

/// <summary>What would have to change for all veto players to sign.</summary>
internal static class CounterOffersWords
{
    private const string CounterOffers = "/counterOffers";

    public static IEnumerable<Sentence>? Of(Findings findings) => findings.Evaluation.CounterOffers switch
    {
        null => null,
        { Reason: { } reason } => [findings.Sentence(Phrase.Name(reason, $"{CounterOffers}/reason"))],
        { } report => Sentences(findings, report),
    };

    private static IEnumerable<Sentence> Sentences(Findings findings, CounterOfferReport report)
    {
        // The offer that changes nothing says that nothing needs to change.
        if (report.Offers is not [{ Moves: [] }, ..])
        {
            yield return findings.Sentence(Phrase.Name(report.Text, $"{CounterOffers}/text"));
        }

        for (var place = 0; place < report.Offers.Count; place++)
        {
            yield return findings.Sentence(Told(findings, report, report.Offers[place], $"{CounterOffers}/offers/{place}"));
        }

        if (report.Clash is not { } clash)
        {
            yield break;
        }

        yield return findings.Sentence(Phrase
            .Name(clash.Text, $"{CounterOffers}/clash/text")
            .From(clash.Smallest.SelectMany(condition => Grounds(findings, condition))));
        for (var place = 0; place < clash.Nearest.Count; place++)
        {
            yield return findings.Sentence(Told(findings, report, clash.Nearest[place], $"{CounterOffers}/clash/nearest/{place}"));
        }
    }

    private static Phrase Told(Findings findings, CounterOfferReport report, Offer offer, string at) => OfferWording
        .Offer(offer, report.Constraint, report.Confidence, at)
        .From(offer.Crossed.SelectMany(shortfall => Grounds(findings, shortfall.Condition)))
        .From((offer.Giver is null ? null : offer.SetAside)?.SelectMany(line => Grounds(findings, line)) ?? [])
        .From(offer.Acceptance.Stakeholders.Select(signs => findings.Grounds.Stakeholder(signs.Stakeholder).Source))
        .From(offer.Moves.SelectMany(move => new[] { move.Pleases, move.Costs }.OfType<ImpactChange>()
            .SelectMany(whom => findings.Grounds.Preference(whom.Stakeholder, move.Issue))));

    private static IEnumerable<string?> Grounds(Findings findings, ClashMember condition) => condition.Issue is { } issue
        ? findings.Grounds.RedLine(condition.Stakeholder, issue)
        : [findings.Grounds.Stakeholder(condition.Stakeholder).Source, findings.Grounds.NoDeal];
}
