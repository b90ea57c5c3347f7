using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Scenarios;

/// <summary>An override that would change nothing, because of which profile is chosen. Better refused than believed.</summary>
internal static class IdleOverride
{
    /// <summary>Why the range at a pointer is not used; null when it is.</summary>
    public static string? Reason(string pointer, Situation situation, Scenario scenario)
    {
        if (pointer.Split('/') is not ["", "stakeholders", var id, var collection, var key, ..])
            return null;

        var chosen = scenario.Profiles.FirstOrDefault(p => p.Stakeholder == id)?.Profile;
        var profile = situation.Stakeholders.FirstOrDefault(s => s.Id == id)?.Profiles.FirstOrDefault(p => p.Id == chosen);
        return collection switch
        {
            "profiles" when key != chosen =>
                $"{pointer} changes nothing because profile {key} of {id} is not chosen; choose it or leave the override out.",
            "preferences" when profile?.Preferences.Any(p => p.Issue == key) == true =>
                $"{pointer} changes nothing because profile {chosen} replaces that preference; "
                + $"override it under /stakeholders/{id}/profiles/{chosen}.",
            _ => null,
        };
    }
}
