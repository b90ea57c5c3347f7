using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What a deal says is told where its evaluation is, as it was sent and as the situation has it.</summary>
public sealed class TermsTests(Site site)
{
    public static TheoryData<string> Deals => ["proposal", "nile", "stress"];

    [Theory]
    [MemberData(nameof(Deals))]
    public Task Each_issue_has_what_the_deal_says_and_what_holds_today_in_numbers_and_words(string name) => site.VisitAsync($"#/scenarios/{IdOf(name)}/terms", async page =>
    {
        await page.UnfoldAsync();
        var (inputs, situation) = await ReadAsync(name);
        var figure = page.GetByRole(AriaRole.Figure, new() { Name = "What the deal says, issue by issue" });
        var numbers = await figure.NumbersAsync();
        Assert.Equal(situation["issues"].Members().Select(each => $"{each.Value["name"]}"), numbers.Keys);
        foreach (var (id, issue) in situation["issues"].Members())
        {
            var term = inputs["terms"]![id];
            var today = TodayOn(situation, inputs, id);
            var (low, mode, high) = SpanOf(term is JsonObject decided && decided.ContainsKey("value") ? decided["value"]! : term ?? today);
            Assert.Equal([low, mode, high], numbers[$"{issue["name"]}"]);

            var facts = page.Locator($".deal > [data-issue={id}] dd");
            var deal = (await facts.Nth(0).InnerTextAsync()).Spaced();
            var isOpen = $"{term?.GetValueKind()}" == "Object" && $"{term!["specified"]}" == "false";
            Assert.StartsWith(term is null ? "Not mentioned, so it stays as it is today: " : isOpen ? "Left open by the text. What could follow: " : Numbers((low, mode, high)), deal, StringComparison.Ordinal);
            Assert.Contains($"{Numbers((low, mode, high))}: ", deal, StringComparison.Ordinal);
            Assert.StartsWith($"{Numbers(SpanOf(today))}: ", (await facts.Nth(1).InnerTextAsync()).Spaced(), StringComparison.Ordinal);
            foreach (var anchor in issue["anchors"].Items().Where(anchor => anchor["at"]!.Number() == mode))
                Assert.Contains($"“{anchor["text"]}”", deal, StringComparison.Ordinal);
        }
    });

    [Theory]
    [MemberData(nameof(Deals))]
    public Task The_red_lines_are_those_of_all_who_must_sign_or_ratify(string name) => site.VisitAsync($"#/scenarios/{IdOf(name)}/terms", async page =>
    {
        var (inputs, situation) = await ReadAsync(name);
        var stakeholders = situation["stakeholders"]!;
        var signers = stakeholders.Members().Where(each => $"{each.Value["role"]}" == "veto").Select(each => each.Key).ToHashSet();
        var needed = stakeholders.Members().Where(each => signers.Contains(each.Key) || stakeholders.Members().Any(other => signers.Contains(other.Key) && other.Value["ratifiedBy"] is JsonArray by && by.Any(one => $"{one}" == each.Key))).ToList();
        var told = 0;
        foreach (var (issue, _) in situation["issues"].Members())
        {
            var lines = (await page.Locator($".deal > [data-issue={issue}] dd li").AllInnerTextsAsync()).Select(each => each.Spaced()).ToList();
            var own = needed.Where(each => inputs["assumptions"]?["profiles"]?[each.Key] is null).ToList();
            foreach (var (id, stakeholder) in own)
            {
                foreach (var (side, words) in new[] { ("atLeast", "at least"), ("atMost", "at most") })
                {
                    var line = stakeholder["preferences"]?[issue]?["redLine"]?[side];
                    var opening = $"{stakeholder["name"]} ({(signers.Contains(id) ? "must sign" : "ratifies")}): {words} ";
                    if (line is null)
                    {
                        Assert.DoesNotContain(lines, each => each.StartsWith(opening, StringComparison.Ordinal));
                        continue;
                    }

                    var judged = inputs["assumptions"]?["overrides"]?[$"/stakeholders/{id}/preferences/{issue}/redLine/{side}"] ?? line;
                    Assert.Contains(lines, each => each.StartsWith($"{opening}{Numbers(SpanOf(judged))}: ", StringComparison.Ordinal));
                    told++;
                }
            }

            Assert.All(lines, each => Assert.Contains(needed, one => each.StartsWith($"{one.Value["name"]} (", StringComparison.Ordinal)));
        }

        Assert.NotEqual(0, told);
    });

    [Theory]
    [MemberData(nameof(Deals))]
    public Task The_printed_brief_says_what_the_deal_says_on_every_issue(string name) => site.VisitAsync($"#/scenarios/{IdOf(name)}", async page =>
    {
        var (inputs, situation) = await ReadAsync(name);
        await Assertions.Expect(page.Locator(".deal-on-paper")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var rows = page.Locator(".deal-on-paper tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(situation["issues"].Members().Count());
        foreach (var (id, issue) in situation["issues"].Members())
        {
            var row = page.Locator($".deal-on-paper [data-issue={id}]");
            await Assertions.Expect(row).ToBeVisibleAsync();
            await Assertions.Expect(row.Locator("th")).ToHaveTextAsync($"{issue["name"]}");
            var mode = inputs["terms"]![id] is { } term ? $"{SpanOf(term is JsonObject decided && decided.ContainsKey("value") ? decided["value"]! : term).Mode}" : "not mentioned";
            await Assertions.Expect(row.Locator("td").First).ToContainTextAsync(mode);
            await Assertions.Expect(row.Locator("td").Last).ToContainTextAsync($"{SpanOf(TodayOn(situation, inputs, id)).Mode}");
        }
    });

    private string IdOf(string name) => name switch { "proposal" => site.Proposal, "nile" => site.OtherSituation, _ => site.UnderStress };

    private async Task<(JsonObject Inputs, JsonNode Situation)> ReadAsync(string name) => (
        await site.Api.GetAsync($"/api/scenarios/{IdOf(name)}/inputs"),
        (await site.Api.GetAsync($"/api/situations/{(name == "proposal" ? "ukraine-settlement" : "blue-nile-dam")}"))["document"]!);

    private static JsonNode TodayOn(JsonNode situation, JsonNode inputs, string issue)
    {
        var (outcome, today) = situation["baselines"]!["statusQuo"]!["outcomes"].Members().First();
        return inputs["assumptions"]?["overrides"]?[$"/baselines/statusQuo/outcomes/{outcome}/values/{issue}"] ?? today["values"]![issue]!;
    }

    private static (double Low, double Mode, double High) SpanOf(JsonNode value) =>
        value is JsonObject range ? (range["low"]!.Number(), range["mode"]!.Number(), range["high"]!.Number()) : (value.Number(), value.Number(), value.Number());

    private static string Numbers((double Low, double Mode, double High) span) =>
        span.Low == span.High
            ? string.Create(CultureInfo.InvariantCulture, $"{span.Low}")
            : string.Create(CultureInfo.InvariantCulture, $"{span.Low} to {span.High}, likeliest {span.Mode}");
}
