using System.Text;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class CanonicalEvaluationTests
{
    private static readonly Estimate Third = new(1.0 / 3, 1e-20);

    private static readonly EffectLevel Level = new(1, Third, Third, Third, Third);

    private static readonly ImpactAgainst Impact = new(
        Third, Third, Third, Third, Third, Third, [new Contribution(ContributionKind.Issue, "dam", "Dämme", Third)]);

    private static readonly Evaluation Whole = new(
        "1", "river-treaty", 1, 200, 1, 1, [Analysis.Impacts, Analysis.Acceptance, Analysis.Effects],
        [new StakeholderImpact("town", "Mill town", StakeholderRole.Veto, Impact, Impact, ["It pays."])],
        new AcceptanceReport(["town"], Third, [new StakeholderAcceptance(
            "town", "Mill town", StakeholderRole.Veto, Third,
            [new BlockingReason(BlockingKind.RedLine, "dam", "Dämme", Third)], [new RedLineCrossing("dam", "Dämme", TermOrigin.Open, Third)])]),
        [new EffectReport("fish", "Fish", [Level], Level, Level, Third, [new CausalPath(["a", "b"], "A, then b.", Third)], -0.5, true)]);

    [Fact]
    public void An_evaluation_is_written_in_full_with_every_double_exact()
    {
        var expected = """
            {"engineVersion":"1","situation":"river-treaty","seed":1,"draws":200,"horizon":1,"shortHorizon":1,
            "analyses":["impacts","acceptance","effects"],
            "impacts":{"town":{"name":"Mill town","role":"veto","noDeal":IMPACT,"statusQuo":IMPACT,"reasons":["It pays."]}},
            "acceptance":{"vetoPlayers":["town"],"joint":THIRD,"stakeholders":{"town":{"name":"Mill town","role":"veto",
            "probability":THIRD,"blocking":[{"kind":"redLine","id":"dam","name":"Dämme","share":THIRD}],
            "redLines":{"dam":{"name":"Dämme","term":"open","share":THIRD}}}}},
            "effects":{"fish":{"name":"Fish","trajectory":[LEVEL],"short":LEVEL,"long":LEVEL,"againstNoDeal":THIRD,
            "paths":[{"links":["a","b"],"text":"A, then b.","contribution":THIRD}],"unexplained":-0.5,"conflictOfSigns":true}}}
            """
            .Replace("IMPACT", """
            {"mean":THIRD,"median":THIRD,"low80":THIRD,"high80":THIRD,"probabilityOfGain":THIRD,"shortHorizonMean":THIRD,
            "contributions":[{"kind":"issue","id":"dam","name":"Dämme","mean":THIRD}]}
            """, StringComparison.Ordinal)
            .Replace("LEVEL", """{"year":1,"mean":THIRD,"median":THIRD,"low80":THIRD,"high80":THIRD}""", StringComparison.Ordinal)
            .Replace("THIRD", """{"value":0.3333333333333333,"standardError":1E-20}""", StringComparison.Ordinal)
            .ReplaceLineEndings("");
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Of(Whole)));
    }

    [Fact]
    public void A_part_that_was_not_asked_for_is_left_out()
    {
        var bare = Whole with { Analyses = [], Impacts = null, Acceptance = null, Effects = null };
        Assert.Equal(
            """{"engineVersion":"1","situation":"river-treaty","seed":1,"draws":200,"horizon":1,"shortHorizon":1,"analyses":[]}""",
            Encoding.UTF8.GetString(CanonicalJson.Of(bare)));
    }
}
