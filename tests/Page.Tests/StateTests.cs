using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What is shown of a scenario that is not simply done.</summary>
public sealed class StateTests(Site site)
{
    [Fact]
    public async Task What_runs_can_be_cancelled_and_run_again()
    {
        var large = Api.Shipped("gerd-data-line");
        large["draws"] = 1_000_000;
        var id = await site.Api.SubmitAsync(large);

        await site.VisitAsync($"#/scenarios/{id}", async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            // A worker that has begun lets go when it next renews its lease.
            await Assertions.Expect(page.GetByText("This run was cancelled")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await page.ShootAsync("evaluation-cancelled-1280-light");
            await page.AssertAccessibleInBothThemesAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Run it again" }).ClickAsync();
            await Assertions.Expect(page.Locator("header .badge")).ToContainTextAsync("done", new() { Timeout = 60_000 });
            await Assertions.Expect(page.Locator("svg.chart")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task A_result_whose_situation_has_moved_on_says_so()
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "moving-on";
        await site.Api.PutSituationAsync(situation);
        var scenario = Api.Shipped("gerd-data-line");
        scenario["situation"] = "moving-on";
        var id = await site.Api.EvaluateAsync(scenario);
        situation["summary"] = "Another reading.";
        await site.Api.PutSituationAsync(situation);

        await site.VisitAsync($"#/scenarios/{id}", async page =>
        {
            await Assertions.Expect(page.Locator(".notice-stale")).ToContainTextAsync("The situation has moved on since this result");
            await page.ShootAsync("evaluation-stale-1280-light");
            await page.AssertAccessibleInBothThemesAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate its inputs with today's situation" }).ClickAsync();
            await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("moving-on, version 2");
            await page.SettledAsync();
            await Assertions.Expect(page.Locator(".notice-stale")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public Task A_failed_run_says_why_in_the_words_of_its_problem() => site.VisitAsync(
        $"#/scenarios/{site.Proposal}",
        async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The model has no answer");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nobody's weights add up.");
            await page.ShootAsync("evaluation-failed-1280-light");
            await page.AssertAccessibleInBothThemesAsync();
        },
        prepare: page => page.RouteAsync($"**/api/scenarios/{site.Proposal}", async route =>
        {
            // No document fails on its own; what the service would say is put in place of its answer.
            var status = await site.Api.GetAsync($"/api/scenarios/{site.Proposal}");
            status["status"] = "Failed";
            status["problem"] = new JsonObject { ["title"] = "The model has no answer", ["detail"] = "Nobody's weights add up." };
            status.Remove("resultGeneration");
            await route.FulfillAsync(new() { Status = 200, ContentType = "application/json", Body = status.ToJsonString() });
        }));

    [Fact]
    public async Task A_service_that_is_away_is_asked_again_until_it_is_back()
    {
        var asked = 0;
        await site.VisitAsync(
            "#/scenarios",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not available at the moment");
                await page.AssertAccessibleInBothThemesAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
                await Assertions.Expect(page.Locator(".scenario").First).ToBeVisibleAsync();
            },
            refusal: 503,
            prepare: page => page.RouteAsync("**/api/scenarios?*", route => ++asked > 1 ? route.ContinueAsync() : route.FulfillAsync(new()
            {
                Status = 503,
                ContentType = "application/problem+json",
                Body = """{"title":"Not available at the moment","status":503,"detail":"Try again in a few seconds."}""",
            })));
    }

    [Fact]
    public async Task A_scenario_is_deleted_once_that_is_confirmed_and_only_as_it_was_seen()
    {
        var id = await site.Api.EvaluateAsync(Api.Shipped("gerd-data-line"));
        string? condition = null;

        await site.VisitAsync($"#/scenarios/{id}", async page =>
        {
            page.Request += (_, request) => condition = request.Method == "DELETE" ? request.Headers.GetValueOrDefault("if-match") : condition;
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete …" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete …" }).ClickAsync();
            await page.ShootAsync("evaluation-delete-1280-light");
            await page.AssertAccessibleInBothThemesAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete it" }).ClickAsync();
            await page.ReachesAsync("/#/scenarios$");
            await page.SettledAsync();
            await Assertions.Expect(page.Locator($".scenario a[href='#/scenarios/{id}']")).ToHaveCountAsync(0);
        });

        Assert.False(string.IsNullOrEmpty(condition));
    }

    [Fact]
    public Task A_chosen_theme_stays() => site.VisitAsync("#/scenarios", async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();
        await page.ReloadAsync();
        await page.SettledAsync();

        Assert.Equal("dark", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Light theme" }).ClickAsync();
        Assert.Equal("light", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme"));
    });

    [Fact]
    public Task Where_no_theme_is_chosen_the_page_and_what_it_offers_follow_the_system() => site.VisitAsync("#/scenarios", async page =>
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.GetByRole(AriaRole.Button, new() { Name = "Light theme" }).ClickAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        Assert.Equal("light", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme"));
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" })).ToBeVisibleAsync();
    });
}
