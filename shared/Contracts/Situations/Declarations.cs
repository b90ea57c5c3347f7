using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;

namespace Parley.Contracts.Situations;

/// <summary>
/// What a situation declares, collected before it is read, since references run forwards and backwards.
/// A collection that is missing declares nothing that could be checked.
/// </summary>
internal sealed class Declarations(Node root)
{
    private readonly string place = root["id"] is { Kind: JsonValueKind.String, Text: { Length: > 0 } id }
        ? Wording.Quote(id)
        : "the situation";

    public Declared Issues => Of("an issue", root["issues"]);

    public Declared Stakeholders => Of("a stakeholder", root["stakeholders"]);

    public Declared Assumptions => Of("an assumption", root["assumptions"]);

    public Declared Effects => Of("an effect", root["effects"]);

    public Declared Options => Of("an option", root["options"]);

    public Declared HazardClasses => Of("a class", root["hazard"]?["classes"]);

    /// <summary>What sources may cite.</summary>
    public IReadOnlyCollection<string>? Sources => Names(root["sources"])?.ToHashSet();

    /// <summary>True when a stakeholder refuses something on an issue, by its own preferences or by those of a profile.</summary>
    public bool HasRedLine(string stakeholder, string issue)
    {
        var node = root["stakeholders"]?[stakeholder];
        return (node?["profiles"]?.Members ?? [])
            .Select(profile => profile.Value)
            .Prepend(node)
            .Any(owner => owner?["preferences"]?[issue]?["redLine"] is not null);
    }

    private Declared Of(string kind, Node? collection) => new(kind, place, Names(collection));

    private static List<string>? Names(Node? collection) => collection is { Kind: JsonValueKind.Object }
        ? [.. collection.Members.Select(m => m.Name).Distinct()]
        : null;
}
