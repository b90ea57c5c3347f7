using System.Text.Json;
using Parley.Engine.Sweeping;

namespace Parley.Contracts.Writing;

internal static class SweepWriting
{
    public static void Write(this Utf8JsonWriter writer, Sweep sweep) => writer.Object(() =>
    {
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("title", sweep.Title);
        writer.WritePropertyName("base");
        writer.Write(sweep.Base);
        writer.Object("vary", () =>
        {
            foreach (var term in sweep.Varied)
                Term(writer, term);
        });
        writer.Object("design", () => Design(writer, sweep.Design));
        writer.WriteNumber("draws", sweep.Draws);
        writer.List("outputs", sweep.Outputs, output => writer.Object(() => Output(writer, output)));
    });

    public static void Output(Utf8JsonWriter writer, SweepOutput output)
    {
        DriversWriting.Quantity(writer, output.Of);
        writer.WriteString("wants", Vocabulary.Directions[output.Wants]);
        DriversWriting.Cases(writer, "fails", output.Fails);
    }

    private static void Term(Utf8JsonWriter writer, VariedTerm term)
    {
        if (term is not VariedTerm.Ranged range)
        {
            writer.List(term.Issue, term.Levels!, writer.WriteNumberValue);
            return;
        }

        writer.Object(term.Issue, () =>
        {
            writer.WriteNumber("low", range.Low);
            writer.WriteNumber("high", range.High);
            writer.NumberIfAny("steps", range.Steps);
        });
    }

    private static void Design(Utf8JsonWriter writer, SweepDesign design)
    {
        if (design is not SweepDesign.LatinHypercube hypercube)
        {
            writer.WriteBoolean("grid", true);
            return;
        }

        writer.Object("latinHypercube", () =>
        {
            writer.WriteNumber("size", hypercube.Size);
            writer.WriteNumber("seed", hypercube.Seed);
        });
    }
}
