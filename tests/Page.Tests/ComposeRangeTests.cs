using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What is said of a range while it is composed.</summary>
public sealed class ComposeRangeTests(Site site)
{
    private const string Untold = "Not told until the range is in order.";

    [Fact]
    public Task A_range_that_is_out_of_order_is_not_judged() => site.VisitAsync("#/compose?situation=blue-nile-dam", async page =>
    {
        var issue = page.Issue("drought-release");
        var glance = page.GetByRole(AriaRole.Navigation, new() { Name = "Issues" }).GetByRole(AriaRole.Button).Filter(new() { HasText = await issue.Locator("h3").InnerTextAsync() });
        await issue.GetByLabel("A range").CheckAsync();
        await FillAsync(page, 10, 12, 20);
        await Assertions.Expect(issue.Locator(".verdict")).ToContainTextAsync("red line");
        Assert.DoesNotContain("", await ReactionsAsync(issue));
        await Assertions.Expect(issue.Locator(".stances .lane-term")).Not.ToHaveCountAsync(0);
        var height = await HeightAsync(issue);

        foreach (var (low, mode, high) in new[] { (90, 12, 20), (10, 30, 20), (10, 5, 20) })
        {
            await FillAsync(page, low, mode, high);
            await Assertions.Expect(issue.Locator(".verdict-lines")).ToHaveTextAsync(Untold);
            await Assertions.Expect(issue.Locator(".verdict")).Not.ToContainTextAsync("red line");
            Assert.All(await ReactionsAsync(issue), reaction => Assert.Equal("", reaction));
            await Assertions.Expect(issue.Locator(".stances .lane-term")).ToHaveCountAsync(0);
            await Assertions.Expect(glance).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex($": a range\\. {Untold}$"));
            Assert.Equal("", await glance.Locator("span").Nth(1).InnerTextAsync());
            Assert.Equal(height, await HeightAsync(issue));
            // The words are those of the likeliest value, as its handle tells them.
            Assert.Equal(await issue.Locator("[data-handle=mode]").GetAttributeAsync("aria-valuetext"), await SaidAsync(issue));
        }

        await page.ShootAsync("compose-out-of-order-1280-light");
        await FillAsync(page, 10, 20, 20);
        await Assertions.Expect(issue.Locator(".verdict")).ToContainTextAsync("red line");
    });

    [Fact]
    public Task Above_a_range_stand_the_words_of_its_likeliest_value_whichever_handle_is_moved() => site.VisitAsync("#/compose?situation=blue-nile-dam", async page =>
    {
        var issue = page.Issue("drought-release");
        await issue.GetByLabel("A range").CheckAsync();
        foreach (var (handle, key) in new[] { ("low", "Home"), ("high", "End"), ("mode", "ArrowRight"), ("low", "ArrowRight") })
        {
            await issue.Locator($"[data-handle={handle}]").PressAsync(key);
            Assert.Equal(await issue.Locator("[data-handle=mode]").GetAttributeAsync("aria-valuetext"), await SaidAsync(issue));
        }
    });

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public Task At_both_ends_of_a_scale_stand_its_words_and_no_handle_leaves_its_card(int width) => site.VisitAsync(
        "#/compose?situation=blue-nile-dam",
        async page =>
        {
            var anchors = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!["issues"]!["drought-release"]!["anchors"]!.AsArray();
            var issue = page.Issue("drought-release");
            await issue.GetByLabel("A range").CheckAsync();
            foreach (var (place, anchor) in new[] { (0, anchors[0]!), (1, anchors[^1]!) })
                await Assertions.Expect(issue.Locator(".scale-ends span").Nth(place)).ToHaveTextAsync($"{anchor["at"]}: {anchor["text"]}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Judge it otherwise" }).First.ClickAsync();
            foreach (var card in new[] { issue, page.Locator(".override:has(.slider)").First })
            {
                await card.Locator("[data-handle=low]").PressAsync("Home");
                await card.Locator("[data-handle=high]").PressAsync("End");
                Assert.Empty(await card.EvaluateAsync<string[]>("""
                    card => {
                      const frame = card.getBoundingClientRect();
                      return [...card.querySelectorAll('[data-handle]')].filter(each => each.getBoundingClientRect().left < frame.left || each.getBoundingClientRect().right > frame.right).map(each => each.dataset.handle);
                    }
                    """));
            }

            Assert.InRange(await page.Locator(".standing-verdict").EvaluateAsync<double>("each => parseFloat(getComputedStyle(each).paddingLeft)"), 6, 20);
            await page.AssertFitsAsync();
        },
        width);

    private static async Task FillAsync(IPage page, int low, int mode, int high)
    {
        foreach (var (member, value) in new[] { ("low", low), ("mode", mode), ("high", high) })
            await page.NumberAt($"/terms/drought-release/{member}").FillAsync($"{value}");
    }

    /// <summary>The number and the words over the scale, as a handle tells them.</summary>
    private static async Task<string> SaidAsync(ILocator issue)
    {
        var said = issue.Locator(".slider-said .told");
        var number = await said.Locator("strong").InnerTextAsync();
        return $"{number}, {(await said.InnerTextAsync())[number.Length..].Trim()}";
    }

    private static async Task<IReadOnlyList<string>> ReactionsAsync(ILocator issue) => [.. (await issue.Locator(".reaction").AllInnerTextsAsync()).Select(each => each.Trim())];

    private static Task<double> HeightAsync(ILocator issue) => issue.EvaluateAsync<double>("each => Math.round(each.getBoundingClientRect().height)");
}
