using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Writing;

/// <summary>Ranges; a decided number, which has no source, is a bare one.</summary>
internal static class RangeWriting
{
    public static void Range(this Utf8JsonWriter writer, string name, TriangularRange range)
    {
        if (range is { Source: null, IsPoint: true })
            writer.WriteNumber(name, range.Low);
        else
            writer.Object(name, () => writer.RangeMembers(range));
    }

    public static void RangeMembers(this Utf8JsonWriter writer, TriangularRange range)
    {
        writer.WriteNumber("low", range.Low);
        writer.WriteNumber("mode", range.Mode);
        writer.WriteNumber("high", range.High);
        writer.Text("source", range.Source);
        if (range.Factor is { } factor)
        {
            writer.Object("factor", () =>
            {
                writer.WriteString("id", factor.Factor);
                writer.WriteNumber("loading", factor.Loading);
            });
        }
    }
}
