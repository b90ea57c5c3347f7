using Parley.Contracts;

namespace Parley.Local;

/// <summary>A situation that comes with the product, and the scenarios for it, which are comparable with each other only.</summary>
internal sealed record ShippedGroup(string Title, IReadOnlyList<ScenarioFile> Scenarios)
{
    public static IReadOnlyList<ShippedGroup> All()
    {
        var scenarios = Shipped.Scenarios().ToLookup(
            scenario => scenario.Value.Situation, scenario => new ScenarioFile($"{scenario.Name}.json", scenario.Json.ToArray()));
        return [.. Shipped.Situations().Select(situation => new ShippedGroup(situation.Value.Title, [.. scenarios[situation.Name]]))];
    }
}
