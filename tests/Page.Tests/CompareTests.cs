using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

public sealed class CompareTests(Site site)
{
    private string Two => $"#/compare?ids={site.Proposal},{site.Freeze}";

    [Theory]
    [InlineData("noDeal", "no deal")]
    [InlineData("statusQuo", "the status quo")]
    public Task The_paired_differences_are_those_of_the_interface_against_either_baseline(string against, string words) => site.VisitAsync(Two, async page =>
    {
        await page.GetByLabel(words, new() { Exact = true }).CheckAsync();
        await page.UnfoldAsync();
        var shown = await Figure(page, $"For whom A is better than B, against {words}").NumbersAsync();
        var fares = await Figure(page, $"How everyone fares under each, against {words}").NumbersAsync();

        var pair = await PairAsync(site.Proposal, site.Freeze);
        Assert.Equal(pair["impacts"]!.AsObject().Count, shown.Count);
        foreach (var impact in pair["impacts"]!.AsObject().Select(each => each.Value!))
        {
            var outcome = impact[against]!;
            Assert.Equal(
                [.. Values(outcome, "first", "second", "difference", "low80", "high80", "probabilityHigher"), outcome["difference"]!["standardError"]!.GetValue<double>()],
                shown[$"{impact["name"]}"]);
            Assert.Equal(Values(outcome, "first", "second"), fares[$"{impact["name"]}"]);
        }
    });

    [Fact]
    public Task Acceptance_effects_and_durability_are_those_of_the_interface() => site.VisitAsync(Two, async page =>
    {
        await page.UnfoldAsync();
        var pair = await PairAsync(site.Proposal, site.Freeze);

        var signs = await Figure(page, "Who would sign which").NumbersAsync();
        Assert.Equal(Values(pair["acceptance"]!["joint"]!, "first", "second"), signs["All who must sign"]);
        foreach (var stakeholder in pair["acceptance"]!["stakeholders"]!.AsObject().Select(each => each.Value!))
            Assert.Equal(Values(stakeholder, "first", "second"), signs[$"{stakeholder["name"]}"]);

        var holds = await Figure(page, "Would they last, and are they lawful?").NumbersAsync();
        Assert.Equal(Values(pair["durability"]!["short"]!, "first", "second"), holds["Still holds after 2 years"]);
        Assert.Equal(Values(pair["durability"]!["long"]!, "first", "second"), holds["Still holds after 10 years"]);
        foreach (var test in pair["measures"]!["legality"]!["tests"]!.AsObject().Select(each => each.Value!))
            Assert.Equal(Values(test, "first", "second"), holds[$"Lawful: {test["name"]}"]);

        var effects = await Figure(page, "What follows more under A, what under B, after 10 years").NumbersAsync();
        foreach (var effect in pair["effects"]!.AsObject().Select(each => each.Value!))
            Assert.Equal(Values(effect["long"]!, "first", "second", "difference", "low80", "high80", "probabilityHigher"), effects[$"{effect["name"]}"]);
    });

    [Fact]
    public Task What_makes_the_difference_adds_up_to_it() => site.VisitAsync($"{Two}&who=russia", async page =>
    {
        await page.UnfoldAsync();
        var parts = await Figure(page, "What makes the difference for Russia").NumbersAsync();

        var pair = await PairAsync(site.Proposal, site.Freeze);
        Assert.Equal(pair["impacts"]!["russia"]!["noDeal"]!["difference"]!["value"]!.GetValue<double>(), parts.Values.Sum(part => part[0]), 1e-9);
    });

    [Fact]
    public Task The_terms_that_differ_stand_on_their_scales() => site.VisitAsync(Two, async page =>
    {
        await page.UnfoldAsync();
        var rows = Figure(page, "What they say differently").Locator("tbody tr");

        var terms = Api.Shipped("us-28-points")["terms"]!.AsObject();
        var control = rows.Filter(new() { HasText = "Control of territory" });
        Assert.Equal(2, await control.CountAsync());
        var shown = await control.First.Locator("td[data-value]").EvaluateAllAsync<double[]>("cells => cells.map(cell => Number(cell.dataset.value))");
        Assert.Equal(Numbers(terms["territorial-control"]!, "low", "mode", "high"), shown);
        await Assertions.Expect(rows.Filter(new() { HasText = "China's part" }).First).ToContainTextAsync("leaves open");
    });

    [Fact]
    public Task Reversals_are_told_in_words_and_marked_where_they_matter() => site.VisitAsync($"#/compare?ids={site.OtherSituation},{site.UnderStress}", async page =>
    {
        await page.UnfoldAsync();
        var comparison = await ComparisonAsync(site.OtherSituation, site.UnderStress);
        var orders = comparison["orders"]!.AsObject().Select(each => each.Value!).ToList();
        var told = orders.SelectMany(order => order["reversals"]!.AsArray()).Concat(comparison["pairs"]![0]!["reversals"]!.AsArray()).Select(reversal => $"{reversal!["text"]}").ToList();

        Assert.NotEmpty(told);
        Assert.Equal(told, await page.Locator(".reversals .told").AllInnerTextsAsync());
        var chart = Figure(page, "For whom A is better than B, against no deal").Locator("svg.chart");
        foreach (var order in orders)
            await Assertions.Expect(chart.GetByText($"{order["name"]} ⇄", new() { Exact = true })).ToHaveCountAsync(order["reversals"]!.AsArray().Count > 0 ? 1 : 0);
        // They say the same, and differ in what they assume.
        await Assertions.Expect(page.GetByText("They say the same on every issue")).ToBeVisibleAsync();
        var drought = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!["assumptions"]!["long-drought"]!["name"];
        await Assertions.Expect(page.GetByText($"Assumption: {drought}", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("/assumptions/long-drought/value", new() { Exact = true }).And(page.Locator(":not(.judgements *)"))).ToHaveCountAsync(0);
    });

    [Fact]
    public async Task Scenarios_are_ticked_in_the_list_by_keyboard_and_compared()
    {
        // On the list's first page, whatever other tests have submitted before.
        var (one, other) = (await site.Api.EvaluateAsync(Api.Shipped("freeze-on-the-line")), await site.Api.EvaluateAsync(Api.Shipped("us-final-offer")));
        await site.VisitAsync("#/scenarios?situation=ukraine-settlement", async page =>
        {
            foreach (var id in new[] { one, other })
            {
                await Row(page, id).GetByRole(AriaRole.Checkbox).FocusAsync();
                await page.Keyboard.PressAsync("Space");
            }

            var compare = page.GetByRole(AriaRole.Link, new() { Name = "Compare 2 chosen" });
            await page.ShootAsync("scenarios-chosen-1280-light");
            await compare.FocusAsync();
            await page.Keyboard.PressAsync("Enter");

            await page.ReachesAsync($@"/#/compare\?ids={one},{other}$");
            await page.SettledAsync();
            await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Scenarios_on_different_situations_are_not_offered_for_comparison()
    {
        var (one, other) = (await site.Api.EvaluateAsync(Api.Shipped("gerd-data-line")), await site.Api.EvaluateAsync(Api.Shipped("us-final-offer")));
        await site.VisitAsync("#/scenarios", async page =>
        {
            await Row(page, one).GetByRole(AriaRole.Checkbox).CheckAsync();

            await Assertions.Expect(Row(page, other).GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Chosen to compare" })).ToContainTextAsync("Only scenarios on the same version of its situation can be compared");
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Compare \\d") })).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task Only_scenarios_on_the_same_version_of_a_situation_can_be_ticked_together()
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "ticked-together";
        await site.Api.PutSituationAsync(situation);
        var scenario = Api.Shipped("gerd-data-line");
        scenario["situation"] = "ticked-together";
        var (former, beside) = (await site.Api.EvaluateAsync(scenario), await site.Api.EvaluateAsync(scenario));
        situation["summary"] = "Another reading.";
        await site.Api.PutSituationAsync(situation);
        var current = await site.Api.EvaluateAsync(scenario);

        await site.VisitAsync("#/scenarios?situation=ticked-together", async page =>
        {
            await Tick(former).CheckAsync();
            await Assertions.Expect(Tick(beside)).ToBeEnabledAsync();
            await Assertions.Expect(Tick(current)).ToBeDisabledAsync();
            await Assertions.Expect(Row(page, current).Locator("label")).ToHaveAttributeAsync("title", new Regex("another version"));
            await page.GetByRole(AriaRole.Region, new() { Name = "Chosen to compare" }).GetByRole(AriaRole.Button).ClickAsync();
            await Assertions.Expect(Tick(current)).ToBeEnabledAsync();

            ILocator Tick(string id) => Row(page, id).GetByRole(AriaRole.Checkbox);
        });
    }

    [Fact]
    public Task A_third_is_added_and_another_taken_away() => site.VisitAsync(Two, async page =>
    {
        var third = await site.Api.EvaluateAsync(Api.Shipped("us-final-offer"));
        await page.ReloadAsync();
        await page.SettledAsync();
        await page.GetByLabel("Add another on the same situation").SelectOptionAsync(third);
        await page.ReachesAsync($",{third}$");
        await page.SettledAsync();
        await page.GetByLabel("A and C", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(Figure(page, "For whom A is better than C, against no deal")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Take “{Api.Shipped("us-28-points")["title"]}” away" }).ClickAsync();

        await page.ReachesAsync($"ids={site.Freeze},{third}$");
        await page.SettledAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Chosen scenarios" })).Not.ToContainTextAsync($"{Api.Shipped("us-28-points")["title"]}");
    });

    [Fact]
    public Task The_whole_comparison_is_saved_as_the_interface_writes_it() => site.VisitAsync(Two, async page =>
    {
        var download = await page.DownloadedByAsync(page.GetByRole(AriaRole.Button, new() { Name = "All differences as CSV" }));

        var saved = await File.ReadAllTextAsync((await download.PathAsync())!);
        Assert.Equal(await site.Api.GetTableAsync($"/api/compare?ids={site.Proposal},{site.Freeze}"), saved);
    });

    [Fact]
    public Task A_scenario_that_is_gone_is_said_to_be_and_left_out_at_a_click() => site.VisitAsync(
        $"#/compare?ids={site.Proposal},{Guid.Empty},{site.Freeze}",
        async page =>
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("One of them is not there");
            await page.ShootAsync("compare-gone-1280-light");
            await page.AssertAccessibleInBothThemesAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on without it" }).ClickAsync();
            await page.ReachesAsync($@"/#/compare\?ids={site.Proposal},{site.Freeze}$");
            await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
        },
        refusal: 404);

    [Fact]
    public async Task Scenarios_on_former_versions_are_evaluated_again_and_compared_at_a_click()
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "compared-later";
        await site.Api.PutSituationAsync(situation);
        var (one, other) = (Api.Shipped("gerd-data-line"), Api.Shipped("gerd-drought-rules"));
        (one["situation"], other["situation"]) = ("compared-later", "compared-later");
        var former = await site.Api.EvaluateAsync(one);
        situation["summary"] = "Another reading.";
        await site.Api.PutSituationAsync(situation);
        var current = await site.Api.EvaluateAsync(other);

        await site.VisitAsync(
            $"#/compare?ids={former},{current}",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("They do not rest on the same judgements");
                await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate them again on version 2, today's, and compare these" }).ClickAsync();
                await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
                Assert.DoesNotContain(former, page.Url, StringComparison.Ordinal);
                Assert.EndsWith(current, page.Url, StringComparison.Ordinal);
            },
            refusal: 400);
    }

    private async Task<JsonNode> ComparisonAsync(params string[] ids) => (await site.Api.GetAsync($"/api/compare?ids={string.Join(',', ids)}"))["comparison"]!;

    private async Task<JsonNode> PairAsync(params string[] ids) => (await ComparisonAsync(ids))["pairs"]![0]!;

    private static ILocator Figure(IPage page, string name) => page.GetByRole(AriaRole.Figure, new() { Name = name, Exact = true });

    private static ILocator Row(IPage page, string id) => page.Locator(".scenario", new() { Has = page.Locator($"a[href='#/scenarios/{id}']") });

    private static double[] Values(JsonNode of, params string[] members) => [.. members.Select(member => of[member]!["value"]!.GetValue<double>())];

    private static double[] Numbers(JsonNode of, params string[] members) => [.. members.Select(member => of[member]!.GetValue<double>())];
}
