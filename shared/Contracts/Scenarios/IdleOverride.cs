using Parley.Contracts.Checking;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Scenarios;

/// <summary>An override that would change nothing, because of which profiles are chosen. Better refused than believed.</summary>
internal static class IdleOverride
{
    /// <summary>Why the range at a pointer is not used in any draw; null when it is.</summary>
    public static string? Reason(string pointer, Situation situation, Scenario scenario)
    {
        if (pointer.Split('/') is not ["", "stakeholders", var id, var collection, var key, ..])
            return null;

        var chosen = scenario.Profiles.Where(p => p.Stakeholder == id).Select(p => p.Profile).ToList();
        return collection switch
        {
            "profiles" when !chosen.Contains(key) =>
                $"{pointer} changes nothing because profile {key} of {id} is not chosen; choose it or leave the override out.",
            "preferences" when IsAlwaysReplaced(id, key, chosen, situation, scenario) => chosen is [var only]
                ? $"{pointer} changes nothing because profile {only} replaces that preference; "
                    + $"override it under /stakeholders/{id}/profiles/{only}."
                : $"{pointer} changes nothing because one of the profiles {Wording.And(chosen)} always holds and each replaces that preference; "
                    + $"override it under /stakeholders/{id}/profiles.",
            _ => null,
        };
    }

    private static bool IsAlwaysReplaced(string id, string issue, List<string> chosen, Situation situation, Scenario scenario)
    {
        var stakeholder = situation.Stakeholders.FirstOrDefault(s => s.Id == id);
        return chosen.Count > 0 && scenario.ProbabilityOfOwn(id) <= 0
            && chosen.All(profile => stakeholder?.Profiles.FirstOrDefault(p => p.Id == profile)?.Preferences.Any(p => p.Issue == issue) == true);
    }
}
