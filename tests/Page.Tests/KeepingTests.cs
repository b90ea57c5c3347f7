using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What one takes along from an evaluation.</summary>
public sealed partial class KeepingTests(Site site)
{
    public static TheoryData<string> Sections => ["impacts", "contributions", "effects", "durability", "measures", "stability", "bargaining", "counter-offers"];

    [Theory]
    [MemberData(nameof(Sections))]
    public Task Every_figure_is_saved_as_numbers_and_as_a_picture_and_says_where_it_comes_from(string section) => site.VisitAsync($"#/scenarios/{site.Everything}/{section}", async page =>
    {
        await page.UnfoldAsync();
        var figures = await page.GetByRole(AriaRole.Figure).AllAsync();
        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        {
            var rows = await figure.Locator("tbody tr").CountAsync();
            Assert.Equal(rows + 1, Lines(await SavedAsync(page, figure, "CSV")));
            var picture = await SavedAsync(page, figure, "SVG");
            Assert.StartsWith("<svg", picture, StringComparison.Ordinal);
            Assert.DoesNotContain("var(--", picture, StringComparison.Ordinal);
            Assert.Contains("<text", picture, StringComparison.Ordinal);
            Assert.StartsWith("\ufffdPNG", await SavedAsync(page, figure, "PNG"), StringComparison.Ordinal);

            var origin = figure.Locator(".origin");
            await Assertions.Expect(origin).ToContainTextAsync("ukraine-settlement, version 1");
            await Assertions.Expect(origin).ToContainTextAsync("400 draws from seed 1");
            await Assertions.Expect(origin).ToContainTextAsync($"{(await site.Api.GetAsync($"/api/scenarios/{site.Everything}"))["engineVersion"]}");
            Assert.NotEqual(0, await origin.Locator(".source-entries li").CountAsync());
            Assert.NotEmpty(await site.Api.GetAsync(await origin.GetByRole(AriaRole.Link).First.InnerTextAsync()));
        }
    });

    [Fact]
    public Task The_ranges_behind_a_figure_are_the_situation_s() => site.VisitAsync($"#/scenarios/{site.Everything}/effects?effect=de-escalation", async page =>
    {
        await page.UnfoldAsync();
        var links = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["links"]!;
        var effect = (await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/effects"))["de-escalation"]!;
        var shown = page.GetByRole(AriaRole.Figure, new() { Name = "What leads to what" }).Locator(".judgements");
        foreach (var link in effect["paths"].Items().SelectMany(path => path["links"].Items()))
        {
            var weight = links[$"{link}"]!["weight"]!;
            await Assertions.Expect(shown).ToContainTextAsync($"{weight["low"]} – {weight["mode"]} – {weight["high"]}");
            await Assertions.Expect(shown).ToContainTextAsync($"{weight["source"]}");
        }
    });

    [Fact]
    public Task The_report_is_saved_as_the_interface_answers_it() => site.VisitAsync($"#/scenarios/{site.Proposal}", async page =>
    {
        var download = await page.DownloadedByAsync(page.GetByRole(AriaRole.Link, new() { Name = "Report as JSON" }));

        Assert.Equal($"report-{site.Proposal}.json", download.SuggestedFilename);
        var saved = JsonNode.Parse(await File.ReadAllTextAsync(await download.PathAsync()))!;
        Assert.True(JsonNode.DeepEquals(await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report"), saved));
    });

    [Fact]
    public Task The_permanent_link_leads_to_what_was_shown() => site.VisitAsync($"#/scenarios/{site.Everything}/effects?effect=eu-unity", async page =>
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy the permanent link" }).ClickAsync();
        await Assertions.Expect(page.Locator(".keep")).ToContainTextAsync("The address is copied.");

        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(copied);
        await Assertions.Expect(page.GetByLabel("What leads to", new() { Exact = true })).ToHaveValueAsync("eu-unity");
    });

    [Fact]
    public async Task The_brief_of_a_shipped_scenario_has_two_pages_on_paper()
    {
        foreach (var (name, id) in new[] { ("default", site.Proposal), ("everything", site.Everything), ("other-situation", site.OtherSituation) })
        {
            await site.VisitAsync($"#/scenarios/{id}", async page =>
            {
                var pdf = await page.PdfAsync(new() { Path = Checkout.PathOf("tests", "Page.Tests", "screenshots", $"brief-{name}.pdf"), PreferCSSPageSize = true });

                Assert.Equal(2, Pages().Count(Encoding.Latin1.GetString(pdf)));
            });
        }
    }

    private static async Task<string> SavedAsync(IPage page, ILocator figure, string kind)
    {
        var download = await page.DownloadedNextByAsync(figure.GetByRole(AriaRole.Button, new() { NameRegex = new($"as {kind}$") }));
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }

    private static int Lines(string csv) => csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Pages();
}
