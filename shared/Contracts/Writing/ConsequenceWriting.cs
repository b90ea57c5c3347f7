using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Writing;

/// <summary>What follows from a deal: links, options and the hazard of a break.</summary>
internal static class ConsequenceWriting
{
    public static void LinkMembers(this Utf8JsonWriter writer, Link link)
    {
        writer.From(link.From);
        writer.WriteString("to", link.To);
        writer.Range("weight", link.Weight);
        writer.WriteNumber("delay", link.Delay);
        if (link.Threshold is { } threshold)
        {
            writer.Object("threshold", () =>
            {
                writer.Range("at", threshold.At);
                writer.WriteNumber("width", threshold.Width);
            });
        }

        writer.WriteString("source", link.Source);
    }

    public static void OptionMembers(this Utf8JsonWriter writer, StabilityOption option)
    {
        writer.WriteString("name", option.Name);
        writer.WriteString("owner", option.Owner);
        writer.WriteBoolean("irreversible", option.Irreversible);
        writer.TextsIfAny("requires", option.Requires);
        writer.TextsIfAny("excludes", option.Excludes);
        writer.Object("shifts", () =>
        {
            if (option.IssueShifts.Count > 0)
                writer.Ranges("issues", option.IssueShifts, s => s.Issue, s => s.Value);
            if (option.EffectShifts.Count > 0)
                writer.Ranges("effects", option.EffectShifts, s => s.Effect, s => s.Shift);
        });
        writer.WriteString("source", option.Source);
    }

    public static void HazardMembers(this Utf8JsonWriter writer, Hazard hazard)
    {
        writer.WriteString("baseClass", hazard.BaseClass);
        writer.WriteString("goodFaith", hazard.GoodFaith);
        writer.Keyed("classes", hazard.Classes, c => c.Id, writer.ClassMembers);
        writer.Keyed("factors", hazard.Factors, f => f.Id, factor => Factor(writer, factor));
        writer.WriteString("source", hazard.Source);
    }

    public static void ClassMembers(this Utf8JsonWriter writer, BaseRate rate)
    {
        writer.WriteString("name", rate.Name);
        if (rate is { Cases5: { } cases, Share5: { } share })
        {
            writer.WriteNumber("cases5", cases);
            writer.WriteNumber("share5", share);
        }

        writer.WriteNumber("cases10", rate.Cases10);
        writer.WriteNumber("share10", rate.Share10);
        writer.WriteString("source", rate.Source);
    }

    private static void Factor(Utf8JsonWriter writer, HazardFactor factor)
    {
        writer.WriteString("name", factor.Name);
        writer.From(factor.From);
        writer.WriteString("counts", Vocabulary.Directions[factor.Counts]);
        writer.Range("oddsRatio", factor.OddsRatio);
        writer.WriteBoolean("dependsOnGoodFaith", factor.DependsOnGoodFaith);
        writer.WriteString("source", factor.Source);
    }

    private static void From(this Utf8JsonWriter writer, LinkSource from) => writer.Object("from", () =>
    {
        switch (from)
        {
            case LinkSource.OfIssue of:
                writer.WriteString("issue", of.Issue);
                break;
            case LinkSource.OfEffect of:
                writer.WriteString("effect", of.Effect);
                break;
            case LinkSource.OfAssumption of:
                writer.WriteString("assumption", of.Assumption);
                break;
            case LinkSource.OfDistance of:
                writer.WriteString("distance", of.Stakeholder);
                break;
            case LinkSource.OfOutcome of:
                writer.WriteString("outcome", of.Stakeholder);
                break;
            case LinkSource.OfBreach of:
                writer.Object("beyondRedLine", () =>
                {
                    writer.WriteString("stakeholder", of.Stakeholder);
                    writer.WriteString("issue", of.Issue);
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(from), from, "Not a source of a link.");
        }
    });
}
