using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Scenarios that are submitted in the list, and what it says of them.</summary>
public sealed class SubmittingTests(Site site)
{
    private static readonly string[] Counted = ["us-28-points", "freeze-on-the-line", "gerd-drought-rules"];

    [Fact]
    public async Task The_list_counts_who_gains_loses_and_is_open_as_the_evaluation_does()
    {
        // On the list's first page, whatever other tests have submitted before.
        var scenarios = await Task.WhenAll(Counted.Select(name => site.Api.EvaluateAsync(Api.Shipped(name))));
        var listed = new Dictionary<string, string>();
        await site.VisitAsync("#/scenarios", async page =>
        {
            foreach (var id in scenarios)
                listed[id] = (await page.Locator(".scenario").Filter(new() { Has = page.Locator($"a[href='#/scenarios/{id}']") }).InnerTextAsync()).Spaced();
        });
        foreach (var id in scenarios)
        {
            await site.VisitAsync($"#/scenarios/{id}", async page =>
            {
                var told = await page.Locator(".answer").AllInnerTextsAsync();
                string Count(string start) => told.Select(each => each.Spaced()).Single(each => each.StartsWith(start, StringComparison.Ordinal))[start.Length..].Trim().Split(' ')[0];
                Assert.Contains(
                    $"{Count("▲ Better off than with no deal")} ▲ better, {Count("▼ Worse off than with no deal")} ▼ worse off, {Count("Open whether better or worse off")} open",
                    listed[id],
                    StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public Task A_shipped_scenario_is_submitted_and_shown_once_it_is_done() => site.VisitAsync("#/scenarios", async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate another scenario" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Evaluate another scenario" });
        await panel.GetByLabel("Situation").SelectOptionAsync("ukraine-settlement");
        await panel.GetByLabel("Scenario", new() { Exact = true }).SelectOptionAsync("freeze-on-the-line");
        await page.ShootAsync("scenarios-submit-1280-light");
        await page.AssertAccessibleInBothThemesAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Evaluate it" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"{Api.Shipped("freeze-on-the-line")["title"]}");
        await Assertions.Expect(page.Locator("header .badge")).ToContainTextAsync("done");
        await Assertions.Expect(page.Locator("svg.chart")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_file_is_checked_before_it_is_submitted_and_its_problems_stand_with_their_places() => site.VisitAsync("#/scenarios", async page =>
    {
        var scenario = Api.Shipped("gerd-us-offer");
        scenario["terms"]!["no-such-issue"] = 5;
        scenario["title"] = new string('x', 10_000);
        await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate another scenario" }).ClickAsync();
        await ChooseAsync(page, scenario.ToJsonString());

        var problems = page.GetByRole(AriaRole.List, new() { Name = "Problems of the document" });
        await Assertions.Expect(problems).ToContainTextAsync("/terms/no-such-issue");
        await Assertions.Expect(problems).ToContainTextAsync("/title");
        await page.ShootAsync("scenarios-problems-1280-light");
        await page.AssertAccessibleInBothThemesAsync();

        var mended = Api.Shipped("gerd-us-offer");
        await ChooseAsync(page, mended.ToJsonString());
        await page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Button, new() { Name = "Evaluate it" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"{mended["title"]}");
        await page.SettledAsync();
    });

    [Fact]
    public Task A_file_that_is_no_JSON_is_refused_in_words() => site.VisitAsync("#/scenarios", async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate another scenario" }).ClickAsync();
        await ChooseAsync(page, "this is no JSON");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("cannot be evaluated");
    });

    private static Task ChooseAsync(IPage page, string content) =>
        page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "scenario.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
}
