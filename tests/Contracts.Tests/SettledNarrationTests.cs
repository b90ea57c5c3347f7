using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

/// <summary>Sentences are the same on every processor, though the last digits of numbers are not.</summary>
public sealed class SettledNarrationTests
{
    private const int Times = 20;

    public static TheoryData<string> Scenarios => [.. Told.Shipped.Select(told => told.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void No_sentence_and_no_order_of_sentences_hangs_on_the_last_digits(string scenario)
    {
        var told = Told.Shipped.Single(each => each.Name == scenario);
        var expected = Texts(told.Evaluation.Narration!);
        for (var seed = 1; seed <= Times; seed++)
        {
            var jittered = new Jitter(seed).Of(told.Evaluation);
            Assert.NotEqual(CanonicalJson.Of(told.Evaluation), CanonicalJson.Of(jittered));
            Assert.Equal(expected, Texts(Narrator.Tell(told.Situation, told.Scenario, jittered)));
        }
    }

    /// <summary>What is written into the report before it is narrated, written once more from other last digits.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void No_text_of_the_report_itself_and_no_order_in_it_hangs_on_the_last_digits(string scenario)
    {
        var told = Told.Shipped.Single(each => each.Name == scenario);
        var written = Written(told.Evaluation).ToArray();
        Assert.Equal(written, Rewritten(told, told.Evaluation));
        for (var seed = 1; seed <= Times; seed++)
            Assert.Equal(written, Rewritten(told, new Jitter(seed).Of(told.Evaluation)));
    }

    [Fact]
    public void Some_shipped_scenario_has_offers_and_some_has_a_clash()
    {
        var asked = Told.Shipped.Select(told => told.Evaluation.CounterOffers).OfType<CounterOfferReport>().ToArray();
        Assert.Contains(asked, report => report.Offers.Any(offer => offer.Moves.Count > 1) || report.Clash?.Nearest.Any(offer => offer.Moves.Count > 1) == true);
        Assert.Contains(asked, report => report.Clash is not null);
    }

    private static IEnumerable<string> Written(Evaluation evaluation) =>
    [
        .. evaluation.Impacts!.SelectMany(impact => impact.Reasons),
        .. evaluation.CounterOffers is { Reason: null } report
            ? [report.Text, report.Clash?.Text ?? "", .. Offers(report).SelectMany(offer => Lines(offer, offer.Fragile, offer.Moves, offer.Crossed))]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Rewritten(Told told, Evaluation evaluation) =>
    [
        .. evaluation.Impacts!.SelectMany(impact => Wording.Reasons(impact.NoDeal)),
        .. evaluation.CounterOffers is { Reason: null } report
            ? [Text(told.Scenario, report), Clash(report), .. Offers(report).SelectMany(offer => Rewritten(told.Situation, report, offer))]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Rewritten(Situation situation, CounterOfferReport report, Offer offer)
    {
        var moves = OfferVerdicts.InOrder(offer.Moves.Select(move =>
        {
            var issue = situation.Issues.Single(issue => issue.Id == move.Issue);
            var valued = move with
            {
                FromText = OfferWording.Value(issue, move.From),
                ToText = OfferWording.Value(issue, move.To),
                Pleases = OfferVerdicts.Pleased([.. new[] { move.Pleases, move.Costs }.OfType<ImpactChange>()]),
                Costs = OfferVerdicts.Hurt([.. new[] { move.Pleases, move.Costs }.OfType<ImpactChange>()]),
            };
            return valued with { Text = OfferWording.Move(issue, valued) };
        }));
        return Lines(offer, OfferVerdicts.IsFragile(report.Constraint, report.Confidence, offer.Acceptance), moves, OfferVerdicts.InOrder(offer.Crossed));
    }

    private static IEnumerable<string> Lines(Offer offer, bool fragile, IEnumerable<OfferMove> moves, IEnumerable<Shortfall> crossed) =>
    [
        $"{offer.Kind} {fragile}",
        .. moves.SelectMany(move => new[] { move.FromText, move.ToText, move.Text }),
        .. crossed.Select(shortfall => $"{shortfall.Condition.Stakeholder} {shortfall.Condition.Issue}"),
    ];

    private static IEnumerable<Offer> Offers(CounterOfferReport report) => report.Offers.Concat(report.Clash?.Nearest ?? [])
        .SelectMany(offer => new[] { offer, offer.Sturdier }).OfType<Offer>();

    private static string Text(Scenario scenario, CounterOfferReport report) => report.Clash is not null ? OfferWording.NoneFound : OfferWording.Found(
        [.. report.Offers.Select(offer => offer with { Fragile = OfferVerdicts.IsFragile(report.Constraint, report.Confidence, offer.Acceptance) })],
        (scenario.CounterOffers ?? CounterOfferRequest.Default).Offers,
        report.Search!.Converged,
        OfferWording.IsEach(report.Constraint, report.Offers[0].Acceptance));

    private static string Clash(CounterOfferReport report) => report.Clash is not { } clash
        ? ""
        : OfferWording.Clash(clash.Smallest, clash.IsProven, clash.IsMinimal, clash.IsSmallest, clash.OtherwisePossible);

    private static IEnumerable<string> Texts(Narration narration) =>
        (narration.Stakeholders ?? []).SelectMany(each => each.Sentences).Concat(narration.Verdicts.SelectMany(each => each.Sentences)).Select(sentence => sentence.Text);
}
