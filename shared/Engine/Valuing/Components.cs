using Parley.Engine.Binding;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Valuing;

/// <summary>
/// The parts of every stakeholder's value, numbered through: its issues, interactions, effects and others' outcomes,
/// in situation order.
/// </summary>
internal sealed class Components
{
    private readonly int[] starts;

    public Components(Model model)
    {
        starts = new int[model.Stakeholders.Count + 1];
        for (var s = 0; s < model.Stakeholders.Count; s++)
        {
            var stakeholder = model.Stakeholders[s];
            starts[s + 1] = starts[s] + stakeholder.Preferences.Count + stakeholder.Interactions.Count
                + stakeholder.Effects.Count + stakeholder.Outcomes.Count;
        }
    }

    /// <summary>All components of all stakeholders.</summary>
    public int Count => starts[^1];

    /// <summary>A stakeholder's first component, which is its first preference.</summary>
    public int Start(int stakeholder) => starts[stakeholder];

    /// <summary>One past a stakeholder's last component.</summary>
    public int End(int stakeholder) => starts[stakeholder + 1];

    /// <summary>What a stakeholder's component stands for.</summary>
    public static (ContributionKind Kind, string Id, string Name) Describe(Model model, BoundStakeholder of, int component)
    {
        if (component < of.Preferences.Count)
        {
            var issue = model.Issues[of.Preferences[component].Issue];
            return (ContributionKind.Issue, issue.Id, issue.Name);
        }

        component -= of.Preferences.Count;
        if (component < of.Interactions.Count)
        {
            var interaction = of.Interactions[component];
            var (first, second) = (of.Preferences[interaction.First].Issue, of.Preferences[interaction.Second].Issue);
            return (ContributionKind.Interaction, interaction.Id, $"{model.Issues[first].Name} with {model.Issues[second].Name}");
        }

        component -= of.Interactions.Count;
        if (component < of.Effects.Count)
        {
            var effect = model.Effects[of.Effects[component].Target];
            return (ContributionKind.Effect, effect.Id, effect.Name);
        }

        var other = model.Stakeholders[of.Outcomes[component - of.Effects.Count].Target];
        return (ContributionKind.Outcome, other.Id, $"Outcome of {other.Name}");
    }
}
