using System.Text.Json;
using Parley.Contracts.Scenarios;
using Parley.Engine.Driving;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Writing;

internal static class DriversWriting
{
    public static void Request(Utf8JsonWriter writer, DriversRequest request)
    {
        if (request.Outputs.Count > 0)
            writer.List("outputs", request.Outputs, output => writer.Object(() => Output(writer, output)));
        writer.WriteNumber("points", request.Points);
        writer.WriteNumber("resamples", request.Resamples);
    }

    public static void Report(Utf8JsonWriter writer, DriversReport report)
    {
        writer.WriteNumber("points", report.Points);
        writer.WriteNumber("resamples", report.Resamples);
        writer.Object("work", () =>
        {
            writer.WriteNumber("evaluations", report.Work.Evaluations);
            writer.WriteNumber("rowsComputed", report.Work.RowsComputed);
            writer.WriteNumber("rowsSaved", report.Work.RowsSaved);
        });
        writer.List("outputs", report.Outputs, output => writer.Object(() =>
        {
            writer.WriteString("name", output.Name);
            writer.Object("output", () => Output(writer, output.Output));
            if (output.Drivers.Value is { } drivers)
                Drivers(writer, drivers);
            writer.Text("reason", output.Drivers.Reason);
        }));
    }

    private static void Output(Utf8JsonWriter writer, Output output)
    {
        Quantity(writer, output.Of);
        Cases(writer, "cases", output.Cases);
    }

    public static void Quantity(Utf8JsonWriter writer, QuantityOfInterest quantity)
    {
        switch (quantity)
        {
            case QuantityOfInterest.OfImpact of:
                writer.WriteString("impact", of.Stakeholder);
                writer.WriteString("against", Vocabulary.Baselines[of.Against]);
                writer.WriteNumber("year", of.Year);
                break;
            case QuantityOfInterest.OfAcceptance of:
                writer.WriteString("acceptance", of.Stakeholder ?? DriversReading.Joint);
                break;
            case QuantityOfInterest.OfEffect of:
                writer.WriteString("effect", of.Effect);
                writer.WriteNumber("year", of.Year);
                break;
            case QuantityOfInterest.OfSurvival of:
                writer.WriteNumber("survival", of.Year);
                break;
            default:
                writer.WriteBoolean("subordination", true);
                break;
        }
    }

    public static void Cases(Utf8JsonWriter writer, string name, CasesOfInterest cases) =>
        writer.Object(name, () => writer.WriteNumber(cases.Above ? "above" : "below", cases.Threshold));

    private static void Drivers(Utf8JsonWriter writer, Drivers drivers)
    {
        writer.Estimate("mean", drivers.Mean);
        writer.Estimate("variance", drivers.Variance);
        writer.WriteNumber("inputs", drivers.Inputs);
        writer.WriteNumber("reaching", drivers.Reaching);
        Index(writer, "firstOrderSum", drivers.FirstOrderSum);
        Index(writer, "interactions", drivers.Interactions);
        writer.List("largest", drivers.Largest, input => writer.Object(() =>
        {
            Input(writer, input.Input);
            Index(writer, "first", input.First);
            Index(writer, "total", input.Total);
        }));
        writer.Object("rest", () =>
        {
            writer.WriteNumber("count", drivers.Rest.Count);
            Index(writer, "first", drivers.Rest.First);
            Index(writer, "total", drivers.Rest.Total);
        });
        writer.List("tornado", drivers.Tornado, bar => writer.Object(() => Bar(writer, bar)));
        writer.Answer("boxes", drivers.Boxes, boxes => BoxWriting.Write(writer, boxes));
    }

    private static void Bar(Utf8JsonWriter writer, TornadoBar bar)
    {
        writer.WriteString("pointer", bar.Input.Pointer);
        writer.WriteString("name", bar.Input.Name);
        writer.NumberIfAny("lowAt", bar.LowAt);
        writer.NumberIfAny("highAt", bar.HighAt);
        writer.Estimate("low", bar.Low);
        writer.Estimate("high", bar.High);
        writer.Estimate("swing", bar.Swing);
    }

    private static void Input(Utf8JsonWriter writer, InputDescription input)
    {
        writer.WriteString("pointer", input.Pointer);
        writer.WriteString("name", input.Name);
        if (input.Range is { } range)
            writer.Range("range", range);
        writer.Text("besideFactor", input.BesideFactor);
    }

    private static void Index(Utf8JsonWriter writer, string name, IndexEstimate index) => writer.Object(name, () =>
    {
        writer.WriteNumber("value", index.Value);
        writer.WriteNumber("standardError", index.StandardError);
        writer.WriteNumber("low95", index.Low95);
        writer.WriteNumber("high95", index.High95);
        writer.WriteBoolean("isAboveZero", index.IsAboveZero);
    });
}
