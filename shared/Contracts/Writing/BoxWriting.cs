using System.Text.Json;
using Parley.Engine.Driving;

namespace Parley.Contracts.Writing;

internal static class BoxWriting
{
    public static void Write(Utf8JsonWriter writer, BoxesReport boxes)
    {
        writer.Estimate("share", boxes.Share);
        writer.WriteNumber("searched", boxes.Searched);
        writer.List("boxes", boxes.Boxes, box => writer.Object(() =>
        {
            writer.List("limits", box.Limits, limit => writer.Object(() => Limit(writer, limit)));
            writer.Object("fresh", () => Quality(writer, box.Fresh));
            writer.Object("found", () => Quality(writer, box.Found));
            writer.List("trajectory", box.Trajectory, step => writer.Object(() => Step(writer, step)));
        }));
        if (boxes.Together is { } together)
            writer.Object("together", () => Quality(writer, together));
    }

    private static void Limit(Utf8JsonWriter writer, BoxLimit limit)
    {
        writer.WriteString("pointer", limit.Input.Pointer);
        writer.WriteString("name", limit.Input.Name);
        writer.NumberIfAny("low", limit.Low);
        writer.NumberIfAny("high", limit.High);
        writer.WriteNumber("densityWithout", limit.DensityWithout);
        writer.WriteNumber("pValue", limit.PValue);
    }

    private static void Quality(Utf8JsonWriter writer, BoxQuality quality)
    {
        writer.Estimate("mass", quality.Mass);
        writer.Estimate("coverage", quality.Coverage);
        writer.Estimate("density", quality.Density);
    }

    private static void Step(Utf8JsonWriter writer, TrajectoryStep step)
    {
        writer.WriteNumber("limits", step.Limits);
        writer.WriteNumber("mass", step.Mass);
        writer.WriteNumber("coverage", step.Coverage);
        writer.WriteNumber("density", step.Density);
        writer.WriteBoolean("isChosen", step.IsChosen);
    }
}
