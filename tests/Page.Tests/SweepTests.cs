using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

public sealed class SweepTests(Site site)
{
    private static readonly string[] Qualities = ["coverage", "density", "mass"];

    private string Place => $"#/sweeps/{site.Sweep}";

    [Fact]
    public Task Every_variant_stands_with_the_numbers_of_the_interface() => site.VisitAsync(Place, async page =>
    {
        await page.UnfoldAsync();
        var shown = await Figure(page, "What can be had together").NumbersAsync();

        var variants = await VariantsAsync();
        Assert.Equal(variants.Count, shown.Count);
        foreach (var variant in variants)
            Assert.Equal([.. Numbers(variant["terms"]!), .. Numbers(variant["outputs"]!)], shown[$"{variant["number"]}"][..5]);
    });

    [Fact]
    public Task The_front_is_marked_by_shape() => site.VisitAsync(Place, async page =>
    {
        var front = (await SummaryAsync())["front"]!;

        Assert.Equal(front["count"]!.GetValue<int>(), await Figure(page, "What can be had together").Locator("svg.chart .front path").CountAsync());
        await Assertions.Expect(page.GetByText($"{front["count"]} of 225 are not beaten by any other")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Limits_that_are_typed_choose_variants_and_stand_in_the_address() => site.VisitAsync($"{Place}?x=1&y=2", async page =>
    {
        await page.GetByLabel("Across, not below").FillAsync("25");
        await page.Keyboard.PressAsync("Tab");
        await page.ReachesAsync("xLow=25");

        var chosen = (await VariantsAsync()).Where(variant => Numbers(variant["outputs"]!)[1] >= 25).ToList();
        Assert.InRange(chosen.Count, 1, 224);
        await Assertions.Expect(page.GetByText($"{chosen.Count} of 225 variants are chosen.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.SettledAsync();
        await Assertions.Expect(page.GetByText($"{chosen.Count} of 225 variants are chosen.")).ToBeVisibleAsync();
        await page.UnfoldAsync();
        Assert.Equal(
            chosen.Select(variant => $"{variant["number"]}").Order(),
            (await Figure(page, "The terms of the chosen variants").NumbersAsync()).Keys.Order());
        await page.ShootAsync("sweep-chosen-1280-light");
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickAsync();
        await Assertions.Expect(page.GetByText("All 225 variants are chosen.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_rectangle_that_is_dragged_sets_the_same_limits() => site.VisitAsync($"{Place}?x=1&y=2", async page =>
    {
        var chart = page.Locator(".brushed");
        await chart.ScrollIntoViewIfNeededAsync();
        var box = (await chart.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + (box.Height * 0.1f));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.7f), box.Y + (box.Height * 0.4f), new() { Steps = 3 });
        await page.Mouse.MoveAsync(box.X + (box.Width * 0.98f), box.Y + (box.Height * 0.85f), new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await page.ReachesAsync("xLow=");

        var (across, up) = (await LimitsAsync(page, "Across"), await LimitsAsync(page, "Up"));
        var chosen = (await VariantsAsync()).Select(variant => Numbers(variant["outputs"]!)).Count(outputs =>
            outputs[1] >= across.Low && outputs[1] <= across.High && outputs[2] >= up.Low && outputs[2] <= up.High);
        Assert.InRange(chosen, 1, 224);
        await Assertions.Expect(page.GetByText($"{chosen} of 225 variants are chosen.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Boxes_are_told_in_words_with_coverage_and_density() => site.VisitAsync(Place, async page =>
    {
        var outputs = (await SummaryAsync())["outputs"]!.AsArray();
        var found = outputs.Select(output => output!["boxes"]!).ToList();

        var qualities = found.Where(boxes => boxes["boxes"] is not null).SelectMany(boxes => boxes["boxes"]!.AsArray().Append(boxes["together"])).Where(box => box is not null).ToList();
        Assert.NotEmpty(qualities);
        Assert.Equal(
            qualities.SelectMany(box => Qualities.Select(member => box![member]!.GetValue<double>())),
            await page.Locator(".failing-boxes [data-value]").EvaluateAllAsync<double[]>("all => all.map(each => Number(each.dataset.value))"));
        foreach (var limit in found.Where(boxes => boxes["boxes"] is not null).SelectMany(boxes => boxes["boxes"]!.AsArray()).SelectMany(box => box!["limits"]!.AsArray()))
            await Assertions.Expect(page.Locator(".failing-boxes").GetByText($"“{limit!["name"]}” is").First).ToBeVisibleAsync();
        foreach (var boxes in found.Where(boxes => boxes["reason"] is not null))
            await Assertions.Expect(page.GetByText($"{boxes["reason"]}").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_best_variant_for_a_stakeholder_is_evaluated_as_a_scenario_of_its_own() => site.VisitAsync(Place, async page =>
    {
        var sweep = await site.Api.GetAsync($"/api/sweeps/{site.Sweep}/inputs");
        var egypt = (await SummaryAsync())["stakeholders"]!["egypt"]!;
        var row = page.GetByRole(AriaRole.Region, new() { Name = "Best and worst variant for each stakeholder" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "Egypt (government)" });
        await Assertions.Expect(row.Locator(".extreme strong").First).ToHaveTextAsync(Points(egypt["best"]!["value"]!.GetValue<double>()));
        await Assertions.Expect(row.Locator(".extreme strong").Last).ToHaveTextAsync(Points(egypt["worst"]!["value"]!.GetValue<double>()));
        await row.GetByRole(AriaRole.Button).First.ClickAsync();

        await page.ReachesAsync("#/scenarios/[0-9a-f-]{36}$");
        await page.SettledAsync();
        var inputs = await site.Api.GetAsync($"/api/scenarios/{page.Url.Split('/')[^1]}/inputs");
        Assert.Equal("constructed", $"{inputs["kind"]}");
        foreach (var (issue, place) in sweep["vary"]!.AsObject().Select((each, place) => (each.Key, place)))
            Assert.Equal(egypt["best"]!["terms"]![place]!.GetValue<double>(), inputs["terms"]![issue]!.GetValue<double>());
    });

    [Fact]
    public Task How_far_each_measure_can_get_and_by_which_terms_stands_first() => site.VisitAsync(Place, async page =>
    {
        var outputs = (await SummaryAsync())["outputs"].Items().ToArray();
        Assert.Equal("How far it can get", await page.Locator("main section[aria-labelledby] h2").First.InnerTextAsync());
        var table = page.GetByRole(AriaRole.Region, new() { Name = "Best and worst variant by each measure" });
        Assert.Equal(
            outputs.SelectMany(output => new[] { output["mean"]!.GetValue<double>(), output["failing"]!.GetValue<double>() }),
            await table.Locator("tbody td[data-value]").EvaluateAllAsync<double[]>("cells => cells.map(cell => Number(cell.dataset.value)).filter(value => !Number.isNaN(value))"));
        foreach (var (output, place) in outputs.Select((each, place) => (each, place)).Where(each => each.each["output"]!["impact"] is not null))
        {
            var row = table.Locator("tbody tr").Nth(place);
            await Assertions.Expect(row.Locator(".extreme strong").First).ToHaveTextAsync(Points(output["best"]!["value"]!.GetValue<double>()));
            await Assertions.Expect(row.Locator(".extreme strong").Last).ToHaveTextAsync(Points(output["worst"]!["value"]!.GetValue<double>()));
            await Assertions.Expect(row.Locator(".extreme").First).ToContainTextAsync($"How binding the text is: {Math.Round(output["best"]!["terms"]![1]!.GetValue<double>())}");
        }
    });

    [Fact]
    public Task The_variants_are_saved_as_the_interface_writes_them() => site.VisitAsync(Place, async page =>
    {
        var download = await page.DownloadedByAsync(page.GetByRole(AriaRole.Button, new() { Name = "All variants as CSV" }));

        Assert.Equal(await site.Api.GetTableAsync($"/api/sweeps/{site.Sweep}/variants?limit=10000"), await File.ReadAllTextAsync((await download.PathAsync())!));
    });

    [Fact]
    public Task A_sweep_is_started_from_a_stored_scenario_once_its_problems_are_mended() => site.VisitAsync($"#/sweeps/new?scenario={site.OtherSituation}", async page =>
    {
        await page.GetByRole(AriaRole.Checkbox).Nth(0).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox).Nth(1).CheckAsync();
        var values = page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Values of") });
        await values.First.GetByLabel("From").FillAsync("90");
        await values.First.GetByLabel("To").FillAsync("20");
        await Assertions.Expect(values.First.Locator(".start-problem")).ToContainTextAsync("From is 90 but must be below To, which is 20.");
        await page.ShootAsync("sweep-problem-1280-light");
        await page.AssertAccessibleInBothThemesAsync();
        await values.First.GetByLabel("From").FillAsync("10");
        await values.Last.GetByLabel("a list of values").CheckAsync();
        await values.Last.GetByLabel("Values from 0 to 100").FillAsync("0, 50, 100");
        await page.GetByLabel("Draws of each variant").FillAsync("200");
        var foot = page.Locator(".start-foot [role=status]");
        await Assertions.Expect(foot).ToHaveAttributeAsync("data-variants", "15");
        await Assertions.Expect(foot).ToContainTextAsync("15 variants");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the sweep" }).ClickAsync();

        await page.ReachesAsync("#/sweeps/[0-9a-f-]{36}$");
        await Assertions.Expect(page.Locator("header .badge")).ToContainTextAsync("done");
        var inputs = await site.Api.GetAsync($"/api/sweeps/{page.Url.Split('/')[^1]}/inputs");
        Assert.Equal([0, 50, 100], Numbers(inputs["vary"]!.AsObject().Last().Value!));
        Assert.Equal(200, inputs["draws"]!.GetValue<int>());
        await page.SettledAsync();
    });

    [Fact]
    public async Task The_limits_of_a_box_are_told_by_values_that_were_varied()
    {
        double[] releases = [0, 20, 40, 60, 80, 100];
        var sweep = Sample.Sweep(steps: 30);
        sweep["vary"]!["drought-release"] = new JsonArray([.. releases.Select(each => JsonValue.Create(each))]);
        var id = await site.Api.SweepAsync(sweep);
        var outputs = (await site.Api.GetAsync($"/api/sweeps/{id}"))["summary"]!["outputs"]!.AsArray();
        var limits = outputs.Select(output => output!["boxes"]!["boxes"]).OfType<JsonArray>().SelectMany(boxes => boxes).SelectMany(box => box!["limits"]!.AsArray()).Select(each => each!).ToList();
        var between = limits.Where(each => $"{each["issue"]}" == "drought-release").ToList();
        Assert.NotEmpty(between);

        await site.VisitAsync($"#/sweeps/{id}", async page =>
        {
            var told = await page.Locator(".failing-boxes p.told").AllInnerTextsAsync();
            foreach (var limit in between)
            {
                var inside = releases.Where(each => each >= (limit["low"]?.GetValue<double>() ?? 0) && each <= (limit["high"]?.GetValue<double>() ?? 100)).ToList();
                var (from, to) = (inside[0], inside[^1]);
                var words = inside.Count == 1 ? $"is {from} of" : limit["low"] is null ? $"is at most {to} of" : limit["high"] is null ? $"is at least {from} of" : $"to {to} of";
                Assert.Contains(told, each => each.Contains($"{limit["name"]}” {words}", StringComparison.Ordinal) || (words.StartsWith("to", StringComparison.Ordinal) && each.Contains(words, StringComparison.Ordinal)));
            }

            Assert.Contains(told, each => each.Contains(" of 0/20/40/60/80/100 (", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Terms_of_a_spread_sample_are_told_to_one_decimal_and_kept_in_full()
    {
        var sweep = Sample.Sweep(steps: 2);
        sweep["vary"] = new JsonObject { ["drought-release"] = new JsonObject { ["low"] = 10, ["high"] = 93 }, ["legal-force"] = new JsonObject { ["low"] = 0, ["high"] = 77 } };
        sweep["design"] = new JsonObject { ["latinHypercube"] = new JsonObject { ["size"] = 12 } };
        var id = await site.Api.SweepAsync(sweep);
        var variants = (await site.Api.GetAsync($"/api/sweeps/{id}/variants?limit=100"))["variants"]!.AsArray();

        await site.VisitAsync($"#/sweeps/{id}", async page =>
        {
            await page.UnfoldAsync();
            var rows = Figure(page, "The terms that were varied").Locator("tbody tr");
            Assert.Equal(variants.Count, await rows.CountAsync());
            foreach (var cell in await rows.Locator("td[data-value]").AllAsync())
                Assert.Matches(@"^\d{1,2}(\.\d)?$", await cell.InnerTextAsync());
            var shown = await Figure(page, "The terms that were varied").NumbersAsync();
            foreach (var variant in variants)
                Assert.Equal(Numbers(variant!["terms"]!), shown[$"{variant["number"]}"]);
            Assert.DoesNotMatch(@": \d+\.\d", await page.Locator(".extreme").First.InnerTextAsync());
        });
    }

    [Fact]
    public async Task A_file_holds_every_variant_where_the_table_shows_some_and_says_so()
    {
        var id = await site.Api.SweepAsync(Sample.Sweep(steps: 18));

        await site.VisitAsync($"#/sweeps/{id}", async page =>
        {
            await page.UnfoldAsync();
            foreach (var figure in new[] { Figure(page, "What can be had together"), Figure(page, "The terms that were varied") })
            {
                Assert.Equal(300, await figure.Locator("tbody tr").CountAsync());
                await Assertions.Expect(figure.GetByText("The first 300 of 324 rows; the CSV has them all.")).ToBeVisibleAsync();
                var download = await page.DownloadedNextByAsync(figure.GetByRole(AriaRole.Button, new() { NameRegex = new("as CSV$") }));
                Assert.Equal(325, (await File.ReadAllLinesAsync((await download.PathAsync())!)).Length);
            }
        });
    }

    private async Task<List<JsonNode>> VariantsAsync() => [.. (await site.Api.GetAsync($"/api/sweeps/{site.Sweep}/variants?limit=10000"))["variants"]!.AsArray().Select(each => each!)];

    private async Task<JsonNode> SummaryAsync() => (await site.Api.GetAsync($"/api/sweeps/{site.Sweep}"))["summary"]!;

    private static async Task<(double Low, double High)> LimitsAsync(IPage page, string axis) =>
        (await NumberAsync(page, $"{axis}, not below"), await NumberAsync(page, $"{axis}, not above"));

    private static async Task<double> NumberAsync(IPage page, string label) =>
        double.Parse(await page.GetByLabel(label).InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);

    private static ILocator Figure(IPage page, string name) => page.GetByRole(AriaRole.Figure, new() { Name = name, Exact = true });

    private static double[] Numbers(JsonNode all) => [.. all.AsArray().Select(each => each!.GetValue<double>())];

    private static string Points(double value)
    {
        var size = Math.Abs(value);
        if (size < 0.05)
            return "0";
        return $"{(value < 0 ? "−" : "+")}{size.ToString(size < 9.95 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
