using System.Text.Json;
using Parley.Engine.Sweeping;

namespace Parley.Contracts.Writing;

internal static class SweepSummaryWriting
{
    public static void Write(this Utf8JsonWriter writer, SweepSummary summary) => writer.Object(() =>
    {
        writer.WriteNumber("variants", summary.Variants);
        writer.List("outputs", summary.Outputs, output => writer.Object(() => Output(writer, output)));
        writer.Keyed("stakeholders", summary.Stakeholders, of => of.Stakeholder, of =>
        {
            writer.WriteString("name", of.Name);
            writer.WriteString("role", Vocabulary.Roles[of.Role]);
            writer.Object("best", () => Value(writer, of.Best));
            writer.Object("worst", () => Value(writer, of.Worst));
        });
        if (summary.Front is { } front)
            writer.Object("front", () => Front(writer, front));
    });

    private static void Output(Utf8JsonWriter writer, OutputSummary output)
    {
        writer.WriteString("name", output.Name);
        writer.Object("output", () => SweepWriting.Output(writer, output.Output));
        writer.WriteNumber("mean", output.Mean);
        writer.Object("best", () => Value(writer, output.Best));
        writer.Object("worst", () => Value(writer, output.Worst));
        writer.WriteNumber("failing", output.Failing);
        if (output.Boxes is { } boxes)
            writer.Answer("boxes", boxes, found => Boxes(writer, found));
    }

    private static void Value(Utf8JsonWriter writer, VariantValue value)
    {
        writer.WriteNumber("variant", value.Variant);
        writer.List("terms", value.Terms, writer.WriteNumberValue);
        writer.WriteNumber("value", value.Value);
    }

    private static void Boxes(Utf8JsonWriter writer, VariantBoxes boxes)
    {
        writer.WriteNumber("searched", boxes.Searched);
        writer.List("boxes", boxes.Boxes, box => writer.Object(() =>
        {
            writer.List("limits", box.Limits, limit => writer.Object(() =>
            {
                writer.WriteString("issue", limit.Issue);
                writer.WriteString("name", limit.Name);
                writer.NumberIfAny("low", limit.Low);
                writer.NumberIfAny("high", limit.High);
                writer.WriteNumber("densityWithout", limit.DensityWithout);
            }));
            Quality(writer, box.Quality);
        }));
        if (boxes.Together is { } together)
            writer.Object("together", () => Quality(writer, together));
    }

    private static void Quality(Utf8JsonWriter writer, VariantBoxQuality quality)
    {
        writer.WriteNumber("mass", quality.Mass);
        writer.WriteNumber("coverage", quality.Coverage);
        writer.WriteNumber("density", quality.Density);
    }

    private static void Front(Utf8JsonWriter writer, ParetoSummary front)
    {
        writer.WriteNumber("count", front.Count);
        writer.List("listed", front.Listed, variant => writer.Object(() =>
        {
            writer.WriteNumber("variant", variant.Variant);
            writer.List("terms", variant.Terms, writer.WriteNumberValue);
            writer.List("values", variant.Values, writer.WriteNumberValue);
        }));
    }
}
