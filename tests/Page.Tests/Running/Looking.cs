using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;

namespace Parley.Page.Tests.Running;

/// <summary>What tests ask of whatever is shown.</summary>
internal static partial class Looking
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Waits until there is a heading and nothing is on its way.</summary>
    public static Task SettledAsync(this IPage page) =>
        page.WaitForFunctionAsync("() => document.querySelector('main h1') && !document.querySelector('[aria-busy=true]')");

    /// <summary>Opens everything that is folded away, so that it is looked at as well.</summary>
    public static Task UnfoldAsync(this IPage page) => page.EvaluateAsync("() => document.querySelectorAll('details').forEach(each => { each.open = true; })");

    /// <summary>Waits for an address. The library's own waiting misses one that is reached between its look and its listening.</summary>
    /// <param name="pattern">A regular expression.</param>
    public static Task ReachesAsync(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern));

    /// <summary>What a control saves at the first click.</summary>
    public static Task<IDownload> DownloadedByAsync(this IPage page, ILocator control) => page.RunAndWaitForDownloadAsync(() => control.ClickAsync());

    /// <summary>What a control saves after others: the browser now and then swallows a file that follows another, and is asked once more.</summary>
    public static async Task<IDownload> DownloadedNextByAsync(this IPage page, ILocator control)
    {
        try
        {
            return await page.RunAndWaitForDownloadAsync(() => control.ClickAsync(), new() { Timeout = 10_000 });
        }
        catch (TimeoutException)
        {
            return await page.DownloadedByAsync(control);
        }
    }

    /// <summary>Leaves two each of the rows and list items that are built alike, however many there are: axe looks at every one, and takes its time.</summary>
    public static Task ThinOutAsync(this IPage page) => page.EvaluateAsync("""
        () => document.querySelectorAll('tbody, ul, ol').forEach(list => {
          const seen = new Map();
          for (const each of [...list.children]) {
            const built = each.outerHTML.replace(/>[^<]+/g, '>').replace(/"[^"]*\d[^"]*"/g, '""');
            seen.set(built, (seen.get(built) ?? 0) + 1);
            if (seen.get(built) > 2) each.remove();
          }
        })
        """);

    /// <summary>
    /// Axe has nothing to complain of. Its script runs in the page by itself: there are no frames, for which the package for Playwright hands the
    /// results through a second page, four fifths of the time.
    /// </summary>
    /// <param name="rules">Axe's rules to look for; none means all of them.</param>
    public static async Task AssertAccessibleAsync(this IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Axe);
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            async rules => {
              const found = await axe.run(document, { resultTypes: ['violations'], ...(rules.length && { runOnly: { type: 'rule', values: rules } }) });
              return found.violations.flatMap(each => each.nodes.map(node => `${each.id}: ${each.help} ${node.html} ${node.failureSummary}`));
            }
            """, rules));
    }

    /// <summary>Of a state that <c>EveryViewTests</c> does not come by: all rules in the theme that is shown, and what depends on the theme in the other.</summary>
    public static async Task AssertAccessibleInBothThemesAsync(this IPage page)
    {
        var isDark = await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        await page.AssertAccessibleAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Light : ColorScheme.Dark });
        Assert.Equal(!isDark, await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches"));
        await page.AssertAccessibleAsync("color-contrast", "link-in-text-block");
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
    }

    public static async Task AssertFitsAsync(this IPage page)
    {
        var overflow = await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
              .map(each => `${each.tagName} ${each.className.baseVal ?? each.className} ${Math.round(each.getBoundingClientRect().right)}`)
            """);
        Assert.Empty(overflow);
    }

    /// <summary>Counts from now on how much of the page is pushed about without anybody's doing.</summary>
    public static Task WatchJumpsAsync(this IPage page) => page.AddInitScriptAsync("""
        window.jumps = 0;
        new PerformanceObserver(list => list.getEntries().forEach(entry => { window.jumps += entry.value; })).observe({ type: 'layout-shift', buffered: true });
        """);

    /// <summary>What browsers call good.</summary>
    public static async Task AssertSteadyAsync(this IPage page) => Assert.InRange(await page.EvaluateAsync<double>("() => window.jumps"), 0, 0.1);

    /// <summary>Pairs of texts in a chart that lie over one another or touch, and texts that reach beyond the page.</summary>
    public static Task<string[]> OverlappingLabelsAsync(this ILocator chart) => chart.EvaluateAsync<string[]>("""
        chart => {
          const texts = [...chart.querySelectorAll('text')].filter(each => each.textContent.trim()).map(each => ({ words: each.textContent, at: each.getBoundingClientRect() }));
          const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > -1;
          const pairs = texts.flatMap((one, place) => texts.slice(place + 1).filter(other => meet(one.at, other.at)).map(other => `${one.words} | ${other.words}`));
          return [...pairs, ...texts.filter(each => each.at.left < 0 || each.at.right > innerWidth).map(each => `${each.words} ends at ${each.at.right}`)];
        }
        """);

    /// <summary>The whole page as a picture in the folder screenshots, for people to look at.</summary>
    public static Task ShootAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Checkout.PathOf("tests", "Page.Tests", "screenshots", $"{name}.png"), FullPage = true });

    /// <summary>The full numbers of a figure's table, by the name of the row and in the order of the columns.</summary>
    public static async Task<Dictionary<string, double[]>> NumbersAsync(this ILocator figure)
    {
        var numbers = new Dictionary<string, double[]>();
        foreach (var row in await figure.Locator("tbody tr").AllAsync())
        {
            var cells = await row.Locator("td[data-value]").EvaluateAllAsync<double[]>("cells => cells.map(cell => Number(cell.dataset.value))");
            numbers.Add(await row.Locator("th").InnerTextAsync(), cells);
        }

        return numbers;
    }

    public static string Spaced(this string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
