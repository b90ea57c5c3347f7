using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What is shown of a sweep that is not simply done, and what can be done about it.</summary>
[Collection(Alone.Name)]
public sealed class SweepStateTests(Site site)
{
    private string Place => $"#/sweeps/{site.Sweep}";

    [Fact]
    public async Task A_sweep_that_runs_shows_what_is_there_and_can_be_cancelled()
    {
        // Of so many variants that it cannot end meanwhile.
        var large = Sample.Sweep(steps: 250);
        large["draws"] = 4000;
        var id = await site.Api.StartSweepAsync(large);

        await site.VisitAsync($"#/sweeps/{id}", async page =>
        {
            await Assertions.Expect(page.Locator("progress")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await page.ShootAsync("sweep-running-1280-light");
            await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            await Assertions.Expect(page.GetByText("This sweep was cancelled")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
            await page.SettledAsync();
            await page.AssertAccessibleInBothThemesAsync();
        });
    }

    [Fact]
    public async Task A_summary_that_cannot_be_read_is_said_to_be_unreadable_and_the_variants_are_saved_all_the_same()
    {
        var isAway = true;
        await site.VisitAsync(
            Place,
            async page =>
            {
                await Assertions.Expect(page.GetByText("What it comes to cannot be read")).ToBeVisibleAsync();
                await Assertions.Expect(page.GetByText("It ended before any variant was evaluated.")).ToHaveCountAsync(0);
                await page.ShootAsync("sweep-no-summary-1280-light");
                await page.AssertAccessibleInBothThemesAsync();
                var save = page.GetByRole(AriaRole.Button, new() { Name = "All variants as CSV" });
                await save.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not available at the moment");
                isAway = false;
                var download = await page.DownloadedByAsync(save);
                Assert.Equal(await site.Api.GetTableAsync($"/api/sweeps/{site.Sweep}/variants?limit=10000"), await File.ReadAllTextAsync((await download.PathAsync())!));
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            },
            refusal: 503,
            prepare: async page =>
            {
                await ToldAsync(page, sweep => sweep.Remove("summary"));
                await page.RouteAsync($"**/api/sweeps/{site.Sweep}/variants?*", route => isAway
                    ? RefuseAsync(route)
                    : route.ContinueAsync());
            });
    }

    [Fact]
    public async Task A_refusal_to_cancel_is_no_longer_told_once_the_cancel_is_accepted()
    {
        var asked = 0;
        await site.VisitAsync(
            Place,
            async page =>
            {
                var cancel = page.GetByRole(AriaRole.Button, new() { Name = "Cancel" });
                await cancel.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not available at the moment");
                await cancel.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            },
            refusal: 503,
            prepare: async page =>
            {
                await ToldAsync(page, sweep => sweep["status"] = "Running");
                await page.RouteAsync($"**/api/sweeps/{site.Sweep}/cancel", route => ++asked == 1
                    ? RefuseAsync(route)
                    : route.FulfillAsync(new() { Status = 202, ContentType = "application/json", Body = "{}" }));
            });
    }

    [Fact]
    public async Task A_sweep_is_deleted_once_that_is_confirmed()
    {
        var id = await site.Api.SweepAsync(Sample.Sweep(steps: 2));

        await site.VisitAsync($"#/sweeps/{id}", async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete …" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete …" }).ClickAsync();
            await page.AssertAccessibleInBothThemesAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
            await page.WaitForURLAsync("**/#/sweeps");
            await page.SettledAsync();
            await Assertions.Expect(page.Locator($".sweep a[href='#/sweeps/{id}']")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public Task For_whom_every_variant_is_alike_none_is_called_best_or_worst() => site.VisitAsync(
        Place,
        async page =>
        {
            var table = page.GetByRole(AriaRole.Region, new() { Name = "Best and worst variant for each stakeholder" });
            var row = table.GetByRole(AriaRole.Row).Filter(new() { HasText = "Egypt (government)" });
            await Assertions.Expect(row.GetByText("under every variant: none is better or worse for it")).ToHaveCountAsync(2);
            await Assertions.Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
            await Assertions.Expect(table.GetByText("under every variant")).ToHaveCountAsync(2);
        },
        prepare: page => ToldAsync(page, sweep =>
        {
            var egypt = sweep["summary"]!["stakeholders"]!["egypt"]!;
            egypt["worst"] = egypt["best"]!.DeepClone();
        }));

    [Fact]
    public Task An_unknown_sweep_is_said_to_be_none_and_the_list_is_offered() => site.VisitAsync(
        $"#/sweeps/{Guid.Empty}",
        async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such sweep");
            await page.AssertAccessibleInBothThemesAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "All sweeps" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sweeps", Exact = true })).ToBeVisibleAsync();
            await page.SettledAsync();
        },
        refusal: 404);

    /// <summary>Puts something else in place of where the service says that the sweep stands.</summary>
    private async Task ToldAsync(IPage page, Action<JsonObject> change)
    {
        var sweep = await site.Api.GetAsync($"/api/sweeps/{site.Sweep}");
        change(sweep);
        await page.RouteAsync($"**/api/sweeps/{site.Sweep}", route => route.FulfillAsync(new() { ContentType = "application/json", Body = sweep.ToJsonString() }));
    }

    private static Task RefuseAsync(IRoute route) => route.FulfillAsync(new()
    {
        Status = 503,
        ContentType = "application/problem+json",
        Body = """{"title":"Not available at the moment","status":503,"detail":"Try again in a few seconds."}""",
    });
}
