using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

[Collection(Alone.Name)]
public sealed class ScenariosTests(Site site)
{
    private static readonly string[] Counted = ["us-28-points", "freeze-on-the-line", "gerd-drought-rules"];

    [Fact]
    public Task The_list_says_of_each_scenario_what_the_interface_says() => site.VisitAsync("#/scenarios", async page =>
    {
        var listed = (await site.Api.GetAsync("/api/scenarios?limit=25"))["scenarios"]!.AsArray();

        var rows = page.Locator(".scenario");
        Assert.Equal(listed.Count, await rows.CountAsync());
        for (var row = 0; row < listed.Count; row++)
        {
            var (shown, told) = ((await rows.Nth(row).InnerTextAsync()).Spaced(), listed[row]!);
            Assert.Contains($"{told["title"]}".Spaced(), shown, StringComparison.Ordinal);
            if (told["summary"] is { } summary && summary["gaining"] is not null)
                Assert.Contains($"{summary["gaining"]} ▲ better, {summary["losing"]} ▼ worse off, {summary["open"]} open", shown, StringComparison.Ordinal);
        }
    });

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
    public Task What_an_earlier_version_counted_by_the_mean_alone_is_told_as_that() => site.VisitAsync(
        "#/scenarios",
        page => Assertions.Expect(page.Locator(".scenario").First).ToContainTextAsync("By the mean: 7 ▲ better, 5 ▼ worse off", new() { UseInnerText = true }),
        prepare: page => page.RouteAsync("**/api/scenarios?*", async route =>
        {
            var listing = await site.Api.GetAsync("/api/scenarios?limit=25");
            foreach (var each in listing["scenarios"].Items())
                each["summary"] = new JsonObject { ["jointAcceptance"] = 0.5, ["gaining"] = 7, ["losing"] = 5 };
            await route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = listing.ToJsonString() });
        }));

    [Fact]
    public Task A_filter_leaves_what_it_says_and_stands_in_the_address() => site.VisitAsync("#/scenarios", async page =>
    {
        await page.GetByLabel("Situation", new() { Exact = true }).SelectOptionAsync("blue-nile-dam");
        await page.ReachesAsync(@"/#/scenarios\?situation=blue-nile-dam$");
        await page.SettledAsync();

        var links = await page.Locator(".scenario-title a").EvaluateAllAsync<string[]>("links => links.map(link => link.hash)");
        var listed = (await site.Api.GetAsync("/api/scenarios?situation=blue-nile-dam&limit=25"))["scenarios"].Items();
        Assert.Equal(listed.Select(each => $"#/scenarios/{each["id"]}"), links);
        Assert.NotEmpty(links);
        await page.ReloadAsync();
        await page.SettledAsync();
        Assert.Equal("blue-nile-dam", await page.GetByLabel("Situation", new() { Exact = true }).InputValueAsync());
    });

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

    [Fact]
    public async Task The_list_can_be_used_by_keyboard_alone()
    {
        await site.VisitAsync("#/scenarios", async page =>
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("Skip to the content", await FocusedAsync(page));
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("Evaluate another scenario", await FocusedAsync(page));
            for (var filter = 0; filter < 3; filter++)
                await page.Keyboard.PressAsync("Tab");
            // The box that chooses it comes first.
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Tab");
            var title = await FocusedAsync(page);
            Assert.Equal(title, await page.Locator(".scenario-title a").First.InnerTextAsync());
            await page.Keyboard.PressAsync("Enter");

            await page.ReachesAsync("#/scenarios/[0-9a-f-]{36}$");
            await page.SettledAsync();
            // The address changes before the view does.
            await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
            await Assertions.Expect(page).ToHaveTitleAsync(new Regex($"^{Regex.Escape(title[..20])}"));
        });
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.innerText");

    private static Task ChooseAsync(IPage page, string content) =>
        page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "scenario.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
}
