using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

public sealed class EvaluationTests(Site site)
{
    [Theory]
    [InlineData("noDeal", "no deal")]
    [InlineData("statusQuo", "the status quo")]
    public Task The_impacts_are_those_of_the_interface_against_either_baseline(string against, string words) => site.VisitAsync(
        $"#/scenarios/{site.Proposal}/impacts",
        async page =>
        {
            await page.GetByLabel(words, new() { Exact = true }).CheckAsync();
            await page.UnfoldAsync();
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = $"Who gains and who loses, against {words}" });
            var shown = await figure.NumbersAsync();

            var impacts = (await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report/impacts")).Select(each => each.Value!).ToList();
            Assert.Equal(impacts.Count, shown.Count);
            foreach (var impact in impacts)
            {
                var outcome = impact[against]!;
                Assert.Equal(
                    [Value(outcome["mean"]), Value(outcome["low80"]), Value(outcome["high80"]), Value(outcome["probabilityOfGain"]), outcome["mean"]!["standardError"]!.GetValue<double>()],
                    shown[$"{impact["name"]}"]);
            }

            await Assertions.Expect(figure.Locator("svg.chart text", new() { HasText = $"{impacts[0]["name"]}" })).ToBeVisibleAsync();
        });

    [Fact]
    public Task Who_would_sign_is_told_in_words_and_steps_of_five_percent() => site.VisitAsync($"#/scenarios/{site.Proposal}/acceptance", async page =>
    {
        var acceptance = await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report/acceptance");

        await Assertions.Expect(page.Locator("#jointly + p")).ToContainTextAsync($"they do {Reading.InDraws(Value(acceptance["joint"]), 10_000)}");
        foreach (var (id, stakeholder) in acceptance["stakeholders"].Members())
        {
            var card = page.Locator($"[data-stakeholder={id}]");
            await Assertions.Expect(card.Locator(".signer-answer")).ToContainTextAsync(Reading.InDraws(Value(stakeholder["probability"]), 10_000));
            foreach (var blocking in stakeholder["blocking"].Items().Where(each => $"{each["kind"]}" != "redLine"))
                await Assertions.Expect(card.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{blocking["name"]}" })).ToContainTextAsync(Share(Value(blocking["share"])));
        }

        var text = await page.Locator("main").InnerTextAsync();
        Assert.DoesNotMatch(@"\b(0|100) %", text.Spaced());
    });

    [Fact]
    public Task Every_sentence_of_the_engine_is_there() => site.VisitAsync($"#/scenarios/{site.Proposal}", async page =>
    {
        var verdicts = (await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report/narration"))["verdicts"]!.AsObject();

        Assert.Equal(
            verdicts.SelectMany(verdict => verdict.Value!.AsArray()).Select(sentence => $"{sentence!["text"]}".Spaced()),
            (await page.Locator(".sentences .told").AllInnerTextsAsync()).Select(sentence => sentence.Spaced()));
    });

    [Fact]
    public Task The_evidence_of_a_sentence_is_in_the_words_of_what_it_cites() => site.VisitAsync($"#/scenarios/{site.Proposal}", async page =>
    {
        var verdicts = (await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report/narration"))["verdicts"]!;
        var sentence = verdicts["durability"].Items().First(each => each["citations"]!.AsArray().Count > 1);
        var sources = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["sources"]!;

        var shown = page.Locator("[data-topic=durability] .sentences > li").Filter(new() { HasText = $"{sentence["text"]}" });
        await shown.GetByText("evidence").PressAsync("Enter");
        foreach (var key in sentence["citations"].Items().Select(each => $"{each}"))
        {
            var entry = shown.Locator(".source-entries li").Filter(new() { Has = page.GetByText(key, new() { Exact = true }) });
            await Assertions.Expect(entry).ToContainTextAsync($"{sources[key]!["text"]}");
            if (sources[key]!["url"] is { } url)
                await Assertions.Expect(entry.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"{url}");
        }

        foreach (var figure in sentence["figures"].Items())
            await Assertions.Expect(shown.Locator(".behind")).ToContainTextAsync($"{figure["pointer"]}");
        await page.ShootAsync("evaluation-evidence-1280-light");
        await page.AssertAccessibleInBothThemesAsync();
    });

    [Fact]
    public Task A_figure_says_where_it_comes_from() => site.VisitAsync($"#/scenarios/{site.Proposal}/impacts", async page =>
    {
        await page.GetByText("Where does this come from?").First.ClickAsync();

        var origin = page.Locator(".origin").First;
        await Assertions.Expect(origin).ToContainTextAsync("ukraine-settlement, version 1");
        await Assertions.Expect(origin).ToContainTextAsync("10,000 draws from seed 1");
        var claims = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["sources"]!.AsObject();
        var cited = origin.Locator("li:has(code)").First;
        var id = await cited.Locator("code").First.InnerTextAsync();
        await Assertions.Expect(cited).ToContainTextAsync($"{claims[id]!["text"]}");
    });

    [Fact]
    public Task A_figure_is_saved_as_numbers_and_as_pictures() => site.VisitAsync($"#/scenarios/{site.Proposal}/impacts", async page =>
    {
        var csv = await SavedAsync(page, "CSV");
        var svg = await SavedAsync(page, "SVG");
        var png = await SavedAsync(page, "PNG");

        var impact = (await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report/impacts"))["russia"]!;
        Assert.Contains(Value(impact["noDeal"]!["mean"]).ToString("R", System.Globalization.CultureInfo.InvariantCulture), System.Text.Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.DoesNotContain("var(--", System.Text.Encoding.UTF8.GetString(svg), StringComparison.Ordinal);
        Assert.Contains("Russia", System.Text.Encoding.UTF8.GetString(svg), StringComparison.Ordinal);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        var folder = Directory.CreateDirectory(Checkout.PathOf("tests", "Page.Tests", "screenshots"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "saved-figure.png"), png);
    });

    [Fact]
    public Task A_word_of_the_trade_is_explained_on_demand() => site.VisitAsync($"#/scenarios/{site.Proposal}", async page =>
    {
        await page.Locator(".facts").GetByRole(AriaRole.Button, new() { Name = "Seed" }).PressAsync("Enter");

        await Assertions.Expect(page.Locator(".term-text:popover-open")).ToContainTextAsync("The same seed gives the same draws");
        await page.ShootAsync("term-1280-light");
        await page.AssertAccessibleInBothThemesAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".term-text:popover-open")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task An_unknown_scenario_is_said_to_be_none_and_the_list_is_offered() => site.VisitAsync(
        $"#/scenarios/{Guid.Empty}",
        async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no such scenario");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(0);
            await page.AssertAccessibleInBothThemesAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "All scenarios" }).ClickAsync();
            await Assertions.Expect(page.Locator(".scenario").First).ToBeVisibleAsync();
            await page.SettledAsync();
        },
        refusal: 404);

    private static async Task<byte[]> SavedAsync(IPage page, string kind)
    {
        var download = await page.DownloadedNextByAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new($"as {kind}$") }));
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }

    private static double Value(JsonNode? estimate) => estimate!["value"]!.GetValue<double>();

    private static string Share(double value) =>
        value < 0.05 ? "under 5\u00a0%" : value > 0.95 ? "over 95\u00a0%" : $"about {5 * Math.Round(value * 20, MidpointRounding.AwayFromZero)}\u00a0%";
}
