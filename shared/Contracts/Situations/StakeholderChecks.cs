using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Engine.Situations;

namespace Parley.Contracts.Situations;

/// <summary>What must hold between the parts of a stakeholder, and between stakeholders.</summary>
internal static class StakeholderChecks
{
    /// <summary>Values are divided by the sum of the weights, which must not be 0 in any draw, whatever the profile.</summary>
    public static void Weights(Stakeholder stakeholder, ObjectReader o)
    {
        const string Rule = "must have a salience, weight or exposure with a low above 0.";
        if (AllMayBeZero(stakeholder, stakeholder.Preferences))
            o.Notes.Report(o.Node, $"{o.Node.Label} {Rule}");

        foreach (var profile in stakeholder.Profiles)
        {
            var kept = stakeholder.Preferences.Where(p => profile.Preferences.All(replaced => replaced.Issue != p.Issue));
            if (AllMayBeZero(stakeholder, [.. kept, .. profile.Preferences]) && o.Node["profiles"]?[profile.Id] is { } node)
                o.Notes.Report(node, $"Under {node.Label}, {o.Node.Label} {Rule}");
        }
    }

    /// <summary>Nobody's outcome may depend on itself, nor anybody's consent.</summary>
    public static void Circles(IReadOnlyList<Stakeholder> stakeholders, Node root, Notes notes)
    {
        Circles(
            stakeholders.ToDictionary(s => s.Id, s => s.OutcomeExposures.Select(e => e.Stakeholder)),
            "exposures to outcomes",
            (from, to) => root["stakeholders"]?[from]?["exposures"]?["outcomes"]?[to],
            notes);
        Circles(
            stakeholders.ToDictionary(s => s.Id, s => s.RatifiedBy.AsEnumerable()),
            "ratifications",
            (from, to) => root["stakeholders"]?[from]?["ratifiedBy"]?.Members.FirstOrDefault(m => m.Value.Text == to).Value,
            notes);
    }

    private static void Circles(
        Dictionary<string, IEnumerable<string>> next, string what, Func<string, string, Node?> place, Notes notes)
    {
        foreach (var circle in Circle.All(next))
        {
            if (place(circle[^2], circle[^1]) is { } closing)
                notes.Report(closing, $"The {what} run in a circle, {string.Join(" → ", circle.Select(Wording.Quote))}, but must not.");
        }
    }

    // A refused number is NaN, which is no reason to call a weight 0.
    private static bool AllMayBeZero(Stakeholder stakeholder, IEnumerable<Preference> preferences) =>
        preferences.Select(p => p.Salience)
            .Concat(stakeholder.Interactions.Select(i => i.Weight))
            .Concat(stakeholder.EffectExposures.Select(e => e.Weight))
            .Concat(stakeholder.OutcomeExposures.Select(e => e.Weight))
            .All(weight => weight.Low <= 0);
}
