using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Writing;

internal static class SituationWriting
{
    public static void Write(this Utf8JsonWriter writer, Situation situation) => writer.Object(() =>
    {
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("id", situation.Id);
        writer.WriteString("title", situation.Title);
        writer.WriteString("summary", situation.Summary);
        writer.Date("asOf", situation.AsOf);
        writer.Keyed("sources", situation.Sources, s => s.Id, source => Source(writer, source));
        writer.Keyed("issues", situation.Issues, i => i.Id, issue => Issue(writer, issue));
        writer.Keyed("stakeholders", situation.Stakeholders, s => s.Id, writer.StakeholderMembers);
        writer.Object("baselines", () =>
        {
            writer.Object("statusQuo", () => Baseline(writer, situation.Baselines.StatusQuo));
            writer.Object("noDeal", () => Baseline(writer, situation.Baselines.NoDeal));
        });
        writer.Keyed("assumptions", situation.Assumptions, a => a.Id, assumption => Assumption(writer, assumption));
        writer.Keyed("effects", situation.Effects, e => e.Id, effect => Effect(writer, effect));
        writer.Keyed("links", situation.Links, l => l.Id, writer.LinkMembers);
        writer.Measures(situation.Measures);
        writer.KeyedIfAny("options", situation.Options, o => o.Id, writer.OptionMembers);
        if (situation.Hazard is { } hazard)
            writer.Object("hazard", () => writer.HazardMembers(hazard));
    });

    public static void Date(this Utf8JsonWriter writer, string name, DateOnly date) =>
        writer.WriteString(name, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static void Source(Utf8JsonWriter writer, SourceNote source)
    {
        writer.WriteString("text", source.Text);
        writer.Text("date", source.Date);
        writer.Text("url", source.Url);
        writer.WriteString("status", source.Status);
    }

    private static void Issue(Utf8JsonWriter writer, Issue issue)
    {
        writer.WriteString("name", issue.Name);
        writer.List("anchors", issue.Anchors, anchor => writer.Object(() =>
        {
            writer.WriteNumber("at", anchor.At);
            writer.WriteString("text", anchor.Text);
        }));
        writer.WriteBoolean("negotiable", issue.Negotiable);
        writer.Range("costOfMoving", issue.CostOfMoving);
        writer.WriteString("source", issue.Source);
    }

    private static void Baseline(Utf8JsonWriter writer, Baseline baseline)
    {
        writer.WriteString("name", baseline.Name);
        if (baseline.Date is { } date)
            writer.Date("date", date);
        writer.Keyed("outcomes", baseline.Outcomes, o => o.Id, outcome =>
        {
            writer.WriteString("name", outcome.Name);
            writer.Range("odds", outcome.Odds);
            writer.Ranges("values", outcome.Values, v => v.Issue, v => v.Value);
            writer.WriteString("source", outcome.Source);
        });
        if (baseline.Costs.Count > 0)
            writer.Ranges("costs", baseline.Costs, c => c.Stakeholder, c => c.Cost);
        writer.WriteString("source", baseline.Source);
    }

    private static void Assumption(Utf8JsonWriter writer, Assumption assumption)
    {
        writer.WriteString("name", assumption.Name);
        writer.Range("value", assumption.Value);
        writer.WriteString("source", assumption.Source);
    }

    private static void Effect(Utf8JsonWriter writer, Effect effect)
    {
        writer.WriteString("name", effect.Name);
        writer.WriteString("whenPositive", effect.WhenPositive);
        writer.WriteString("whenNegative", effect.WhenNegative);
        writer.WriteString("source", effect.Source);
    }
}
