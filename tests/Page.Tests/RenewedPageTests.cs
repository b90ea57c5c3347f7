using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>A tab that stays open over a deployment asks for parts of the page that are no longer there.</summary>
public sealed class RenewedPageTests(Site site)
{
    private const string Parts = "**/app/part-*.js";

    [Fact]
    public Task A_view_that_is_no_longer_there_says_so_and_comes_by_reloading() => site.VisitAsync(
        "#/scenarios",
        async page =>
        {
            await page.RouteAsync(Parts, GoneAsync);
            await page.GetByRole(AriaRole.Link, new() { Name = "Sweeps", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This tab is older than the page");
            await page.SettledAsync();
            await page.ShootAsync("renewed-view-1280-light");
            await page.AssertAccessibleInBothThemesAsync();

            await ReloadAsync(page);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sweeps", Exact = true })).ToBeVisibleAsync();
        },
        refusal: 404);

    [Fact]
    public Task A_section_that_is_no_longer_there_says_so_below_the_heading_of_its_evaluation() => site.VisitAsync(
        $"#/scenarios/{site.Proposal}",
        async page =>
        {
            await page.RouteAsync(Parts, GoneAsync);
            await page.Locator("nav.sections").GetByRole(AriaRole.Link, new() { Name = "Would they sign?", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("the section could not be loaded");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"{Api.Shipped("us-28-points")["title"]}");

            await ReloadAsync(page);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All together" })).ToBeVisibleAsync();
        },
        refusal: 404);

    private static Task GoneAsync(IRoute route) => route.FulfillAsync(new() { Status = 404, ContentType = "application/problem+json", Body = "{}" });

    private static async Task ReloadAsync(IPage page)
    {
        await page.UnrouteAsync(Parts);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
    }
}
