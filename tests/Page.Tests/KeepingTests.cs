using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What one takes along from an evaluation, a comparison or a sweep.</summary>
public sealed partial class KeepingTests(Site site)
{
    public static TheoryData<string> Sections => ["terms", "impacts", "contributions", "effects", "durability", "measures", "stability", "bargaining", "counter-offers"];

    [Theory]
    [MemberData(nameof(Sections))]
    public Task Every_figure_is_saved_as_numbers_and_as_a_picture_and_says_where_it_comes_from(string section) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/{section}",
        async page => await AssertKeptAsync(
            page, "ukraine-settlement, version 1", "400 draws from seed 1", $"{(await site.Api.GetAsync($"/api/scenarios/{site.Everything}"))["engineVersion"]}"));

    [Fact]
    public Task Every_figure_of_what_drives_it_is_saved_and_says_where_it_comes_from() => site.VisitAsync(
        $"#/scenarios/{site.Offers}/drivers",
        async page => await AssertKeptAsync(
            page, "blue-nile-dam, version 1", "400 draws from seed 1", $"{(await site.Api.GetAsync($"/api/scenarios/{site.Offers}"))["engineVersion"]}"));

    [Fact]
    public Task Every_figure_of_a_comparison_is_saved_and_says_where_it_comes_from() => site.VisitAsync(
        $"#/compare?ids={site.Proposal},{site.Freeze}",
        async page =>
        {
            var comparison = (await site.Api.GetAsync($"/api/compare?ids={site.Proposal},{site.Freeze}"))["comparison"]!;
            await AssertKeptAsync(
                page, "ukraine-settlement, version 1", $"{comparison["draws"]!.GetValue<int>():N0} draws from seed {comparison["seed"]}", $"{comparison["engineVersion"]}");
            await AssertRangesAsync(page);
        });

    [Fact]
    public Task Every_figure_of_a_sweep_is_saved_and_says_where_it_comes_from() => site.VisitAsync(
        $"#/sweeps/{site.Sweep}",
        async page =>
        {
            await AssertKeptAsync(page, "blue-nile-dam, version 1", "400 draws from seed 1", $"{(await site.Api.GetAsync($"/api/sweeps/{site.Sweep}"))["engineVersion"]}");
            await AssertRangesAsync(page);
        });

    [Fact]
    public Task The_ranges_behind_a_comparison_are_those_of_each_scenario_by_its_letter() => site.VisitAsync($"#/compare?ids={site.OtherSituation},{site.UnderStress}", async page =>
    {
        await page.UnfoldAsync();
        var ranges = page.GetByRole(AriaRole.Figure, new() { Name = "Who would sign which" }).Locator(".judgements");
        // They say the same, and one of them assumes a longer drought.
        var drought = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!["assumptions"]!["long-drought"]!;
        await Assertions.Expect(ranges.Locator("li").Filter(new() { HasText = $"A: Assumption: {drought["name"]}" })).ToContainTextAsync($"{drought["value"]!["source"]}");
        await Assertions.Expect(ranges.Locator("li").Filter(new() { HasText = $"B: Assumption: {drought["name"]}" })).ToContainTextAsync("(the scenario's own)");
        await Assertions.Expect(ranges.GetByText("Red line of").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_record_that_lasting_starts_from_is_cited_by_a_comparison() => site.VisitAsync(
        $"#/compare?ids={site.Proposal},{site.Freeze}", page => AssertCitedAsync(page, "Would they last, and are they lawful?", ["data:gml-mid", "fact:F61", "claim:C30", "law:un-charter-2-4"]));

    [Fact]
    public Task What_a_comparison_does_not_show_of_the_measures_is_not_cited_by_it() => site.VisitAsync(
        $"#/compare?ids={site.OtherSituation},{site.UnderStress}", page => AssertCitedAsync(page, "Would they last, and are they lawful?", ["law:principles-3"], isNot: "fact:cfa"));

    [Fact]
    public async Task A_profile_is_cited_where_a_scenario_chooses_it_and_nowhere_else()
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "profiled";
        situation["sources"]!["note:profile"] = new JsonObject { ["text"] = "What only the profile rests on.", ["status"] = "judgement" };
        situation["stakeholders"]!["sudan"]!["profiles"]!["transition-2020"]!["source"] = "note:profile";
        await site.Api.PutSituationAsync(situation);
        async Task<string> EvaluateAsync(string name)
        {
            var scenario = Api.Shipped(name);
            scenario["situation"] = "profiled";
            return await site.Api.EvaluateAsync(scenario);
        }

        var (one, other, profiled) = (await EvaluateAsync("gerd-drought-rules"), await EvaluateAsync("gerd-data-line"), await EvaluateAsync("gerd-drought-rules-under-stress"));

        const string Figure = "How everyone fares under each, against no deal";
        await site.VisitAsync($"#/compare?ids={one},{other}", page => AssertCitedAsync(page, Figure, ["fact:shares"], isNot: "note:profile"));
        await site.VisitAsync($"#/compare?ids={one},{profiled}", page => AssertCitedAsync(page, Figure, ["fact:shares", "note:profile"]));
    }

    [Fact]
    public async Task A_sweep_cites_the_record_and_whose_deal_it_is_where_it_asks_for_them_but_no_law()
    {
        var sweep = Sample.Sweep(steps: 2);
        sweep["base"] = Api.Shipped("freeze-on-the-line");
        sweep["vary"] = new JsonObject { ["format"] = new JsonArray(20, 80) };
        sweep["outputs"] = new JsonArray(new JsonObject { ["survival"] = 10 }, new JsonObject { ["subordination"] = true });
        var id = await site.Api.SweepAsync(sweep);

        await site.VisitAsync($"#/sweeps/{id}", page => AssertCitedAsync(page, "What can be had together", ["data:gml-mid", "fact:F22b"], isNot: "law:un-charter-2-4"));
    }

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

    [Fact]
    public Task What_two_pages_do_not_hold_is_cut_from_the_end_of_topics_but_neither_law_nor_what_stands_in_the_way_of_signing() => site.VisitAsync($"#/scenarios/{site.Everything}", async page =>
    {
        var verdicts = (await site.Api.GetAsync($"/api/scenarios/{site.Everything}/report/narration"))["verdicts"]!;
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var cut = 0;
        foreach (var (topic, sentences) in verdicts.Members())
        {
            var all = sentences.Items().Select(each => $"{each["text"]}").Distinct().ToList();
            var printed = page.Locator($"[data-topic={topic}] .sentences li");
            await Assertions.Expect(printed).ToHaveCountAsync(all.Count);
            await Assertions.Expect(printed.First).ToBeVisibleAsync();
            foreach (var (place, sentence) in sentences.Items().DistinctBy(each => $"{each["text"]}").Index())
            {
                var isVisible = await printed.Nth(place).IsVisibleAsync();
                if (topic == "acceptance" || IsLaw(sentence))
                    Assert.True(isVisible, $"{sentence["text"]}");
                cut += isVisible ? 0 : 1;
            }
        }

        Assert.NotEqual(0, cut);
        await Assertions.Expect(page.Locator("[data-topic=measures] .law-note")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Shortened to two pages")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Where_there_is_no_verdict_of_law_its_caveat_is_not_there_either() => site.VisitAsync(
        $"#/scenarios/{site.Everything}",
        async page =>
        {
            await Assertions.Expect(page.Locator("[data-topic=measures] .sentences li").First).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".law-note")).ToHaveCountAsync(0);
        },
        prepare: page => page.RouteAsync("**/report/narration*", async route =>
        {
            var narration = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            var measures = narration["verdicts"]!["measures"]!.AsArray();
            measures.Remove(measures.Single(each => IsLaw(each!)));
            await route.FulfillAsync(new() { ContentType = "application/json", Body = narration.ToJsonString() });
        }));

    private static bool IsLaw(JsonNode sentence) => sentence["figures"].Items().Any(figure => $"{figure["pointer"]}".StartsWith("/measures/legality", StringComparison.Ordinal));

    /// <summary>Each figure has its numbers, its picture where it is drawn, and its origin with sources that the interface knows.</summary>
    private async Task AssertKeptAsync(IPage page, string situation, string draws, string engine)
    {
        await page.UnfoldAsync();
        var figures = await page.GetByRole(AriaRole.Figure).AllAsync();
        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        {
            var rows = await figure.Locator("tbody tr").CountAsync();
            Assert.Equal(rows + 1, Lines(await SavedAsync(page, figure, "CSV")));
            if (await figure.Locator("svg.chart").CountAsync() == 0)
            {
                await Assertions.Expect(figure.Locator(".figure-tools button")).ToHaveCountAsync(1);
            }
            else
            {
                var picture = await SavedAsync(page, figure, "SVG");
                Assert.StartsWith("<svg", picture, StringComparison.Ordinal);
                Assert.DoesNotContain("var(--", picture, StringComparison.Ordinal);
                Assert.Contains("<text", picture, StringComparison.Ordinal);
                await AssertFramedAsync(page, figure, picture, [situation, draws, engine]);
                Assert.StartsWith("\ufffdPNG", await SavedAsync(page, figure, "PNG"), StringComparison.Ordinal);
            }

            var origin = figure.Locator(".origin");
            foreach (var told in new[] { situation, draws, engine })
                await Assertions.Expect(origin).ToContainTextAsync(told);
            Assert.NotEqual(0, await origin.Locator(".source-entries li").CountAsync());
            Assert.NotEmpty(await site.Api.GetAsync(await origin.GetByRole(AriaRole.Link).First.InnerTextAsync()));
        }
    }

    /// <summary>A picture tells by itself what it is of, what one sees, and where its numbers come from.</summary>
    private async Task AssertFramedAsync(IPage page, ILocator figure, string picture, IReadOnlyList<string> told)
    {
        var words = Unspaced(string.Concat(XDocument.Parse(picture).Descendants().Where(each => each.Name.LocalName == "text").Select(each => each.Value)));
        var titles = new List<string>();
        foreach (var each in AddressesIn(page.Url))
            titles.Add($"{(await site.Api.GetAsync(each))["title"]}");
        var head = await figure.Locator("figcaption h2, figcaption p, .key li").AllInnerTextsAsync();
        Assert.NotEmpty(titles);
        Assert.All([.. told, .. titles, .. head, page.Url], each => Assert.Contains(Unspaced(each), words, StringComparison.Ordinal));
        Assert.All(await figure.Locator(".term-text").AllTextContentsAsync(), hidden => Assert.DoesNotContain(Unspaced(hidden), words, StringComparison.Ordinal));
    }

    private static string Unspaced(string text) => text.Spaced().Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Where the interface has what an address of the page is of.</summary>
    private static IEnumerable<string> AddressesIn(string address) => Ids().Matches(address).Select(each => address.Contains("#/sweeps", StringComparison.Ordinal) ? $"/api/sweeps/{each.Value}" : $"/api/scenarios/{each.Value}");

    private static async Task AssertCitedAsync(IPage page, string figure, IReadOnlyList<string> keys, string? isNot = null)
    {
        await page.UnfoldAsync();
        var entries = page.GetByRole(AriaRole.Figure, new() { Name = figure }).Locator(".source-entries");
        foreach (var key in keys)
            await Assertions.Expect(entries.GetByText(key, new() { Exact = true })).ToBeVisibleAsync();
        if (isNot is not null)
            await Assertions.Expect(entries.GetByText(isNot, new() { Exact = true })).ToHaveCountAsync(0);
    }

    private static async Task AssertRangesAsync(IPage page)
    {
        foreach (var figure in await page.GetByRole(AriaRole.Figure).AllAsync())
            Assert.NotEqual(0, await figure.Locator(".judgements li").CountAsync());
    }

    private static async Task<string> SavedAsync(IPage page, ILocator figure, string kind)
    {
        var download = await page.DownloadedNextByAsync(figure.GetByRole(AriaRole.Button, new() { NameRegex = new($"as {kind}$") }));
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }

    private static int Lines(string csv) => csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Pages();
}
