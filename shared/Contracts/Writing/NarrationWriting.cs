using System.Text.Json;
using Parley.Engine.Narrating;

namespace Parley.Contracts.Writing;

internal static class NarrationWriting
{
    public static void Write(Utf8JsonWriter writer, Narration narration)
    {
        writer.WriteString("note", narration.Note);
        if (narration.Stakeholders is { } stakeholders)
            writer.Object("stakeholders", () => Each(stakeholders, s => Sentences(writer, s.Stakeholder, s.Sentences)));
        writer.Object("verdicts", () => Each(narration.Verdicts, v => Sentences(writer, Vocabulary.Analyses[v.Verdict], v.Sentences)));
    }

    private static void Each<T>(IReadOnlyList<T> items, Action<T> write)
    {
        foreach (var item in items)
            write(item);
    }

    private static void Sentences(Utf8JsonWriter writer, string name, IReadOnlyList<Sentence> sentences) =>
        writer.List(name, sentences, sentence => writer.Object(() =>
        {
            writer.WriteString("text", sentence.Text);
            writer.List("figures", sentence.Figures, figure => writer.Object(() =>
            {
                writer.WriteString("words", figure.Words);
                writer.WriteString("pointer", figure.Pointer);
            }));
            writer.Texts("citations", sentence.Citations);
        }));
}
