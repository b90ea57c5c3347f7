using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Writing;

internal static class StakeholderWriting
{
    public static void StakeholderMembers(this Utf8JsonWriter writer, Stakeholder stakeholder)
    {
        writer.WriteString("name", stakeholder.Name);
        writer.WriteString("role", Vocabulary.Roles[stakeholder.Role]);
        writer.Range("influence", stakeholder.Influence);
        Preferences(writer, stakeholder.Preferences);
        writer.KeyedIfAny("interactions", stakeholder.Interactions, i => i.Id, interaction =>
        {
            writer.Texts("issues", [interaction.First, interaction.Second]);
            writer.Range("weight", interaction.Weight);
            writer.WriteString("source", interaction.Source);
        });
        Exposures(writer, stakeholder);
        writer.Range("lossAversion", stakeholder.LossAversion);
        writer.Range("margin", stakeholder.Margin);
        writer.TextsIfAny("ratifiedBy", stakeholder.RatifiedBy);
        writer.KeyedIfAny("profiles", stakeholder.Profiles, p => p.Id, profile =>
        {
            writer.WriteString("name", profile.Name);
            Preferences(writer, profile.Preferences);
            writer.WriteString("source", profile.Source);
        });
        writer.WriteString("source", stakeholder.Source);
    }

    private static void Preferences(Utf8JsonWriter writer, IReadOnlyList<Preference> preferences) =>
        writer.Keyed("preferences", preferences, p => p.Issue, preference =>
        {
            writer.Range("ideal", preference.Ideal);
            writer.Range("salience", preference.Salience);
            writer.Range("shape", preference.Shape);
            if (preference.RedLine is { } line)
            {
                writer.Object("redLine", () =>
                {
                    writer.Range(Vocabulary.Sides[line.Side], line.Bound);
                    writer.WriteString("source", line.Source);
                });
            }
        });

    private static void Exposures(Utf8JsonWriter writer, Stakeholder stakeholder)
    {
        if (stakeholder.EffectExposures.Count + stakeholder.OutcomeExposures.Count == 0)
            return;

        writer.Object("exposures", () =>
        {
            writer.KeyedIfAny(
                "effects", stakeholder.EffectExposures, e => e.Effect, e => Exposure(writer, e.Wants, e.Weight, e.Source));
            writer.KeyedIfAny(
                "outcomes", stakeholder.OutcomeExposures, e => e.Stakeholder, e => Exposure(writer, e.Wants, e.Weight, e.Source));
        });
    }

    private static void Exposure(Utf8JsonWriter writer, Direction wants, TriangularRange weight, string source)
    {
        writer.WriteString("wants", Vocabulary.Directions[wants]);
        writer.Range("weight", weight);
        writer.WriteString("source", source);
    }
}
