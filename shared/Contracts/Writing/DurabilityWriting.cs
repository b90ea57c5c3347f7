using System.Text.Json;
using Parley.Engine.Holding;

namespace Parley.Contracts.Writing;

internal static class DurabilityWriting
{
    public static void Write(Utf8JsonWriter writer, DurabilityReport durability)
    {
        writer.WriteString("baseClass", durability.BaseClass);
        writer.List("survival", durability.Survival, year => writer.Object(() => Year(writer, year)));
        writer.Object("short", () => Year(writer, durability.Short));
        writer.Object("long", () => Year(writer, durability.Long));
        writer.List("periods", durability.Periods, period => writer.Object(() => Period(writer, period)));
        writer.List("factors", durability.Factors, factor => writer.Object(() =>
        {
            writer.WriteString("id", factor.Factor);
            writer.WriteString("name", factor.Name);
            writer.Estimate("level", factor.Level);
            writer.Estimate("part", factor.Part);
        }));
        writer.Keyed("classes", durability.Classes, c => c.Class.Id, curve =>
        {
            writer.ClassMembers(curve.Class);
            writer.List("survival", curve.Survival, writer.WriteNumberValue);
        });
        writer.WriteString("note", durability.Note);
    }

    private static void Year(Utf8JsonWriter writer, SurvivalYear year)
    {
        writer.WriteNumber("year", year.Year);
        writer.WriteNumber("baseRate", year.BaseRate);
        writer.Estimate("mean", year.Mean);
        writer.Estimate("median", year.Median);
        writer.Estimate("low80", year.Low80);
        writer.Estimate("high80", year.High80);
    }

    private static void Period(Utf8JsonWriter writer, HazardPeriod period)
    {
        writer.WriteNumber("fromYear", period.FromYear);
        writer.WriteNumber("toYear", period.ToYear);
        writer.WriteNumber("baseHazard", period.BaseHazard);
        writer.WriteNumber("baseLogOdds", period.BaseLogOdds);
        writer.Estimate("hazard", period.Hazard);
        writer.Estimate("logOdds", period.LogOdds);
    }
}
