using System.Text.Json;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Writing;

internal static class ScenarioWriting
{
    public static void Write(this Utf8JsonWriter writer, Scenario scenario) => writer.Object(() =>
    {
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteString("situation", scenario.Situation);
        writer.WriteString("title", scenario.Title);
        writer.Text("summary", scenario.Summary);
        writer.WriteString("kind", Vocabulary.Kinds[scenario.Kind]);
        if (scenario.Publication is { } publication)
            writer.Object("publication", () => Publication(writer, publication));
        writer.Object("terms", () =>
        {
            foreach (var term in scenario.Terms)
                Term(writer, term);
        });
        if (scenario.BaseClass is not null || scenario.Profiles.Count + scenario.Overrides.Count > 0)
            writer.Object("assumptions", () => Assumptions(writer, scenario));
        writer.WriteNumber("horizon", scenario.Horizon);
        writer.WriteNumber("shortHorizon", scenario.ShortHorizon);
        writer.WriteNumber("draws", scenario.Draws);
        writer.WriteNumber("seed", scenario.Seed);
        writer.Texts("analyses", [.. scenario.Analyses.Select(a => Vocabulary.Analyses[a])]);
        if (scenario.Drivers is { } drivers)
            writer.Object("drivers", () => DriversWriting.Request(writer, drivers));
        if (scenario.CounterOffers is { } wish)
            writer.Object("counterOffers", () => writer.RequestMembers(wish));
    });

    private static void Publication(Utf8JsonWriter writer, Publication publication)
    {
        writer.WriteString("title", publication.Title);
        writer.WriteString("author", publication.Author);
        writer.WriteString("date", publication.Date);
        writer.WriteString("url", publication.Url);
        writer.Text("note", publication.Note);
    }

    private static void Term(Utf8JsonWriter writer, Term term)
    {
        var isDecided = term.Value is { Source: null, IsPoint: true };
        if (isDecided && term.Note is null)
        {
            writer.WriteNumber(term.Issue, term.Value.Low);
            return;
        }

        writer.Object(term.Issue, () =>
        {
            if (isDecided)
                writer.WriteNumber("value", term.Value.Low);
            else
                writer.RangeMembers(term.Value);
            writer.Text("note", term.Note);
            if (!term.Specified)
                writer.WriteBoolean("specified", false);
        });
    }

    private static void Assumptions(Utf8JsonWriter writer, Scenario scenario)
    {
        writer.Text("baseClass", scenario.BaseClass);
        if (scenario.Profiles.Count > 0)
        {
            writer.Object("profiles", () =>
            {
                foreach (var choices in scenario.Profiles.GroupBy(choice => choice.Stakeholder))
                    Profiles(writer, choices.Key, [.. choices]);
            });
        }

        if (scenario.Overrides.Count > 0)
            writer.Ranges("overrides", scenario.Overrides, o => o.Pointer, o => o.Value);
    }

    private static void Profiles(Utf8JsonWriter writer, string stakeholder, IReadOnlyList<ProfileChoice> choices)
    {
        if (choices is [{ Probability: 1 } certain])
        {
            writer.WriteString(stakeholder, certain.Profile);
            return;
        }

        writer.Object(stakeholder, () =>
        {
            foreach (var choice in choices)
                writer.WriteNumber(choice.Profile, choice.Probability);
        });
    }
}
