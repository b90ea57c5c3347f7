using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What is composed is what is sent, however it was put in.</summary>
public sealed class ComposeTests(Site site)
{
    private const string Blank = "#/compose?situation=blue-nile-dam";

    [Fact]
    public async Task A_scenario_composed_by_keyboard_alone_is_stored_as_it_was_composed()
    {
        var anchors = (await IssueAsync("drought-release"))["anchors"]!.AsArray().Select(each => each!["at"]!.GetValue<double>()).ToList();

        await site.VisitAsync(Blank, async page =>
        {
            await page.TabToAsync("[data-place='/title']");
            await page.Keyboard.TypeAsync("Composed by keyboard alone");
            await page.TabToAsync("[data-issue=drought-release] input[type=radio]");
            await page.KeysAsync("ArrowRight", "Tab", "End", "PageDown", "ArrowLeft");
            await page.TabToAsync("[data-issue=normal-operation] input[type=radio]");
            await page.KeysAsync("ArrowRight", "ArrowRight", "Tab", "Home", "Tab", "Home", "ArrowRight", "ArrowRight", "Tab", "End", "ArrowDown");
            await page.TabToAsync("#find-judgement");
            await page.Keyboard.TypeAsync("egypt influence");
            await page.TabToAsync("[aria-label='Override Egypt (government): influence']");
            await page.KeysAsync("Enter");
            await page.WaitForFunctionAsync("() => document.activeElement.matches('[role=slider]')");
            await page.KeysAsync("ArrowLeft", "ArrowLeft");
            var mode = double.Parse((await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-valuenow')"))!, System.Globalization.CultureInfo.InvariantCulture);
            await page.TabToAsync(".standing-bar .button-main");
            await page.KeysAsync("Enter");

            var inputs = await site.Api.GetAsync($"/api/scenarios/{await page.ArrivedAsync()}/inputs");
            var influence = (await SituationAsync())["stakeholders"]!["egypt"]!["influence"]!;
            Assert.Equal("Composed by keyboard alone", $"{inputs["title"]}");
            AssertSame($$"""{ "drought-release": {{anchors[^2] - 1}}, "normal-operation": { "low": 0, "mode": 2, "high": 99, "source": "judgement" } }""", inputs["terms"]);
            AssertSame(
                $$"""{ "/stakeholders/egypt/influence": { "low": {{influence["low"]}}, "mode": {{influence["mode"]!.GetValue<double>() - 2}}, "high": {{influence["high"]}}, "source": "judgement" } }""",
                inputs["assumptions"]!["overrides"]);
            Assert.Equal(influence["mode"]!.GetValue<double>() - 2, mode);
        });
    }

    [Fact]
    public Task A_shipped_scenario_that_is_not_changed_is_sent_as_it_is() => site.VisitAsync("#/compose?from=shipped:us-28-points", async page =>
    {
        var inputs = await site.Api.GetAsync($"/api/scenarios/{await page.SendAsync()}/inputs");

        AssertSame((await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/inputs")).ToJsonString(), inputs);
    });

    [Fact]
    public Task A_stored_scenario_can_be_started_from_with_its_overrides_and_profiles() => site.VisitAsync($"#/compose?scenario={site.UnderStress}", async page =>
    {
        var inputs = await site.Api.GetAsync($"/api/scenarios/{site.UnderStress}/inputs");
        foreach (var (pointer, judgement) in inputs["assumptions"]!["overrides"]!.AsObject())
        {
            var control = page.Locator($"[data-override=\"{pointer}\"]");
            var handles = await control.HandlesAsync();
            Assert.Equal((Number(judgement, "low"), Number(judgement, "mode"), Number(judgement, "high")), (handles[0], handles[1], handles[2]));
        }

        foreach (var (stakeholder, _) in inputs["assumptions"]!["profiles"]!.AsObject())
            await Assertions.Expect(page.At($"/assumptions/profiles/{stakeholder}")).Not.ToBeCheckedAsync();
        AssertSame(inputs.ToJsonString(), await page.DocumentAsync());
    });

    [Fact]
    public Task An_override_is_shown_as_a_difference_arrives_as_shown_and_can_be_removed() => site.VisitAsync(Blank, async page =>
    {
        const string pointer = "/stakeholders/sudan/preferences/normal-operation/salience";
        await page.At("/title").FillAsync("Composed with an override");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(pointer);
        await page.GetByRole(AriaRole.List, new() { Name = "Judgements found" }).GetByRole(AriaRole.Button).ClickAsync();
        var control = page.Locator($"[data-override=\"{pointer}\"]");
        var shipped = (await SituationAsync())["stakeholders"]!["sudan"]!["preferences"]!["normal-operation"]!["salience"]!;
        foreach (var (label, value) in new[] { ("Lowest", "1"), ("Likeliest", "2.5"), ("Highest", "4") })
            await control.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        await control.GetByLabel("What your judgement rests on").FillAsync("what if it cared less");

        await Assertions.Expect(control.Locator("del")).ToHaveTextAsync($"{shipped["low"]} – {shipped["mode"]} – {shipped["high"]}");
        await Assertions.Expect(control.Locator("ins")).ToHaveTextAsync("1 – 2.5 – 4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Judge it otherwise" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the override of Assumption" }).ClickAsync();
        await page.ShootAsync("compose-override-1280-light");
        var inputs = await site.Api.GetAsync($"/api/scenarios/{await page.SendAsync()}/inputs");
        AssertSame($$"""{ "{{pointer}}": { "low": 1, "mode": 2.5, "high": 4, "source": "what if it cared less" } }""", inputs["assumptions"]!["overrides"]);
    });

    [Fact]
    public Task Handles_stay_in_order_whatever_is_pressed_and_dragged() => site.VisitAsync(Blank, async page =>
    {
        var issue = page.Issue("drought-release");
        await issue.GetByLabel("A range").CheckAsync();
        var handles = issue.GetByRole(AriaRole.Slider);
        var random = new Random(7);
        string[] keys = ["Home", "End", "PageUp", "PageDown", "ArrowLeft", "ArrowRight"];
        for (var turn = 0; turn < 60; turn++)
        {
            await handles.Nth(random.Next(3)).PressAsync(keys[random.Next(keys.Length)]);
            AssertInOrder(await issue.HandlesAsync());
        }

        var track = (await issue.Locator(".slider-track").BoundingBoxAsync())!;
        for (var turn = 0; turn < 12; turn++)
        {
            var box = (await handles.Nth(random.Next(3)).BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(track.X + (track.Width * random.NextSingle()), box.Y, new() { Steps = 4 });
            await page.Mouse.UpAsync();
            AssertInOrder(await issue.HandlesAsync());
        }
    });

    [Theory]
    [InlineData(50, 50, 50)]
    [InlineData(0, 0, 1)]
    [InlineData(98, 100, 100)]
    public Task Each_handle_of_a_narrow_range_is_large_enough_to_touch(int low, int mode, int high) => site.VisitAsync(
        Blank,
        async page =>
        {
            var issue = page.Issue("drought-release");
            await issue.GetByLabel("A range").CheckAsync();
            await page.UnfoldAsync();
            var document = await page.DocumentAsync();
            document["terms"] = new JsonObject { ["drought-release"] = new JsonObject { ["low"] = low, ["mode"] = mode, ["high"] = high, ["source"] = "judgement" } };
            await page.At("").FillAsync(document.ToJsonString());
            await page.ThinOutAsync();

            Assert.Equal([low, mode, high], await issue.HandlesAsync());
            await page.AssertAccessibleAsync("target-size");
            foreach (var handle in await issue.GetByRole(AriaRole.Slider).AllAsync())
                await handle.ClickAsync(new() { Trial = true });
        },
        width: 360);

    [Fact]
    public Task The_document_and_the_controls_follow_each_other() => site.VisitAsync(Blank, async page =>
    {
        await page.UnfoldAsync();
        await page.Issue("drought-release").GetByLabel("A point").CheckAsync();
        await page.At("/terms/drought-release/value").FillAsync("30");
        Assert.Equal(30, (await page.DocumentAsync())["terms"]!["drought-release"]!.GetValue<double>());

        var document = await page.DocumentAsync();
        document["terms"] = new JsonObject { ["data-exchange"] = 40, ["gone"] = 1 };
        document["draws"] = 400;
        await page.At("").FillAsync(document.ToJsonString());
        Assert.Equal(40, Assert.Single(await page.Issue("data-exchange").HandlesAsync()));
        Assert.Empty(await page.Issue("drought-release").HandlesAsync());
        await Assertions.Expect(page.At("/draws")).ToHaveValueAsync("400");
        await page.At("/terms/gone").ClickAsync();
        Assert.False((await page.DocumentAsync())["terms"]!.AsObject().ContainsKey("gone"));

        await page.At("").FillAsync("{ \"title\": \"x\",\n  oops }");
        await Assertions.Expect(page.Locator(".field-with-problem", new() { Has = page.At("") }).Locator(".problem-line")).ToContainTextAsync("not JSON at line 2");
        Assert.Equal(40, Assert.Single(await page.Issue("data-exchange").HandlesAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(page.At("")).Not.ToHaveValueAsync(new System.Text.RegularExpressions.Regex("oops"));
    });

    [Fact]
    public async Task Judgements_are_named_as_the_engine_names_them()
    {
        var asked = Api.Shipped("us-28-points");
        (asked["draws"], asked["analyses"]) = (2000, new JsonArray("drivers"));
        asked["drivers"] = new JsonObject { ["points"] = 256, ["resamples"] = 20 };
        var id = await site.Api.EvaluateAsync(asked);
        var named = (await site.Api.GetAsync($"/api/scenarios/{id}/report/drivers"))["outputs"]!.AsArray()
            .SelectMany(output => output!["largest"]!.AsArray()).Select(each => (Pointer: $"{each!["pointer"]}", Name: $"{each["name"]}"))
            .Where(each => !each.Pointer.StartsWith("/terms", StringComparison.Ordinal) && !each.Pointer.StartsWith("/factors", StringComparison.Ordinal)).Distinct().ToList();
        Assert.InRange(named.Count, 10, 100);

        await site.VisitAsync("#/compose?situation=ukraine-settlement", async page =>
        {
            foreach (var (pointer, name) in named)
            {
                await page.GetByRole(AriaRole.Searchbox).FillAsync(pointer);
                await Assertions.Expect(page.Locator(".found li", new() { Has = page.GetByText(pointer, new() { Exact = true }) }).Locator(".found-name")).ToHaveTextAsync(name);
            }
        });
    }

    private async Task<JsonObject> SituationAsync() => (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.AsObject();

    private async Task<JsonObject> IssueAsync(string id) => (await SituationAsync())["issues"]![id]!.AsObject();

    private static double Number(JsonNode? judgement, string member) => judgement![member]!.GetValue<double>();

    private static void AssertInOrder(double[] handles)
    {
        Assert.Equal(3, handles.Length);
        Assert.Equal(handles.Order(), handles);
        Assert.All(handles, each => Assert.InRange(each, 0, 100));
    }

    private static void AssertSame(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}, not {actual?.ToJsonString()}");
}
