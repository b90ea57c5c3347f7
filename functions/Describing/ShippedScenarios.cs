using System.Text.Json;
using Parley.Contracts;
using Parley.Engine.Scenarios;

namespace Parley.Functions.Describing;

/// <summary>The scenarios that come with the product, read once.</summary>
public sealed class ShippedScenarios(ShippedFolder folder)
{
    private readonly Lazy<IReadOnlyList<ShippedScenario>> all = new(() => [.. Shipped.Scenarios(folder.Path).Select(ShippedScenario.Of)]);

    public IReadOnlyList<ShippedScenario> Of(string situation) => [.. all.Value.Where(shipped => shipped.Situation == situation)];
}

/// <param name="Name">The file's name without its ending.</param>
/// <param name="Document">What to send to submit it.</param>
public sealed record ShippedScenario(string Name, string Situation, string Title, ScenarioKind Kind, string? Summary, JsonElement Document)
{
    public static ShippedScenario Of(ShippedDocument<Scenario> shipped) => new(
        shipped.Name,
        shipped.Value.Situation,
        shipped.Value.Title,
        shipped.Value.Kind,
        shipped.Value.Summary,
        JsonElement.Parse(shipped.Json.Span));
}
