using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Binding;

/// <summary>
/// What a stakeholder wants under a scenario: by its own preferences, by those of a chosen profile, or, where profiles are
/// only probable, by one set in some draws and by another in the rest. One uniform number of the sample chooses the set, so
/// that in every draw exactly one holds, and stakeholders choose independently.
/// </summary>
internal sealed class PreferenceBinder(Scenario scenario, Quantities quantities, IReadOnlyDictionary<string, int> issues)
{
    /// <exception cref="ArgumentException">A probability is not above 0, or they add up to more than 1.</exception>
    public IReadOnlyList<BoundPreference> Bind(Stakeholder stakeholder)
    {
        var sets = Sets(stakeholder);
        return sets.Count == 1 ? sets[0].Preferences : Mixed($"/stakeholders/{stakeholder.Id}/profiles", sets);
    }

    /// <summary>The chosen profiles in the scenario's order, then the stakeholder's own preferences if they can hold.</summary>
    private List<PreferenceSet> Sets(Stakeholder stakeholder)
    {
        var chosen = scenario.Profiles.Where(choice => choice.Stakeholder == stakeholder.Id).ToArray();
        var own = scenario.ProbabilityOfOwn(stakeholder.Id);
        if (own < 0 || chosen.Any(choice => !(choice.Probability > 0)))
        {
            throw new ArgumentException($"The probabilities of {stakeholder.Id}'s profiles must be above 0 and add up to at most 1.");
        }

        var sets = new List<PreferenceSet>();
        foreach (var choice in chosen)
        {
            sets.Add(new PreferenceSet(choice.Probability, Under(stakeholder, stakeholder.Profiles.Single(p => p.Id == choice.Profile))));
        }

        if (own > 0)
        {
            var pointer = $"/stakeholders/{stakeholder.Id}";
            sets.Add(new PreferenceSet(own, [.. stakeholder.Preferences.Select(p => Bind(p, pointer))]));
        }

        return sets;
    }

    /// <summary>What a profile names replaces the stakeholder's own, in its place; the rest of the profile comes after.</summary>
    private BoundPreference[] Under(Stakeholder stakeholder, Profile profile)
    {
        var pointer = $"/stakeholders/{stakeholder.Id}";
        var kept = stakeholder.Preferences.Select(own => profile.Preferences.FirstOrDefault(p => p.Issue == own.Issue) is { } replaced
            ? Bind(replaced, $"{pointer}/profiles/{profile.Id}")
            : Bind(own, pointer));
        var added = profile.Preferences.Where(p => stakeholder.Preferences.All(own => own.Issue != p.Issue));
        return [.. kept, .. added.Select(p => Bind(p, $"{pointer}/profiles/{profile.Id}"))];
    }

    private BoundPreference Bind(Preference preference, string owner)
    {
        var pointer = $"{owner}/preferences/{preference.Issue}";
        var linear = quantities.Row(1);
        var shape = quantities.Row($"{pointer}/shape", preference.Shape);
        var line = preference.RedLine;
        return new BoundPreference(
            issues.TryGetValue(preference.Issue, out var issue) ? issue : throw new ArgumentException($"There is no {preference.Issue}."),
            quantities.Row($"{pointer}/ideal", preference.Ideal),
            quantities.Row($"{pointer}/salience", preference.Salience),
            shape == linear ? -1 : shape,
            line?.Side == RedLineSide.AtMost ? quantities.Row($"{pointer}/redLine/atMost", line.Bound) : -1,
            line?.Side == RedLineSide.AtLeast ? quantities.Row($"{pointer}/redLine/atLeast", line.Bound) : -1);
    }

    private BoundPreference[] Mixed(string pointer, List<PreferenceSet> sets)
    {
        var choice = quantities.Choice(pointer);
        var upTo = new double[sets.Count];
        for (var (set, sum) = (0, 0.0); set < sets.Count; set++)
        {
            upTo[set] = sum += sets[set].Probability;
        }

        upTo[^1] = 1;
        return [.. sets.SelectMany(set => set.Preferences).Select(p => p.Issue).Distinct().Select(issue => Mixed(
            issue, choice, upTo, [.. sets.Select(set => set.Preferences.FirstOrDefault(p => p.Issue == issue))]))];
    }

    /// <summary>
    /// One preference out of several. Where a set has none it weighs nothing, at an ideal of 0; the methods that reason about
    /// positions know it by that. Where a set has no red line, or one on the other side, the line lies at
    /// the end of the scale, which no term can cross.
    /// </summary>
    private BoundPreference Mixed(int issue, int choice, double[] upTo, BoundPreference?[] preferences)
    {
        var linear = quantities.Row(1);
        var shape = Mix(p => p.ShapeRow, linear);
        return new BoundPreference(
            issue,
            Mix(p => p.IdealRow, quantities.Row(0)),
            Mix(p => p.SalienceRow, quantities.Row(0)),
            shape == linear ? -1 : shape,
            Line(p => p.AtMostRow, 100),
            Line(p => p.AtLeastRow, 0));

        int Mix(Func<BoundPreference, int> row, int without) => quantities.Mixture(
            choice, upTo, [.. preferences.Select(p => p is not null && row(p) is var there and >= 0 ? there : without)]);

        int Line(Func<BoundPreference, int> row, double uncrossable) =>
            preferences.Any(p => p is not null && row(p) >= 0) ? Mix(row, quantities.Row(uncrossable)) : -1;
    }

    private sealed record PreferenceSet(double Probability, IReadOnlyList<BoundPreference> Preferences);
}
