using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Writing;

internal static class MeasureWriting
{
    public static void Measures(this Utf8JsonWriter writer, Measures measures)
    {
        if (measures is { Subordination: null, OutcomePair: null, Legality.Count: 0 })
            return;

        writer.Object("measures", () =>
        {
            if (measures.Subordination is { } subordination)
                writer.Object("subordination", () => Subordination(writer, subordination));
            if (measures.OutcomePair is { } pair)
                writer.Object("outcomePair", () => Pair(writer, pair));
            writer.KeyedIfAny("legality", measures.Legality, t => t.Id, test => Legality(writer, test));
        });
    }

    private static void Subordination(Utf8JsonWriter writer, Subordination subordination)
    {
        writer.Texts("principals", subordination.Principals);
        writer.Texts("others", subordination.Others);
        writer.WriteString("source", subordination.Source);
    }

    private static void Pair(Utf8JsonWriter writer, OutcomePair pair)
    {
        writer.Object("short", () => Event(writer, pair.Short));
        writer.Object("long", () => Event(writer, pair.Long));
        writer.WriteString("source", pair.Source);
    }

    private static void Event(Utf8JsonWriter writer, OutcomeEvent outcome)
    {
        writer.WriteString("effect", outcome.Effect);
        writer.WriteNumber("year", outcome.Year);
        writer.WriteString("wants", Vocabulary.Directions[outcome.Wants]);
        writer.WriteNumber("threshold", outcome.Threshold);
    }

    private static void Legality(Utf8JsonWriter writer, LegalityTest test)
    {
        writer.WriteString("name", test.Name);
        writer.WriteString("issue", test.Issue);
        writer.WriteNumber(Vocabulary.Sides[test.Side], test.Bound);
        writer.WriteString("text", test.Text);
        writer.WriteString("source", test.Source);
    }
}
