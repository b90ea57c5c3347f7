using System.Text.Json;
using Parley.Engine.Measuring;

namespace Parley.Contracts.Writing;

internal static class MeasuresReportWriting
{
    public static void Write(Utf8JsonWriter writer, MeasuresReport measures)
    {
        writer.Answer("outcomePair", measures.OutcomePair, pair => Pair(writer, pair));
        writer.Answer("subordination", measures.Subordination, subordination => Subordination(writer, subordination));
        writer.Answer("legality", measures.Legality, tests => writer.Keyed("tests", tests, t => t.Test.Id, test => Test(writer, test)));
    }

    private static void Pair(Utf8JsonWriter writer, OutcomePairReport pair)
    {
        writer.Object("short", () => Event(writer, pair.Short));
        writer.Object("long", () => Event(writer, pair.Long));
        writer.Estimate("both", pair.Both);
        writer.Estimate("shortOnly", pair.ShortOnly);
        writer.Estimate("longOnly", pair.LongOnly);
        writer.Estimate("neither", pair.Neither);
    }

    private static void Event(Utf8JsonWriter writer, EventShare share)
    {
        writer.WriteString("effect", share.Event.Effect);
        writer.WriteString("name", share.Name);
        writer.WriteNumber("year", share.Event.Year);
        writer.WriteString("wants", Vocabulary.Directions[share.Event.Wants]);
        writer.WriteNumber("threshold", share.Event.Threshold);
        writer.Estimate("probability", share.Probability);
    }

    private static void Subordination(Utf8JsonWriter writer, SubordinationReport report)
    {
        writer.Keyed("principals", report.Principals, s => s.Stakeholder, s => Distance(writer, s));
        writer.Keyed("others", report.Others, s => s.Stakeholder, s => Distance(writer, s));
        writer.Estimate("principalsMean", report.PrincipalsMean);
        writer.Estimate("othersMean", report.OthersMean);
        writer.Estimate("mean", report.Mean);
        writer.Estimate("median", report.Median);
        writer.Estimate("low80", report.Low80);
        writer.Estimate("high80", report.High80);
        writer.Estimate("probabilityCloserToPrincipals", report.ProbabilityCloserToPrincipals);
    }

    private static void Distance(Utf8JsonWriter writer, StakeholderDistance distance)
    {
        writer.WriteString("name", distance.Name);
        writer.Estimate("distance", distance.Distance);
    }

    private static void Test(Utf8JsonWriter writer, LegalityShare share)
    {
        writer.WriteString("name", share.Test.Name);
        writer.WriteString("issue", share.Test.Issue);
        writer.WriteString("issueName", share.IssueName);
        writer.WriteNumber(Vocabulary.Sides[share.Test.Side], share.Test.Bound);
        writer.Estimate("lawful", share.Lawful);
        writer.WriteString("text", share.Test.Text);
        writer.WriteString("source", share.Test.Source);
    }
}
