using System.Globalization;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>The drawing of the causal web can be read whole, and what follows is told by both of its baselines.</summary>
public sealed class WebTests(Site site)
{
    private static readonly string[] ToldOf = ["recurrence-risk", "european-security"];

    [Theory]
    [InlineData(1280, "show=all")]
    [InlineData(360, "show=all")]
    [InlineData(360, "show=main&effect=european-security")]
    public Task A_link_goes_around_every_box_that_is_none_of_its_ends(int width, string query) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/effects?{query}",
        async page =>
        {
            Assert.NotEqual(0, await page.Locator(".web-link").CountAsync());
            Assert.Empty(await page.Locator("svg.web").EvaluateAsync<string[]>("""
                web => {
                  const boxes = [...web.querySelectorAll('.web-node')].map(each => ({ name: each.querySelector('title').textContent, box: each.querySelector('rect').getBBox() }));
                  return [...web.querySelectorAll('.web-link path')].flatMap(path => {
                    const said = path.querySelector('title').textContent;
                    const others = boxes.filter(({ name }) => !said.includes(`“${name}”`));
                    const length = path.getTotalLength();
                    const points = Array.from({ length: 300 }, (_, at) => path.getPointAtLength(length * at / 299));
                    return others.filter(({ box }) => points.some(({ x, y }) => x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1)).map(({ name }) => `${said} runs behind ${name}`);
                  });
                }
                """));
        },
        width);

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Every_link_of_the_whole_web_stands_out_from_the_ground_and_the_main_ones_are_thicker(ColorScheme theme) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/effects?effect=recurrence-risk",
        async page =>
        {
            var contrasts = await page.Locator("svg.web").EvaluateAsync<double[]>("""
                web => {
                  const light = colour => {
                    const [r, g, b] = colour.match(/[\d.]+/g).map(each => each / 255).map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
                  };
                  const ground = light(getComputedStyle(web.closest('figure')).backgroundColor);
                  return [...web.querySelectorAll('.web-link')].map(link => {
                    const [path, line] = [getComputedStyle(link.querySelector('path')), light(getComputedStyle(link.querySelector('path')).stroke)];
                    return getComputedStyle(link).opacity === '1' && path.strokeOpacity === '1' ? Math.max(line, ground) / Math.min(line, ground) : 1;
                  });
                }
                """);
            Assert.All(contrasts, contrast => Assert.InRange(contrast, 3, 21));

            var links = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["links"]!;
            var drawn = await page.Locator(".web-link").EvaluateAllAsync<string[][]>("links => links.map(link => [link.dataset.link, getComputedStyle(link.querySelector('path')).strokeWidth, String(link.classList.contains('web-main'))])");
            var thickness = drawn.Select(each => (Weight: Math.Abs(links[each[0]]!["weight"]!["mode"].Number()), Width: double.Parse(each[1].Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), IsMain: each[2] == "true")).ToList();
            Assert.Contains(thickness, each => each.IsMain);
            foreach (var main in thickness.Where(each => each.IsMain))
                Assert.All(thickness.Where(each => !each.IsMain && each.Weight <= main.Weight), other => Assert.True(other.Width < main.Width));
            await page.ShootAsync($"web-{theme}".ToLowerInvariant());
        },
        theme: theme);

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public Task The_names_in_the_web_are_whole_and_the_weights_lie_beside_one_another(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/effects?show=all&effect=european-security",
        async page =>
        {
            Assert.DoesNotContain(await page.Locator(".web-node text").AllTextContentsAsync(), name => name.Contains('…', StringComparison.Ordinal));
            var weights = page.Locator(".web-weight rect");
            Assert.Equal(await page.Locator(".web-main").CountAsync(), await weights.CountAsync());
            Assert.Empty(await weights.EvaluateAllAsync<string[]>("""
                all => all.map(each => each.getBBox()).flatMap((one, at, boxes) => boxes.slice(at + 1)
                  .filter(other => Math.abs(one.x - other.x) < one.width && Math.abs(one.y - other.y) < one.height).map(other => `${one.x} ${one.y} | ${other.x} ${other.y}`))
                """));
        },
        width);

    [Fact]
    public Task Where_an_effect_stands_is_told_since_today_and_against_no_deal_and_its_paths_are_parts_of_the_first() => site.VisitAsync(
        $"#/scenarios/{site.Everything}/effects",
        async page =>
        {
            var effects = await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/effects");
            foreach (var id in ToldOf)
            {
                await page.GetByLabel("What leads to", new() { Exact = true }).SelectOptionAsync(id);
                var (level, against) = (effects[id]!["long"]!["mean"].Value(), effects[id]!["againstNoDeal"].Value());
                await Assertions.Expect(page.Locator(".paths")).ToContainTextAsync(
                    $"In year 10, {effects[id]!["name"]} stands at {Signed(level)}, counted from today. Without a deal it would stand at {Signed(level - against)}: against no deal it moves by {Signed(against)}.");
                await Assertions.Expect(page.Locator(".paths")).ToContainTextAsync($"The paths explain where it stands, {Signed(level)}");
            }

            await page.UnfoldAsync();
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "How it unfolds, year by year" });
            var shown = await figure.NumbersAsync();
            foreach (var (_, effect) in effects.Members())
                Assert.Equal(effect["long"]!["mean"].Value() - effect["againstNoDeal"].Value(), shown[$"{effect["name"]}, year 10"][^1], 1e-12);
            var charts = effects.AsObject().Count - await figure.Locator(".still li").CountAsync();
            await Assertions.Expect(figure.Locator("svg.chart circle[r='4']")).ToHaveCountAsync(charts);
            await Assertions.Expect(figure.Locator(".key")).ToContainTextAsync("without a deal, in year 10");
        });

    private static string Signed(double value)
    {
        var rounded = Math.Round(Math.Abs(Math.Round(value, 9)), 2, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{(rounded == 0 ? "" : value < 0 ? "−" : "+")}{rounded:0.00}");
    }
}
