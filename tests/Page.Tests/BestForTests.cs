using System.Text.Json.Nodes;
using Parley.Engine.Estimating;
using Parley.Engine.Narrating;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Whom a compared scenario serves best goes by the engine's rule of what is better, worse, open or neither.</summary>
public sealed class BestForTests(Site site)
{
    private static readonly string[] Members = ["difference", "low80", "high80"];

    private string Two => $"#/compare?ids={site.Proposal},{site.Freeze}";

    [Fact]
    public Task Best_for_whom_counts_only_what_is_not_open_and_says_who_is() => site.VisitAsync(Two, async page =>
    {
        var impacts = (await PairAsync(site.Proposal, site.Freeze))["impacts"].Members().Select(each => each.Value).ToList();
        List<string> Names(Course course) => [.. impacts.Where(each => CourseOf(each) == course).Select(each => $"{each["name"]}")];
        var (first, second, open) = (Names(Course.Up), Names(Course.Down), Names(Course.Open));
        Assert.NotEmpty(open);

        var answers = await page.Locator(".answer strong").AllInnerTextsAsync();
        Assert.StartsWith(first.Count == 0 ? "Best for nobody" : $"Best for {first.Count} of {impacts.Count}", answers[0], StringComparison.Ordinal);
        Assert.StartsWith(second.Count == 0 ? "Best for nobody" : $"Best for {second.Count} of {impacts.Count}", answers[1], StringComparison.Ordinal);
        var told = page.Locator(".sentences li").Filter(new() { HasText = "it is open which serves them best" });
        await Assertions.Expect(told).ToContainTextAsync($"For {open.Count} of {impacts.Count} it is open");
        foreach (var name in open)
            await Assertions.Expect(told).ToContainTextAsync(name);
    });

    [Fact]
    public Task A_difference_that_sampling_error_explains_is_open_and_one_that_does_not_show_is_none() => site.VisitAsync(
        Two,
        async page =>
        {
            Assert.Equal(["Best for nobody", "Best for nobody"], await page.Locator(".answer strong").AllInnerTextsAsync());
            await Assertions.Expect(page.Locator(".sentences li").Filter(new() { HasText = "it is open which serves them best" })).ToContainTextAsync("For 1 of 12 it is open which serves them best, against no deal: Russia.");
            await Assertions.Expect(page.Locator(".sentences li").Filter(new() { HasText = "are alike" })).ToContainTextAsync("For 11 of 12 A and B are alike, against no deal (less than 0.05 points apart): ");
        },
        prepare: page => page.RouteAsync("**/api/compare?*", async route =>
        {
            var answer = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            foreach (var (id, impact) in answer["comparison"]!["pairs"]![0]!["impacts"].Members())
            {
                var (value, error) = id == "russia" ? (2, 1) : (0.04, 0.001);
                foreach (var member in Members)
                    impact["noDeal"]![member] = new JsonObject { ["value"] = value, ["standardError"] = error };
            }

            await route.FulfillAsync(new() { ContentType = "application/json", Body = answer.ToJsonString() });
        }));

    [Fact]
    public async Task A_scenario_and_its_twin_are_said_to_be_alike()
    {
        var twin = await site.Api.EvaluateAsync(Api.Shipped("freeze-on-the-line"));
        await site.VisitAsync($"#/compare?ids={site.Freeze},{twin}", async page =>
        {
            Assert.Equal(["Best for nobody", "Best for nobody"], await page.Locator(".answer strong").AllInnerTextsAsync());
            await Assertions.Expect(page.GetByText("For all 12 A and B are alike, against no deal (the same in every draw).")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("For nobody is it open which serves them best.")).ToBeVisibleAsync();
        });
        await site.VisitAsync($"#/compare?ids={site.Freeze},{site.Proposal},{twin}", async page =>
        {
            var impacts = (await PairAsync(site.Freeze, site.Proposal))["impacts"].Members().Select(each => each.Value).ToList();
            var better = impacts.Where(each => CourseOf(each) == Course.Up).Select(each => $"{each["name"]}").ToList();
            Assert.NotEmpty(better);
            var told = page.Locator(".sentences li").Filter(new() { HasText = "are alike" });
            await Assertions.Expect(told).ToContainTextAsync($"For {better.Count} of {impacts.Count} A and C are alike and better than the rest, against no deal (the same in every draw): {better[0]}");
            await Assertions.Expect(page.Locator(".answer strong").First).ToHaveTextAsync("Best for nobody");
        });
    }

    private async Task<JsonNode> PairAsync(params string[] ids) => (await site.Api.GetAsync($"/api/compare?ids={string.Join(',', ids)}"))["comparison"]!["pairs"]![0]!;

    /// <summary>Which way a difference against no deal goes, by the engine's own rule.</summary>
    private static Course CourseOf(JsonNode impact)
    {
        var against = impact["noDeal"]!;
        return Distinguishing.Of(Of("difference"), Of("low80"), Of("high80"));

        Estimate Of(string member) => new(against[member].Value(), against[member]!["standardError"].Number());
    }
}
