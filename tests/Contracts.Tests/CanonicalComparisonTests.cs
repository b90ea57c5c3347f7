using System.Text;
using Parley.Engine.Comparing;
using Parley.Engine.Estimating;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public class CanonicalComparisonTests
{
    private static readonly Estimate Third = new(1.0 / 3, 0.25);

    private static readonly MeanDifference Mean = new(Third, Third, Third);

    private static readonly SpreadDifference Spread = new(Third, Third, Third, Third, Third, Third, Third, Third, Third);

    private static readonly ImpactDifference Impact = new(Spread, Mean, [new ContributionDifference(ContributionKind.Issue, "dam", "Dämme", Mean)]);

    private static readonly PairComparison Pair = new(
        "a",
        "b",
        [new StakeholderDifference("town", "Mill town", StakeholderRole.Veto, Impact, Impact, ["Dämme: +0.3 points"])],
        new AcceptanceDifference(Mean, [new StakeholderShareDifference("town", "Mill town", StakeholderRole.Veto, Mean)]),
        [new EffectDifference("fish", "Fish", Spread, Spread)],
        new Answer<DurabilityDifference>(new DurabilityDifference(Spread, Spread), null),
        new MeasuresDifference(
            new Answer<OutcomePairDifference>(new OutcomePairDifference(Mean, Mean, Mean, Mean, Mean, Mean), null),
            new Answer<SpreadDifference>(Spread, null),
            new Answer<IReadOnlyList<LegalityDifference>>([new LegalityDifference("law", "Law", Mean)], null)),
        [new StakeholderReversal("town", "port", ImpactBaseline.StatusQuo, Third, Third, ReversalVerdict.Undecided, "They change places.")]);

    private static readonly Comparison Whole = new(
        "1", "river-treaty", 7, 200, 10, 2,
        [new ScenarioTitle("a", "One", "treaties"), new ScenarioTitle("b", "Other", null)],
        [new ScenarioOrder("town", "Mill town", StakeholderRole.Veto, ["b", "a"], false, [new OrderReversal(
            "a",
            "b",
            ReversalCause.Figure,
            new OrderView(ImpactBaseline.NoDeal, ComparedHorizon.Long, ComparedFigure.Mean, Third),
            new OrderView(ImpactBaseline.NoDeal, ComparedHorizon.Short, ComparedFigure.Median, Third),
            ReversalVerdict.Reversed,
            "It depends.")])],
        [Pair],
        "Read with care.",
        "A rule.");

    [Fact]
    public void A_comparison_is_written_in_full_with_every_double_exact()
    {
        var expected = """
            {"engineVersion":"1","situation":"river-treaty","seed":7,"draws":200,"horizon":10,"shortHorizon":2,
            "scenarios":{"a":{"title":"One","baseClass":"treaties"},"b":{"title":"Other"}},
            "orders":{"town":{"name":"Mill town","role":"veto","order":["b","a"],"decided":false,
            "reversals":[{"first":"a","second":"b","dependsOn":"figure",
            "one":{"baseline":"noDeal","horizon":"long","figure":"mean","difference":THIRD},
            "other":{"baseline":"noDeal","horizon":"short","figure":"median","difference":THIRD},
            "verdict":"reversed","text":"It depends."}]}},
            "pairs":[{"first":"a","second":"b",
            "impacts":{"town":{"name":"Mill town","role":"veto","noDeal":{IMPACT},"statusQuo":{IMPACT},"reasons":["Dämme: +0.3 points"]}},
            "acceptance":{"joint":{MEAN},"stakeholders":{"town":{"name":"Mill town","role":"veto",MEAN}}},
            "effects":{"fish":{"name":"Fish","short":{SPREAD},"long":{SPREAD}}},
            "durability":{"short":{SPREAD},"long":{SPREAD}},
            "measures":{"outcomePair":{"short":{MEAN},"long":{MEAN},"both":{MEAN},"shortOnly":{MEAN},"longOnly":{MEAN},"neither":{MEAN}},
            "subordination":{SPREAD},"legality":{"tests":{"law":{"name":"Law",MEAN}}}},
            "reversals":[{"one":"town","other":"port","baseline":"statusQuo","underFirst":THIRD,"underSecond":THIRD,
            "verdict":"undecided","text":"They change places."}]}],
            "note":"Read with care.","reversalRule":"A rule."}
            """
            .Replace("IMPACT", """
            SPREAD,"shortHorizon":{MEAN},"contributions":[{"kind":"issue","id":"dam","name":"Dämme",MEAN}]
            """, StringComparison.Ordinal)
            .Replace("SPREAD", """
            MEAN,"median":THIRD,"low80":THIRD,"high80":THIRD,
            "probabilityHigher":THIRD,"probabilityEqual":THIRD,"probabilityLower":THIRD
            """, StringComparison.Ordinal)
            .Replace("MEAN", "\"first\":THIRD,\"second\":THIRD,\"difference\":THIRD", StringComparison.Ordinal)
            .Replace("THIRD", """{"value":0.3333333333333333,"standardError":0.25}""", StringComparison.Ordinal)
            .ReplaceLineEndings("");
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Of(Whole)));
    }

    [Fact]
    public void What_cannot_be_compared_is_written_as_its_reason_alone()
    {
        var unanswered = Pair with
        {
            Durability = new Answer<DurabilityDifference>(null, "No record."),
            Measures = new MeasuresDifference(
                new Answer<OutcomePairDifference>(null, "No pair."),
                new Answer<SpreadDifference>(null, "No sides."),
                new Answer<IReadOnlyList<LegalityDifference>>(null, "No rule.")),
        };
        Assert.Contains(
            """
            "durability":{"reason":"No record."},"measures":{"outcomePair":{"reason":"No pair."},"subordination":{"reason":"No sides."},"legality":{"reason":"No rule."}}
            """.Trim(),
            Encoding.UTF8.GetString(CanonicalJson.Of(Whole with { Pairs = [unanswered] })),
            StringComparison.Ordinal);
    }
}
