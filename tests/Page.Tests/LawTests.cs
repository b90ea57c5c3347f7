using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Wherever verdicts on rules of law stand, it is said how far the rules were checked.</summary>
public sealed class LawTests(Site site)
{
    private const string Head = "The rules of law are judgements on where a bound lies, no legal opinion.";

    private const string Ukraine =
        Head + " Part of what all 5 rules cite is told from memory and unchecked."
        + " Part of what 2 of 5 rules (“Ukraine negotiates what binds it” and “The EU and NATO are asked about what binds them”) cite is a claim that was not checked.";

    private const string Nile =
        Head + " Part of what 1 of 4 rules (“Notice of planned measures”) cites is told from memory and unchecked."
        + " All that 3 of 4 rules (“Measures against significant harm”, “No shares that leave nothing upstream” and “A procedure for disputes”) cite was verified.";

    private const string Sources = """
        {
          "fact:verified": { "text": "F", "status": "verified" },
          "fact:computed": { "text": "F", "status": "computed" },
          "fact:memory": { "text": "F", "status": "memory" },
          "fact:weak": { "text": "F", "status": "weak" },
          "fact:judged": { "text": "F", "status": "judgement" },
          "fact:claim": { "text": "F", "status": "claim" }
        }
        """;

    public static TheoryData<string, string, string> Verdicts => new()
    {
        { "brief", "ukraine-settlement", Ukraine },
        { "measures", "ukraine-settlement", Ukraine },
        { "compare", "ukraine-settlement", Ukraine },
        { "brief", "blue-nile-dam", Nile },
        { "measures", "blue-nile-dam", Nile },
        { "compare", "blue-nile-dam", Nile },
    };

    /// <summary>What rule A, B, … name as their source; and what is said of them.</summary>
    public static TheoryData<string[], string> Sourced => new()
    {
        { [], "" },
        { ["fact:verified"], " All that the one rule cites was verified." },
        { ["fact:verified; fact:computed", "fact:verified; judgement"], " All that all 2 rules cite was verified or computed." },
        { ["fact:memory"], " All that the one rule cites is told from memory and unchecked." },
        { ["fact:memory; fact:verified"], " Part of what the one rule cites is told from memory and unchecked." },
        { ["fact:memory", "fact:memory"], " All that all 2 rules cite is told from memory and unchecked." },
        {
            ["fact:memory", "fact:memory; fact:verified", "fact:verified"],
            " All that 1 of 3 rules (“A”) cites is told from memory and unchecked. Part of what 1 of 3 rules (“B”) cites is told from memory and unchecked. All that 1 of 3 rules (“C”) cites was verified."
        },
        { ["fact:weak"], " All that the one rule cites is only weakly supported." },
        { ["fact:weak; fact:verified"], " Part of what the one rule cites is only weakly supported." },
        { ["fact:judged"], " All that the one rule cites is a judgement." },
        { ["fact:verified; fact:judged"], " Part of what the one rule cites is a judgement." },
        { ["fact:claim"], " All that the one rule cites is a claim that was not checked." },
        { ["fact:claim; fact:memory"], " Part of what the one rule cites is told from memory and unchecked. Part of what the one rule cites is a claim that was not checked." },
        { ["judgement"], " The one rule cites no source." },
        { ["judgement", ""], " All 2 rules cite no source." },
        { ["judgement", "fact:verified", "fact:verified"], " 1 of 3 rules (“A”) cites no source. All that 2 of 3 rules (“B” and “C”) cite was verified." },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public async Task Verdicts_on_rules_of_law_say_how_the_sources_of_the_rules_are_known(string view, string situation, string words)
    {
        var (one, other) = situation == "blue-nile-dam" ? (site.OtherSituation, site.UnderStress) : (site.Proposal, site.Freeze);
        var place = view switch { "compare" => $"#/compare?ids={one},{other}", "brief" => $"#/scenarios/{one}", _ => $"#/scenarios/{one}/{view}" };
        await site.VisitAsync(place, async page =>
        {
            var note = page.Locator(".law-note");
            await Assertions.Expect(note).ToHaveCountAsync(1);
            await Assertions.Expect(note).ToContainTextAsync(words);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions.Expect(note).ToBeVisibleAsync();
        });
    }

    [Theory]
    [MemberData(nameof(Sourced))]
    public async Task What_is_said_of_rules_is_what_their_sources_are(string[] rules, string words)
    {
        var situation = new JsonObject
        {
            ["sources"] = JsonNode.Parse(Sources),
            ["measures"] = new JsonObject
            {
                ["legality"] = new JsonObject(rules.Select((rule, place) =>
                    KeyValuePair.Create<string, JsonNode?>($"rule-{place}", new JsonObject { ["name"] = $"{(char)('A' + place)}", ["source"] = rule }))),
            },
        };
        var modules = await Modules.BundledAsync("law", "law");
        await site.VisitAsync("#/elsewhere", async page => Assert.Equal(
            rules.Length == 0 ? "" : Head + words,
            await page.EvaluateAsync<string>($"text => {{ {modules} return law.lawNote(JSON.parse(text)); }}", situation.ToJsonString())));
    }
}
