using System.Text;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class CanonicalEvaluationTests
{
    private static readonly Estimate Third = new(1.0 / 3, 1e-20);

    private static readonly EffectLevel Level = new(1, Third, Third, Third, Third);

    private static readonly ImpactAgainst Impact = new(
        Third, Third, Third, Third, Third, Third, [new Contribution(ContributionKind.Issue, "dam", "Dämme", Third)]);

    private static readonly SurvivalYear Held = new(1, 0.75, Third, Third, Third, Third);

    private static readonly DurabilityReport Durability = new(
        "treaties",
        [Held],
        Held,
        Held,
        [new HazardPeriod(1, 5, 0.25, -1.5, Third, Third)],
        [new FactorPart("watched", "Watched", Third, Third)],
        [
            new BaseRateCurve(new BaseRate("treaties", "Treaties", 4, 0.25, 2, 0.5, "judgement"), [0.75]),
            new BaseRateCurve(new BaseRate("pacts", "Pacts", null, null, 2, 0.5, "judgement"), [0.875]),
        ],
        "Read with care.");

    private static readonly MeasuresReport Measures = new(
        new Answer<OutcomePairReport>(
            new OutcomePairReport(
                new EventShare(new OutcomeEvent("fish", 1, Direction.More, 0.5), "Fish", Third),
                new EventShare(new OutcomeEvent("fish", 1, Direction.Less, -0.5), "Fish", Third),
                Third,
                Third,
                Third,
                Third),
            null),
        new Answer<SubordinationReport>(
            new SubordinationReport(
                [new StakeholderDistance("town", "Mill town", Third)], [], Third, Third, Third, Third, Third, Third, Third),
            null),
        new Answer<IReadOnlyList<LegalityShare>>(
            [new LegalityShare(new LegalityTest("law", "Law", "dam", RedLineSide.AtLeast, 40, "No dam.", "law:1"), "Dämme", Third)], null));

    private static readonly Evaluation Whole = new(
        "1", "river-treaty", 1, 200, 1, 1, Scenario.DefaultAnalyses,
        [new StakeholderImpact("town", "Mill town", StakeholderRole.Veto, Impact, Impact, ["It pays."])],
        new AcceptanceReport(["town"], Third, [new StakeholderAcceptance(
            "town", "Mill town", StakeholderRole.Veto, Third,
            [new BlockingReason(BlockingKind.RedLine, "dam", "Dämme", Third)], [new RedLineCrossing("dam", "Dämme", TermOrigin.Open, Third)])]),
        [new EffectReport("fish", "Fish", [Level], Level, Level, Third, [new CausalPath(["a", "b"], "A, then b.", Third)], -0.5, true)],
        new Answer<DurabilityReport>(Durability, null),
        Measures);

    [Fact]
    public void An_evaluation_is_written_in_full_with_every_double_exact()
    {
        var expected = """
            {"engineVersion":"1","situation":"river-treaty","seed":1,"draws":200,"horizon":1,"shortHorizon":1,
            "analyses":["impacts","acceptance","effects","durability","measures"],
            "impacts":{"town":{"name":"Mill town","role":"veto","noDeal":IMPACT,"statusQuo":IMPACT,"reasons":["It pays."]}},
            "acceptance":{"vetoPlayers":["town"],"joint":THIRD,"stakeholders":{"town":{"name":"Mill town","role":"veto",
            "probability":THIRD,"blocking":[{"kind":"redLine","id":"dam","name":"Dämme","share":THIRD}],
            "redLines":{"dam":{"name":"Dämme","term":"open","share":THIRD}}}}},
            "effects":{"fish":{"name":"Fish","trajectory":[LEVEL],"short":LEVEL,"long":LEVEL,"againstNoDeal":THIRD,
            "paths":[{"links":["a","b"],"text":"A, then b.","contribution":THIRD}],"unexplained":-0.5,"conflictOfSigns":true}},
            "durability":{"baseClass":"treaties","survival":[HELD],"short":HELD,"long":HELD,
            "periods":[{"fromYear":1,"toYear":5,"baseHazard":0.25,"baseLogOdds":-1.5,"hazard":THIRD,"logOdds":THIRD}],
            "factors":[{"id":"watched","name":"Watched","level":THIRD,"part":THIRD}],
            "classes":{"treaties":{"name":"Treaties","cases5":4,"share5":0.25,"cases10":2,"share10":0.5,"source":"judgement",
            "survival":[0.75]},"pacts":{"name":"Pacts","cases10":2,"share10":0.5,"source":"judgement","survival":[0.875]}},
            "note":"Read with care."},
            "measures":{"outcomePair":{
            "short":{"effect":"fish","name":"Fish","year":1,"wants":"more","threshold":0.5,"probability":THIRD},
            "long":{"effect":"fish","name":"Fish","year":1,"wants":"less","threshold":-0.5,"probability":THIRD},
            "both":THIRD,"shortOnly":THIRD,"longOnly":THIRD,"neither":THIRD},
            "subordination":{"principals":{"town":{"name":"Mill town","distance":THIRD}},"others":{},
            "principalsMean":THIRD,"othersMean":THIRD,
            "mean":THIRD,"median":THIRD,"low80":THIRD,"high80":THIRD,"probabilityCloserToPrincipals":THIRD},
            "legality":{"tests":{"law":{"name":"Law","issue":"dam","issueName":"Dämme","atLeast":40,"lawful":THIRD,
            "text":"No dam.","source":"law:1"}}}}}
            """
            .Replace("IMPACT", """
            {"mean":THIRD,"median":THIRD,"low80":THIRD,"high80":THIRD,"probabilityOfGain":THIRD,"shortHorizonMean":THIRD,
            "contributions":[{"kind":"issue","id":"dam","name":"Dämme","mean":THIRD}]}
            """, StringComparison.Ordinal)
            .Replace("HELD", """{"year":1,"baseRate":0.75,"mean":THIRD,"median":THIRD,"low80":THIRD,"high80":THIRD}""", StringComparison.Ordinal)
            .Replace("LEVEL", """{"year":1,"mean":THIRD,"median":THIRD,"low80":THIRD,"high80":THIRD}""", StringComparison.Ordinal)
            .Replace("THIRD", """{"value":0.3333333333333333,"standardError":1E-20}""", StringComparison.Ordinal)
            .ReplaceLineEndings("");
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Of(Whole)));
    }

    [Fact]
    public void A_part_that_was_not_asked_for_is_left_out()
    {
        var bare = Whole with { Analyses = [], Impacts = null, Acceptance = null, Effects = null, Durability = null, Measures = null };
        Assert.Equal(
            """{"engineVersion":"1","situation":"river-treaty","seed":1,"draws":200,"horizon":1,"shortHorizon":1,"analyses":[]}""",
            Encoding.UTF8.GetString(CanonicalJson.Of(bare)));
    }

    [Fact]
    public void What_it_was_made_from_is_told_by_whoever_knows_it()
    {
        var bare = Whole with { Analyses = [], Impacts = null, Acceptance = null, Effects = null, Durability = null, Measures = null };
        Assert.StartsWith(
            """{"engineVersion":"1","situation":"river-treaty","situationVersion":3,"situationHash":"ab","inputHash":"cd","seed":1,""",
            Encoding.UTF8.GetString(CanonicalJson.Of(bare, new Provenance(3, "ab", "cd"))));
    }

    [Fact]
    public void What_cannot_be_answered_is_written_as_its_reason_alone()
    {
        var unanswered = Whole with
        {
            Analyses = [Analysis.Durability, Analysis.Measures],
            Impacts = null,
            Acceptance = null,
            Effects = null,
            Durability = new Answer<DurabilityReport>(null, "No record."),
            Measures = new MeasuresReport(
                new Answer<OutcomePairReport>(null, "No pair."),
                new Answer<SubordinationReport>(null, "No sides."),
                new Answer<IReadOnlyList<LegalityShare>>(null, "No rule.")),
        };
        Assert.EndsWith(
            """
            "durability":{"reason":"No record."},"measures":{"outcomePair":{"reason":"No pair."},"subordination":{"reason":"No sides."},"legality":{"reason":"No rule."}}}
            """.Trim(),
            Encoding.UTF8.GetString(CanonicalJson.Of(unanswered)));
    }
}
