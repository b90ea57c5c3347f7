using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

[Collection(Alone.Name)]
public sealed class ScenariosTests(Site site)
{
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
}
