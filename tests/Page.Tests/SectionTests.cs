using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What the sections show of what follows, holds and is measured is what the interface answers.</summary>
public sealed class SectionTests(Site site)
{
    private static readonly string[] Combinations = ["both", "shortOnly", "longOnly", "neither"];

    [Fact]
    public Task Trajectories_have_every_year_with_its_band() => site.VisitAsync($"#/scenarios/{site.Everything}/effects", async page =>
    {
        await page.UnfoldAsync();
        var shown = await page.GetByRole(AriaRole.Figure, new() { Name = "How it unfolds, year by year" }).NumbersAsync();
        var effects = await PartAsync(site.Everything, "effects");

        var levels = effects.Members().SelectMany(effect => effect.Value["trajectory"].Items().Select(level => (Name: $"{effect.Value["name"]}, year {level["year"]}", Level: level, Effect: effect.Value))).ToList();
        Assert.Equal(levels.Count, shown.Count);
        foreach (var (name, level, effect) in levels)
        {
            double[] without = $"{level["year"]}" == $"{effect["long"]!["year"]}" ? [effect["long"]!["mean"].Value() - effect["againstNoDeal"].Value()] : [];
            Assert.Equal([level["mean"].Value(), level["low80"].Value(), level["high80"].Value(), .. without], shown[name]);
        }

        var conflicts = effects.Members().Where(effect => effect.Value["conflictOfSigns"]!.GetValue<bool>()).ToList();
        Assert.NotEmpty(conflicts);
        var named = await page.Locator("figure").First.Locator("svg.chart text, .still .told").AllTextContentsAsync();
        Assert.Equal(conflicts.Count, named.Count(words => words.Contains('⇅', StringComparison.Ordinal)));
    });

    [Fact]
    public Task Choosing_an_effect_makes_the_paths_that_explain_it_stand_out() => site.VisitAsync($"#/scenarios/{site.Everything}/effects", async page =>
    {
        var effect = (await PartAsync(site.Everything, "effects"))["recurrence-risk"]!;
        await page.GetByLabel("What leads to", new() { Exact = true }).SelectOptionAsync("recurrence-risk");

        var paths = effect["paths"].Items().ToList();
        Assert.Equal(paths.Select(path => $"{path["text"]}"), await page.Locator(".paths ol .told").AllInnerTextsAsync());
        var links = paths.SelectMany(path => path["links"].Items()).Select(link => $"{link}").Distinct().Order().ToList();
        var main = await page.Locator(".web-main").EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.link)");
        Assert.Equal(links, main.Order());
        Assert.Contains("effect=recurrence-risk", page.Url, StringComparison.Ordinal);

        await page.GetByLabel("what leads to it").CheckAsync();
        Assert.Equal(links, (await page.Locator(".web-main").EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.link)")).Order());
        await page.ShootAsync("effect-chosen-1280-light");
    });

    [Fact]
    public Task The_web_has_every_link_of_the_situation_with_its_sign_and_weight() => site.VisitAsync($"#/scenarios/{site.Everything}/effects", async page =>
    {
        var links = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["links"].Members().ToList();
        await page.UnfoldAsync();

        var figure = page.GetByRole(AriaRole.Figure, new() { Name = "What leads to what" });
        var shown = await figure.Locator("tbody tr").EvaluateAllAsync<double[][]>("rows => rows.map(row => [...row.querySelectorAll('td[data-value]')].map(cell => Number(cell.dataset.value)))");
        Assert.Equal(
            links.Select(link => new[] { link.Value["weight"]!["mode"].Number(), link.Value["weight"]!["low"].Number(), link.Value["weight"]!["high"].Number(), link.Value["delay"]?.Number() ?? 1 }),
            shown);
        var dashed = await figure.Locator(".web-link:has(path[stroke-dasharray])").EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.link)");
        Assert.Equal(links.Where(link => link.Value["weight"]!["mode"].Number() < 0).Select(link => link.Key), dashed);
    });

    [Fact]
    public Task Survival_stands_beside_the_base_rate_and_every_record() => site.VisitAsync($"#/scenarios/{site.Everything}/durability", async page =>
    {
        await page.UnfoldAsync();
        var durability = await PartAsync(site.Everything, "durability");
        var shown = await page.GetByRole(AriaRole.Figure, new() { Name = "How likely it still holds" }).NumbersAsync();
        var others = durability["classes"].Members().Where(each => each.Key != $"{durability["baseClass"]}").ToList();

        foreach (var (place, year) in durability["survival"].Items().Index())
        {
            Assert.Equal(
                [year["mean"].Value(), year["low80"].Value(), year["high80"].Value(), year["baseRate"].Number(), .. others.Select(each => each.Value["survival"]![place].Number())],
                shown[$"{year["year"]}"]);
        }

        var factors = await page.GetByRole(AriaRole.Figure, new() { Name = "What makes it hold or break" }).NumbersAsync();
        foreach (var factor in durability["factors"].Items())
            Assert.Equal([factor["level"].Value(), factor["part"].Value(), Math.Exp(factor["part"].Value())], factors[$"{factor["name"]}"], (one, other) => Math.Abs(one - other) < 1e-12);
        await PairAsync(page);
    });

    [Fact]
    public Task Where_nothing_can_be_said_the_engine_s_reason_stands() => site.VisitAsync($"#/scenarios/{site.Offers}/durability", async page =>
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"{(await PartAsync(site.Offers, "durability"))["reason"]}"));

    [Fact]
    public Task The_measures_are_told_with_the_texts_of_the_law_and_their_sources() => site.VisitAsync($"#/scenarios/{site.Everything}/measures", async page =>
    {
        await page.UnfoldAsync();
        var measures = await PartAsync(site.Everything, "measures");
        await PairAsync(page);

        var distances = await page.GetByRole(AriaRole.Figure, new() { Name = "Whose deal is it?" }).NumbersAsync();
        foreach (var (_, side) in measures["subordination"]!["principals"].Members().Concat(measures["subordination"]!["others"].Members()))
            Assert.Equal([side["distance"].Value(), side["distance"]!["standardError"].Number()], distances[$"{side["name"]}"]);

        var figure = page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Is it lawful") });
        var tests = await figure.NumbersAsync();
        foreach (var (_, test) in measures["legality"]!["tests"].Members())
        {
            Assert.Equal([test["lawful"].Value(), test["lawful"]!["standardError"].Number()], tests[$"{test["name"]}"]);
            var told = figure.Locator(".tests > li").Filter(new() { HasText = $"{test["name"]}" });
            await Assertions.Expect(told).ToContainTextAsync($"{test["text"]}");
            await Assertions.Expect(told).ToContainTextAsync($"{test["source"]}");
        }
    });

    [Fact]
    public Task Soon_and_later_are_told_by_what_has_to_come_about_and_not_as_good_news() => site.VisitAsync($"#/scenarios/{site.Everything}/measures", async page =>
    {
        var pair = (await PartAsync(site.Everything, "measures"))["outcomePair"]!;
        var figure = page.GetByRole(AriaRole.Figure, new() { Name = "Soon and later" });
        await page.UnfoldAsync();

        var (soon, later) = (ComesAbout(pair["short"]!), ComesAbout(pair["long"]!));
        await Assertions.Expect(figure).ToContainTextAsync($"Soon: {soon} in year {pair["short"]!["year"]} ({Reading.Share(pair["short"]!["probability"].Value())}).");
        await Assertions.Expect(figure).ToContainTextAsync($"Later: {later} in year {pair["long"]!["year"]} ({Reading.Share(pair["long"]!["probability"].Value())}).");
        Assert.Equal(
            [$"Both: {soon}, {later}", $"Only {soon}, in year {pair["short"]!["year"]}", $"Only {later}, in year {pair["long"]!["year"]}", "Neither"],
            (await figure.NumbersAsync()).Keys);
        Assert.DoesNotMatch("succe|achiev|safer", await figure.Locator("figcaption").InnerTextAsync());
    });

    /// <summary>An event that wants less comes about below its threshold.</summary>
    private static string ComesAbout(JsonNode happening)
    {
        var threshold = happening["threshold"].Number();
        var sign = threshold < 0 ? "−" : threshold > 0 ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"“{happening["name"]}” at {sign}{Math.Abs(threshold):0.00} or {($"{happening["wants"]}" == "more" ? "above" : "below")}");
    }

    private async Task PairAsync(IPage page)
    {
        var pair = (await PartAsync(site.Everything, "measures"))["outcomePair"]!;
        var shown = await page.GetByRole(AriaRole.Figure, new() { Name = "Soon and later" }).NumbersAsync();
        Assert.Equal(
            Combinations.Select(each => pair[each].Value()),
            shown.Values.Select(each => each[0]));
        Assert.Equal(1, shown.Values.Sum(each => each[0]), 1e-9);
    }

    private async Task<JsonObject> PartAsync(string id, string part) => await site.Api.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/scenarios/{id}/report/{part}"));
}
