using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>
/// A sweep of more variants than the page reads. One takes minutes: what the service would say of it is put in place of its answers about a small one,
/// of which every number is doubled, so that every second variant is there to be read.
/// </summary>
public sealed partial class LargeSweepTests(Site site)
{
    private const int Count = 30_000;
    private const string Unavailable = """{"title":"Not available at the moment","status":503,"detail":"Try again in a few seconds."}""";

    private static readonly int[] Unread = [1, 3, 5];

    private static readonly Regex FirstPage = new(@"/variants\?from=0&limit=5000&step=2$");
    private static readonly Regex LaterPages = new(@"/variants\?from=[12]0000&limit=5000&step=2$");

    [Fact]
    public Task The_front_is_shown_as_far_as_the_summary_lists_it_and_the_rest_is_said_to_be_missing() => site.VisitAsync(
        $"#/sweeps/{site.Sweep}?x=1&y=2",
        async page =>
        {
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "What can be had together" });
            await Assertions.Expect(figure.Locator("svg.chart .front path")).ToHaveCountAsync(Unread.Length);
            await Assertions.Expect(figure).ToContainTextAsync("7 of 30,000, of which 3 are marked, are not beaten by any other");
            await Assertions.Expect(figure).ToContainTextAsync("Of 30,000 variants 225, evenly spaced by number, are read here and 3 more that are listed of the front.");
            await page.ShootAsync("sweep-large-1280-light");

            await page.UnfoldAsync();
            var table = figure.Locator("table");
            await Assertions.Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "Listed of the front" })).ToBeVisibleAsync();
            Assert.Equal(Unread.Length, await table.GetByRole(AriaRole.Cell, new() { Name = "yes", Exact = true }).CountAsync());
            Assert.DoesNotContain("NaN", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            var download = await page.DownloadedByAsync(figure.GetByRole(AriaRole.Button, new() { NameRegex = new("as CSV$") }));
            Assert.DoesNotContain("NaN", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);

            // The summary does not say what impact they have on those who are no output.
            await page.GetByLabel("Across", new() { Exact = true }).SelectOptionAsync("sudan");
            await Assertions.Expect(figure).ToContainTextAsync("7 of 30,000, of which 0 are marked");
            await Assertions.Expect(page.GetByText("All 225 variants that were read are chosen.")).ToBeVisibleAsync();
        },
        prepare: page => EnlargeAsync(page));

    [Fact]
    public async Task Variants_that_could_not_be_read_are_said_to_be_missing_beside_the_picture_until_they_are_there()
    {
        var isAway = true;
        await site.VisitAsync(
            $"#/sweeps/{site.Sweep}?x=1&y=2",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not available at the moment");
                await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
                // They are the first third of all.
                await Assertions.Expect(page.GetByRole(AriaRole.Figure, new() { Name = "What can be had together" })).ToContainTextAsync("Of 30,000 variants 225 are read here and 3 more that are listed of the front.");
                await Assertions.Expect(page.GetByText("All 228 variants that were read are chosen.")).ToBeVisibleAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^All variants that were read, the best by “Impact on Egypt .*” first$") })).ToBeVisibleAsync();
                await page.ShootAsync("sweep-incomplete-1280-light");
                await page.AssertAccessibleInBothThemesAsync();
                isAway = false;
                await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            },
            refusal: 503,
            prepare: page => EnlargeAsync(page, () => isAway));
    }

    [Fact]
    public async Task Variants_are_asked_for_again_when_a_refusal_says_so()
    {
        var asked = 0;
        await site.VisitAsync(
            $"#/sweeps/{site.Sweep}?x=1&y=2",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
                await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
                Assert.InRange(asked, 2, int.MaxValue);
            },
            refusal: 503,
            prepare: page => EnlargeAsync(page, () => ++asked == 1, retryAfter: "1"));
    }

    [Fact]
    public async Task No_picture_holds_numbers_of_two_engines_when_another_one_begins_again_while_the_sweep_runs()
    {
        var sweep = await site.Api.GetAsync($"/api/sweeps/{site.Sweep}");
        sweep["status"] = "Running";
        sweep["progress"]!["variants"] = Count;
        var variants = await site.Api.GetAsync($"/api/sweeps/{site.Sweep}/variants?limit=10000");
        var isRenewed = false;
        await site.VisitAsync(
            $"#/sweeps/{site.Sweep}?x=1&y=2",
            async page =>
            {
                var rows = page.GetByRole(AriaRole.Figure, new() { Name = "What can be had together" }).Locator("tbody tr");
                await page.UnfoldAsync();
                await Assertions.Expect(rows.First.Locator("td[data-value]").Nth(3)).ToHaveAttributeAsync("data-value", "40");
                isRenewed = true;
                await Assertions.Expect(rows.First.Locator("td[data-value]").Nth(3)).ToHaveAttributeAsync("data-value", "70");
                await Assertions.Expect(rows.Last.Locator("td[data-value]").Nth(3)).ToHaveAttributeAsync("data-value", "70");
            },
            prepare: async page =>
            {
                await page.RouteAsync(new Regex($"/api/sweeps/{site.Sweep}$"), route =>
                {
                    sweep["progress"]!["variantsDone"] = isRenewed ? 5_000 : 20_000;
                    return route.FulfillAsync(new() { ContentType = "application/json", Headers = [KeyValuePair.Create("Retry-After", "1")], Body = sweep.ToJsonString() });
                });
                await page.RouteAsync(new Regex(@"/variants\?"), route => JsonAsync(route, PageOf(variants, route.Request.Url, isRenewed ? 5_000 : 20_000, isRenewed ? 70 : 40)));
            });
    }

    /// <summary>Every second variant of a page of 10,000, as far as they are there, all with the same number.</summary>
    private static string PageOf(JsonObject like, string address, int done, double value)
    {
        var page = like.DeepClone().AsObject();
        var first = page["variants"]![0]!;
        var from = int.Parse(FirstOf().Match(address).Groups[1].Value, CultureInfo.InvariantCulture);
        page["variants"] = new JsonArray([.. Enumerable.Range(0, 5000).Select(place => from + (2 * place)).Where(number => number < done).Select(number =>
        {
            var variant = first.DeepClone();
            (variant["number"], variant["outputs"]![1]) = (number, value);
            return variant;
        })]);
        return page.ToJsonString();
    }

    [GeneratedRegex(@"from=(\d+)")]
    private static partial Regex FirstOf();

    private async Task EnlargeAsync(IPage page, Func<bool>? isAway = null, string? retryAfter = null)
    {
        var sweep = await site.Api.GetAsync($"/api/sweeps/{site.Sweep}");
        var (summary, progress) = (sweep["summary"]!, sweep["progress"]!);
        (summary["variants"], progress["variants"], progress["variantsDone"]) = (Count, Count, Count);
        var best = summary["front"]!["listed"]![0]!;
        summary["front"] = new JsonObject
        {
            ["count"] = 7,
            ["listed"] = new JsonArray([.. Unread.Select(number => new JsonObject { ["variant"] = number, ["terms"] = best["terms"]!.DeepClone(), ["values"] = best["values"]!.DeepClone() })]),
        };
        var variants = await site.Api.GetAsync($"/api/sweeps/{site.Sweep}/variants?limit=10000");
        foreach (var variant in variants["variants"].Items())
            variant["number"] = 2 * variant["number"]!.GetValue<int>();
        var first = variants.ToJsonString();
        variants["variants"] = new JsonArray();
        var none = variants.ToJsonString();

        await page.RouteAsync(new Regex($"/api/sweeps/{site.Sweep}$"), route => JsonAsync(route, sweep.ToJsonString()));
        await page.RouteAsync(FirstPage, route => JsonAsync(route, first));
        await page.RouteAsync(LaterPages, route => isAway?.Invoke() == true ? RefuseAsync(route, retryAfter) : JsonAsync(route, none));
    }

    private static Task JsonAsync(IRoute route, string body) => route.FulfillAsync(new() { ContentType = "application/json", Body = body });

    private static Task RefuseAsync(IRoute route, string? retryAfter) => route.FulfillAsync(new()
    {
        Status = 503,
        ContentType = "application/problem+json",
        Headers = retryAfter is null ? [] : [KeyValuePair.Create("Retry-After", retryAfter)],
        Body = Unavailable,
    });
}
