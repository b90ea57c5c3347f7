using System.Globalization;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>The heat map of what moves whom.</summary>
public sealed class ContributionsTests(Site site)
{
    /// <summary>The keys that free a pinned cell.</summary>
    private static readonly string[] Freeing = ["Enter", "Escape"];

    [Theory]
    [InlineData("noDeal", "no deal")]
    [InlineData("statusQuo", "the status quo")]
    public Task Every_cell_is_the_interface_s_and_every_column_adds_up_to_the_mean_impact(string against, string words) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/contributions",
        async page =>
        {
            await page.GetByLabel(words, new() { Exact = true }).CheckAsync();
            await page.UnfoldAsync();
            var shown = await page.GetByRole(AriaRole.Figure, new() { Name = $"Over what, against {words}" }).NumbersAsync();
            var impacts = (await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/impacts")).Members().ToList();

            Assert.Equal(impacts.Select(each => each.Value[against]!["mean"].Value()), shown["Impact: the sum"]);
            var rows = impacts.SelectMany(each => each.Value[against]!["contributions"].Items()).GroupBy(each => $"{each["name"]}").ToDictionary(each => each.Key, each => each.Select(cell => cell["mean"].Value()).ToArray());
            Assert.Equal(rows.Count + 1, shown.Count);
            foreach (var (name, means) in rows)
                Assert.Equal(means, shown[name]);
            foreach (var (place, impact) in impacts.Index())
                Assert.Equal(impact.Value[against]!["mean"].Value(), impact.Value[against]!["contributions"].Items().Sum(each => each["mean"].Value()), 1e-9);
        });

    [Fact]
    public Task A_cell_says_by_pointer_and_by_keyboard_what_it_is_and_what_it_rests_on() => site.VisitAsync($"#/scenarios/{site.Everything}/contributions", async page =>
    {
        var sentence = page.Locator(".cell-sentence");
        var cell = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Russia, Sanctions and frozen assets: ") });
        await cell.HoverAsync();
        await Assertions.Expect(sentence).ToContainTextAsync("Sanctions and frozen assets adds");
        await Assertions.Expect(sentence).ToContainTextAsync("the impact on Russia against no deal");

        await cell.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(sentence).ToContainTextAsync("the impact on United States");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(sentence).ToContainTextAsync("Ceasefire");

        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("cell=united-states", page.Url, StringComparison.Ordinal);
        var situation = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!;
        var issue = Uri.UnescapeDataString(page.Url.Split("cell=")[1]).Split('+', ' ')[2];
        var ideal = situation["stakeholders"]!["united-states"]!["preferences"]![issue]!["ideal"]!;
        var note = page.Locator(".cell-note");
        await Assertions.Expect(note).ToContainTextAsync($"{ideal["low"]} – {ideal["mode"]} – {ideal["high"]}");
        await Assertions.Expect(note).ToContainTextAsync($"{ideal["source"]}");
        foreach (var (_, outcome) in situation["baselines"]!["noDeal"]!["outcomes"].Members())
            await Assertions.Expect(note).ToContainTextAsync($"With no deal: {outcome["name"]}");
        var claim = await note.Locator(".source-entries code").First.InnerTextAsync();
        await Assertions.Expect(note.Locator(".source-entries li").First).ToContainTextAsync($"{situation["sources"]![claim]!["text"]}");
    });

    [Fact]
    public Task A_pinned_cell_stays_until_it_is_freed() => site.VisitAsync($"#/scenarios/{site.Everything}/contributions", async page =>
    {
        var (sentence, note) = (page.Locator(".cell-sentence"), page.GetByRole(AriaRole.Region, new() { Name = "Behind the cell" }));
        var cell = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Russia, Sanctions and frozen assets: ") });
        var other = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Poland, Limits on the forces of Ukraine: ") });
        var pressed = page.Locator(".heat-cell rect[aria-pressed=true]");
        await Assertions.Expect(pressed).ToHaveCountAsync(0);

        await cell.ClickAsync();
        await other.HoverAsync();
        await Assertions.Expect(sentence).ToContainTextAsync("the impact on Russia");
        await Assertions.Expect(note).ToContainTextAsync("Pinned: Russia, Sanctions and frozen assets");
        await Assertions.Expect(pressed).ToHaveCountAsync(1);
        Assert.Equal("3px", await pressed.EvaluateAsync<string>("cell => getComputedStyle(cell).strokeWidth"));
        await page.AssertAccessibleInBothThemesAsync();
        await page.ShootAsync("contributions-pinned-1280-light");

        await page.ReloadAsync();
        await page.SettledAsync();
        await Assertions.Expect(note).ToContainTextAsync("Pinned: Russia, Sanctions and frozen assets");
        await page.GetByRole(AriaRole.Button, new() { Name = "Unpin" }).ClickAsync();
        await other.HoverAsync();
        await Assertions.Expect(sentence).ToContainTextAsync("the impact on Poland");
        Assert.DoesNotContain("cell=", page.Url, StringComparison.Ordinal);

        foreach (var key in Freeing)
        {
            await cell.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(pressed).ToHaveCountAsync(1);
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(pressed).ToHaveCountAsync(0);
        }
    });

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public Task What_is_behind_a_cell_is_in_sight_beside_it(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/contributions",
        async page =>
        {
            var cell = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Russia, Sanctions and frozen assets: ") });
            await cell.ClickAsync();
            await Assertions.Expect(cell).ToBeInViewportAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Behind the cell" })).ToBeInViewportAsync(new() { Ratio = 0.9f });
            await Assertions.Expect(page.Locator(".cell-sentence")).ToBeInViewportAsync();
        },
        width);

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public Task The_numbers_of_a_column_have_a_decimal_at_every_width_and_are_said_to_be_rounded(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/contributions",
        async page =>
        {
            var russia = (await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/impacts"))["russia"]!["noDeal"]!;
            var sanctions = russia["contributions"].Items().Single(each => $"{each["name"]}" == "Sanctions and frozen assets")["mean"].Value();
            var chart = page.Locator(".chart-place > svg.chart[role=group]");
            await Assertions.Expect(chart.GetByText(string.Create(CultureInfo.InvariantCulture, $"{sanctions:+0.0;−0.0}"), new() { Exact = true }).First).ToBeAttachedAsync();
            Assert.Empty(await chart.OverlappingLabelsAsync());
            await Assertions.Expect(page.Locator("figcaption")).ToContainTextAsync("but for the rounding of what is shown");
        },
        width);

    [Fact]
    public Task Only_one_cell_is_in_the_tab_order() => site.VisitAsync($"#/scenarios/{site.Everything}/contributions", async page =>
    {
        await Assertions.Expect(page.Locator(".heat-cell rect[tabindex='0']")).ToHaveCountAsync(1);
        await page.Locator(".heat-cell rect[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".heat-cell rect[tabindex='0']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".heat-cell rect[tabindex='0']")).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData(400)]
    [InlineData(1600)]
    public Task The_heads_stay_in_sight_above_their_columns_while_one_scrolls_down(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/contributions",
        async page =>
        {
            await page.Locator(".heat-cell rect").Last.ScrollIntoViewIfNeededAsync();

            var heads = page.Locator(".heat-heads");
            await Assertions.Expect(heads).ToBeInViewportAsync(new() { Ratio = 0.99f });
            var (sentence, below) = (await page.Locator(".cell-sentence").BoundingBoxAsync(), await heads.BoundingBoxAsync());
            Assert.Equal(sentence!.Y + sentence.Height, below!.Y, 1.0);
            var (kept, own) = (await TextsAsync(heads.Locator("text")), await TextsAsync(page.Locator(".chart-place > svg.chart").Last.Locator("text")));
            Assert.NotEmpty(kept);
            Assert.All(kept, text => Assert.Contains(text, own));
            await page.ShootAsync($"contributions-scrolled-{width}-light");
        },
        width: width);

    // Each text with where it begins, in pixels from the left.
    private static Task<string[]> TextsAsync(ILocator texts) => texts.EvaluateAllAsync<string[]>("all => all.map(each => `${each.textContent} at ${Math.round(each.getBoundingClientRect().left)}`)");
}
