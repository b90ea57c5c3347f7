using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What stands in charts and beside controls can be read whole, on a phone too.</summary>
public sealed class LabelTests(Site site)
{
    [Theory]
    [InlineData(360)]
    [InlineData(400)]
    [InlineData(1280)]
    public async Task No_label_of_a_comparison_is_cut_off_or_lies_over_another(int width)
    {
        await site.VisitAsync($"#/compare?ids={site.Proposal},{site.Freeze}", AssertReadableAsync, width);
        await site.VisitAsync($"#/compare?ids={site.OtherSituation},{site.UnderStress}", AssertReadableAsync, width);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(400)]
    [InlineData(1280)]
    public Task No_label_of_a_sweep_is_cut_off_or_lies_over_another(int width) => site.VisitAsync($"#/sweeps/{site.Sweep}", AssertReadableAsync, width);

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public Task No_label_of_a_deal_is_cut_off_or_lies_over_another(int width) => site.VisitAsync($"#/scenarios/{site.Proposal}/terms", AssertReadableAsync, width);

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public Task Whatever_a_slider_says_of_a_place_has_its_room(int width) => site.VisitAsync(
        "#/compose?from=shipped:us-28-points",
        async page =>
        {
            var said = page.Locator(".slider-said");
            Assert.NotEqual(0, await said.CountAsync());
            foreach (var key in "Home ArrowRight ArrowRight ArrowRight PageUp PageUp ArrowRight ArrowRight ArrowRight ArrowRight End".Split(' '))
            {
                foreach (var handle in await page.Locator("[role=slider][data-handle=mode]").AllAsync())
                    await handle.PressAsync(key);
                Assert.Empty(await said.EvaluateAllAsync<string[]>("""
                    all => all.filter(each => {
                      const [room, told] = [each.getBoundingClientRect(), each.querySelector('.told').getBoundingClientRect()];
                      return told.top < room.top - 0.5 || told.left < room.left - 0.5 || told.right > room.right + 0.5 || each.querySelector('.told').scrollHeight > told.height + 1;
                    }).map(each => each.querySelector('.told').innerText)
                    """));
            }
        },
        width);

    [Fact]
    public Task On_a_phone_what_is_wrong_stands_before_the_steps_and_a_refusal_beside_the_button() => site.VisitAsync(
        "#/compose?from=shipped:us-28-points",
        async page =>
        {
            var tops = await page.EvaluateAsync<double[]>("() => ['.standing-problems', '.standing-cost', '.steps'].map(each => document.querySelector(each).getBoundingClientRect().top)");
            Assert.Equal(tops.Order(), tops);

            await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate it" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Sending it again is safe")).ToBeInViewportAsync();
            await page.ShootAsync("compose-refused-400-light");
            await page.AssertAccessibleInBothThemesAsync();
        },
        width: 400,
        refusal: 503,
        prepare: page => page.RouteAsync("**/api/scenarios", route => route.Request.Method == "POST"
            ? route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Headers = [KeyValuePair.Create("Retry-After", "0")], Body = """{"title":"Not available at the moment","status":503,"detail":"Try again in a few seconds."}""" })
            : route.ContinueAsync()));

    private static async Task AssertReadableAsync(IPage page)
    {
        foreach (var chart in await page.Locator("svg.chart").AllAsync())
        {
            Assert.Empty(await chart.OverlappingLabelsAsync());
            Assert.Empty(await chart.Locator("text").EvaluateAllAsync<string[]>("""
                all => all.filter(each => each.textContent.includes('…') || each.getBoundingClientRect().right > each.ownerSVGElement.getBoundingClientRect().right + 1).map(each => each.textContent)
                """));
        }
    }
}
