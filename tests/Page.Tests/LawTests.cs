using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Wherever verdicts on rules of law stand, it is said how far the rules were checked.</summary>
public sealed class LawTests(Site site)
{
    public static TheoryData<string, string> Verdicts => new()
    {
        { "brief", "ukraine-settlement" },
        { "measures", "ukraine-settlement" },
        { "compare", "ukraine-settlement" },
        { "brief", "blue-nile-dam" },
        { "measures", "blue-nile-dam" },
        { "compare", "blue-nile-dam" },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public async Task Verdicts_on_rules_of_law_say_how_many_rest_on_memory_unchecked(string view, string situation)
    {
        var document = (await site.Api.GetAsync($"/api/situations/{situation}"))["document"]!;
        var rules = document["measures"]!["legality"].Members().Select(each => each.Value).ToList();
        var fromMemory = rules.Where(rule => document["sources"].Members().Any(source => Cites(rule, source.Key) && $"{source.Value["status"]}" == "memory")).ToList();
        var which = fromMemory.Count == rules.Count ? $"all {rules.Count} rules" : $"{fromMemory.Count} of {rules.Count} rules ({string.Join(" and ", fromMemory.Select(rule => $"“{rule["name"]}”"))})";
        var (one, other) = situation == "blue-nile-dam" ? (site.OtherSituation, site.UnderStress) : (site.Proposal, site.Freeze);
        var place = view switch { "compare" => $"#/compare?ids={one},{other}", "brief" => $"#/scenarios/{one}", _ => $"#/scenarios/{one}/{view}" };

        Assert.InRange(fromMemory.Count, 1, 5);
        await site.VisitAsync(place, async page =>
        {
            var note = page.Locator(".law-note");
            await Assertions.Expect(note).ToHaveCountAsync(1);
            await Assertions.Expect(note).ToContainTextAsync($"The source of {which} is told from memory and unchecked.");
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions.Expect(note).ToBeVisibleAsync();
        });
    }

    private static bool Cites(JsonNode rule, string key) => $"{rule["source"]}".Split("; ").Contains(key);
}
