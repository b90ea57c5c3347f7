using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>The record of earlier settlements that lasting is judged from, chosen for one scenario.</summary>
public sealed class BaseClassTests(Site site)
{
    private const string Chosen = "ucdp-interstate";

    [Fact]
    public Task A_record_chosen_is_the_one_that_survival_starts_from() => site.VisitAsync("#/compose?from=shipped:freeze-on-the-line", async page =>
    {
        var hazard = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["hazard"]!;
        var records = page.GetByRole(AriaRole.Group, new() { Name = "Earlier settlements" });
        await Assertions.Expect(records.GetByRole(AriaRole.Radio)).ToHaveCountAsync(hazard["classes"]!.AsObject().Count);
        await Assertions.Expect(records.GetByLabel($"{hazard["classes"]![$"{hazard["baseClass"]}"]!["name"]} (the situation's choice)")).ToBeCheckedAsync();
        await records.GetByLabel($"{hazard["classes"]![Chosen]!["name"]}").CheckAsync();
        await page.ShootAsync("compose-record-1280-light");
        var id = await page.SendAsync();
        await site.Api.EndAsync(id);

        Assert.Equal(Chosen, $"{(await site.Api.GetAsync($"/api/scenarios/{id}/inputs"))["assumptions"]!["baseClass"]}");
        Assert.Equal(Chosen, $"{(await site.Api.GetAsync($"/api/scenarios/{id}/report/durability"))["baseClass"]}");
        await page.GotoAsync($"/#/scenarios/{id}/durability");
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "what this deal starts from" })).ToContainTextAsync($"{hazard["classes"]![Chosen]!["name"]}");
    });

    [Fact]
    public Task The_situation_s_own_choice_is_no_assumption_of_the_scenario() => site.VisitAsync("#/compose?from=shipped:freeze-on-the-line", async page =>
    {
        await page.UnfoldAsync();
        var before = (await page.DocumentAsync()).ToJsonString();
        var records = page.GetByRole(AriaRole.Group, new() { Name = "Earlier settlements" }).GetByRole(AriaRole.Radio);
        await records.Last.CheckAsync();
        Assert.NotEqual(before, (await page.DocumentAsync()).ToJsonString());
        await records.First.CheckAsync();
        Assert.Equal(before, (await page.DocumentAsync()).ToJsonString());
    });

    [Fact]
    public Task A_record_that_is_none_is_told_at_the_records() => site.VisitAsync("#/compose?from=shipped:freeze-on-the-line", async page =>
    {
        await page.UnfoldAsync();
        var document = await page.DocumentAsync();
        document["assumptions"] = new JsonObject { ["baseClass"] = "peace-treaties" };
        await page.At("").FillAsync(document.ToJsonString());
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Earlier settlements" })).ToContainTextAsync("peace-treaties is not a class of ukraine-settlement");
    });

    [Fact]
    public Task A_record_where_the_situation_has_none_can_be_taken_out() => site.VisitAsync("#/compose?situation=blue-nile-dam", async page =>
    {
        await page.UnfoldAsync();
        var document = await page.DocumentAsync();
        document["assumptions"] = new JsonObject { ["baseClass"] = Chosen };
        await page.At("").FillAsync(document.ToJsonString());
        var records = page.GetByRole(AriaRole.Group, new() { Name = "Earlier settlements" });
        await Assertions.Expect(records).ToContainTextAsync($"{Chosen} is not a class of blue-nile-dam; it has none.");
        await records.GetByRole(AriaRole.Button, new() { Name = "Take it out" }).ClickAsync();
        await Assertions.Expect(records).ToHaveCountAsync(0);
        Assert.False((await page.DocumentAsync()).ContainsKey("assumptions"));
    });

    [Fact]
    public async Task A_sweep_shows_the_record_that_its_variants_start_from()
    {
        var sweep = Sample.Sweep(steps: 2);
        sweep["base"] = Api.Shipped("freeze-on-the-line");
        sweep["base"]!["assumptions"] = new JsonObject { ["baseClass"] = Chosen };
        sweep["vary"] = new JsonObject { ["format"] = new JsonArray(20, 80) };
        sweep["outputs"] = new JsonArray(new JsonObject { ["survival"] = 10 });
        var id = await site.Api.SweepAsync(sweep);
        await site.VisitAsync($"#/sweeps/{id}", async page =>
        {
            await page.UnfoldAsync();
            var ranges = page.GetByRole(AriaRole.Figure, new() { Name = "What can be had together" }).Locator(".judgements");
            await Assertions.Expect(ranges).ToContainTextAsync("broke within ten years: Wars between states: armed conflict again after a quiet year");
        });
    }

    [Fact]
    public async Task The_situation_s_own_record_chosen_outright_makes_no_difference()
    {
        var hazard = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["hazard"]!;
        var scenario = Api.Shipped("freeze-on-the-line");
        scenario["assumptions"] = new JsonObject { ["baseClass"] = $"{hazard["baseClass"]}" };
        var same = await site.Api.EvaluateAsync(scenario);
        await site.VisitAsync($"#/compare?ids={site.Freeze},{same}", page => Assertions.Expect(page.GetByText("They differ in what they assume")).ToHaveCountAsync(0));
    }

    [Fact]
    public async Task A_comparison_tells_who_starts_from_another_record_and_cites_both()
    {
        var scenario = Api.Shipped("freeze-on-the-line");
        scenario["assumptions"] = new JsonObject { ["baseClass"] = Chosen };
        var other = await site.Api.EvaluateAsync(scenario);

        await site.VisitAsync($"#/compare?ids={site.Freeze},{other}", async page =>
        {
            await Assertions.Expect(page.GetByText("B: lasting judged from the record of “Wars between states: armed conflict again after a quiet year”")).ToBeVisibleAsync();
            await page.UnfoldAsync();
            var entries = page.GetByRole(AriaRole.Figure, new() { Name = "Would they last, and are they lawful?" }).Locator(".source-entries");
            await Assertions.Expect(entries.GetByText("data:gml-mid", new() { Exact = true })).ToBeVisibleAsync();
            await Assertions.Expect(entries.GetByText("data:ucdp-acd", new() { Exact = true })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("B: The record that it starts from").First).ToBeVisibleAsync();
        });
        await site.VisitAsync($"#/compare?ids={site.Freeze},{site.Proposal}", async page =>
        {
            await page.UnfoldAsync();
            var entries = page.GetByRole(AriaRole.Figure, new() { Name = "Would they last, and are they lawful?" }).Locator(".source-entries");
            await Assertions.Expect(entries.GetByText("data:ucdp-acd", new() { Exact = true })).ToHaveCountAsync(0);
        });
    }
}
