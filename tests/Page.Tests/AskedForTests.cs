using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>The analyses that a scenario has to ask for: what is shown of them is what the interface answers.</summary>
public sealed class AskedForTests(Site site)
{
    private static readonly string[] Restraints = ["nothingToGain", "credibleSanction", "inescapableSanction", "escapableSanction", "none"];
    private static readonly string[] Concepts = ["nash", "seq", "smr", "gmr"];
    private static readonly string[] Indices = ["total", "first"];

    [Fact]
    public Task What_nobody_asked_for_is_at_one_click() => site.VisitAsync($"#/scenarios/{site.OtherSituation}/stability", async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).ClickAsync();

        await page.WaitForFunctionAsync("before => location.hash.endsWith('/stability') && !location.hash.includes(before)", site.OtherSituation);
        await Assertions.Expect(page.GetByRole(AriaRole.Figure, new() { Name = "What keeps each to the deal" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        var id = page.Url.Split('/')[^2];
        var (before, after) = (await site.Api.GetAsync($"/api/scenarios/{site.OtherSituation}/inputs"), await site.Api.GetAsync($"/api/scenarios/{id}/inputs"));
        Assert.Equal(before["terms"]!.ToJsonString(), after["terms"]!.ToJsonString());
        Assert.Contains("stability", after["analyses"]!.ToJsonString(), StringComparison.Ordinal);
    });

    [Fact]
    public Task What_keeps_each_to_the_deal_and_which_states_last() => site.VisitAsync($"#/scenarios/{site.Everything}/stability", async page =>
    {
        await page.UnfoldAsync();
        var stability = await PartAsync(site.Everything, "stability");
        var shown = await page.GetByRole(AriaRole.Figure, new() { Name = "What keeps each to the deal" }).NumbersAsync();
        var owners = stability["compliance"].Members().Select(each => each.Value).ToArray();
        // Who has no move of its own is told in words, and is no firm hold.
        Assert.Contains(owners, owner => !owner["canMove"]!.GetValue<bool>());
        Assert.Equal(owners.Where(owner => owner["canMove"]!.GetValue<bool>()).Select(owner => $"{owner["name"]}"), shown.Keys);
        foreach (var owner in owners)
        {
            if (shown.TryGetValue($"{owner["name"]}", out var shares))
                Assert.Equal(Restraints.Select(each => owner["restraints"]![each].Value()), shares);
            await Assertions.Expect(page.Locator(".move-words")).ToContainTextAsync($"{owner["text"]}");
        }

        var options = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["options"]!;
        var states = await page.GetByRole(AriaRole.Figure, new() { Name = "Which states of affairs last" }).NumbersAsync();
        Assert.Equal(Joint(stability["deal"]!), states["Deal: everybody keeps to it"]);
        foreach (var state in stability["mostStable"].Items().Where(each => each["options"]!.AsArray().Count > 0))
        {
            var words = string.Join("; ", state["options"].Items().Select(each => $"{options[$"{each}"]!["name"]}"));
            Assert.Equal(Joint(state), states.Single(each => each.Key.EndsWith(": " + words, StringComparison.Ordinal)).Value);
        }

        // One reading throughout: how often each is stable, never how often it is not.
        Assert.Equal(
            states.Select(each => $"stable, counting answers in the others' interest, {Reading.InDraws(each.Value[1], 400)}."),
            (await page.Locator(".states li").AllInnerTextsAsync()).Select(words => words.Split(": ")[^1]));

        static IEnumerable<double> Joint(JsonNode state) => Concepts.Select(each => state["joint"]![each].Value());
    });

    [Fact]
    public Task Where_each_method_ends_on_every_issue_and_why_one_has_no_answer() => site.VisitAsync($"#/scenarios/{site.Everything}/bargaining", async page =>
    {
        await page.UnfoldAsync();
        var bargaining = await PartAsync(site.Everything, "bargaining");
        var shown = await page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Where each method ends") }).NumbersAsync();
        var names = new Dictionary<string, string>
        {
            ["compromiseMean"] = "Compromise",
            ["nash"] = "Nash",
            ["kalaiSmorodinsky"] = "Kalai–Smor.",
            ["spatialModel"] = "Spatial model",
            ["equalGainExchange"] = "Exchange",
        };
        foreach (var (method, outcome) in bargaining["outcomes"].Members())
        {
            foreach (var (_, issue) in outcome["issues"].Members())
            {
                double?[] numbers = [issue["atModes"]?.Number(), issue["mean"]?["value"].Number(), issue["low80"]?["value"].Number(), issue["high80"]?["value"].Number()];
                Assert.Equal(numbers.OfType<double>(), shown[$"{issue["name"]}, {names[method]}"]);
            }

            if (outcome["reason"] is { } reason)
                await Assertions.Expect(page.Locator(".method-answers")).ToContainTextAsync($"{reason}");
        }
    });

    [Fact]
    public Task Who_would_sign_where_a_method_ends_is_told_beside_it_and_nothing_where_it_ends_nowhere() => site.VisitAsync($"#/scenarios/{site.Everything}/bargaining", async page =>
    {
        var outcomes = (await PartAsync(site.Everything, "bargaining"))["outcomes"].Members().Select(each => each.Value).ToList();
        var told = await page.Locator(".method-answers li").AllInnerTextsAsync();
        Assert.Equal(outcomes.Count, told.Count);
        Assert.Contains(outcomes, outcome => outcome["acceptance"] is not null);
        // Two samples, each by its name.
        Assert.All(told, words => Assert.Contains("of the draws that bargaining is tried on", words, StringComparison.Ordinal));
        foreach (var (outcome, words) in outcomes.Zip(told))
        {
            if (outcome["acceptance"] is not { } acceptance)
            {
                Assert.DoesNotContain("who would sign", words, StringComparison.Ordinal);
                continue;
            }

            Assert.Contains("in how many of 400 draws of the scenario: ", words, StringComparison.Ordinal);
            var each = acceptance["stakeholders"].Members().Select(signer => $"{signer.Value["name"]} {Reading.ShareOrNone(signer.Value["probability"].Value())}");
            Assert.EndsWith($"all together {Reading.ShareOrNone(acceptance["joint"].Value())}; {string.Join(", ", each)}.", words, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public Task Every_label_of_the_bargaining_can_be_read(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/bargaining",
        async page =>
        {
            foreach (var chart in await page.Locator("svg.chart").AllAsync())
                Assert.Empty(await chart.OverlappingLabelsAsync());
        },
        width);

    [Fact]
    public Task On_a_phone_judgements_keep_their_own_names_and_the_views_stand_in_one_line() => site.VisitAsync(
        $"#/scenarios/{site.Offers}/drivers",
        async page =>
        {
            var tops = await page.Locator(".masthead nav a").EvaluateAllAsync<double[]>("links => links.map(link => link.getBoundingClientRect().top)");
            Assert.Single(tops.Distinct());
            await page.UnfoldAsync();
            foreach (var figure in await page.GetByRole(AriaRole.Figure).Filter(new() { Has = page.Locator("svg.chart") }).AllAsync())
            {
                var names = (await figure.Locator("tbody th").AllInnerTextsAsync()).Select(Packed).ToList();
                var labels = (await figure.Locator("svg.chart text").AllTextContentsAsync()).Select(label => Packed(label).TrimEnd('…')).Where(label => label.Length > 8).ToList();
                foreach (var name in names)
                    Assert.Single(labels, label => name.StartsWith(label, StringComparison.Ordinal));
            }

            static string Packed(string text) => string.Concat(text.Where(each => !char.IsWhiteSpace(each)));
        },
        360);

    [Fact]
    public Task Positions_by_round_and_why_each_moved() => site.VisitAsync($"#/scenarios/{site.Everything}/bargaining?issue=guarantees", async page =>
    {
        await page.UnfoldAsync();
        var bargaining = await PartAsync(site.Everything, "bargaining");
        var place = bargaining["spreads"].Members().Select(each => each.Key).ToList().IndexOf("guarantees");
        var shown = await page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Round by round") }).NumbersAsync();
        foreach (var round in bargaining["rounds"].Items())
        {
            foreach (var (id, actor) in bargaining["actors"].Members())
                Assert.Equal([round["actors"]![id]!["positions"]![place].Number()], shown[$"{actor["name"]}, round {round["turn"]}"]);
        }

        Assert.Equal(
            bargaining["rounds"].Items().SelectMany(round => round["moves"].Items()).Select(move => $"{move["text"]}"),
            await page.Locator(".moves .told").AllInnerTextsAsync());
    });

    [Fact]
    public Task What_drives_it_has_the_interface_s_swings_indices_and_boxes() => site.VisitAsync($"#/scenarios/{site.Offers}/drivers", async page =>
    {
        await page.UnfoldAsync();
        var output = (await PartAsync(site.Offers, "drivers"))["outputs"]![0]!;
        var swings = await page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^How far one judgement moves the mean") }).NumbersAsync();
        foreach (var swing in output["tornado"].Items())
            Assert.Equal([swing["low"].Value(), swing["high"].Value(), swing["swing"].Value()], swings[$"{swing["name"]}"].Take(3));

        var indices = await page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Where the uncertainty comes from") }).NumbersAsync();
        foreach (var input in output["largest"].Items())
            Assert.Equal(Indices.SelectMany(each => NumbersOf(input[each]!)), indices[$"{input["name"]}"]);

        // An index that is not above 0 is told by words, in the table and in the file.
        var words = output["largest"].Items().Sum(input => Indices.Count(each => !IsAboveZero(input[each]!)));
        var figure = page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Where the uncertainty comes from") });
        await Assertions.Expect(figure.GetByRole(AriaRole.Cell, new() { Name = "not distinguishable from 0" })).ToHaveCountAsync(words);
        var download = await page.DownloadedByAsync(figure.GetByRole(AriaRole.Button, new() { NameRegex = new("as CSV$") }));
        Assert.Equal(words, (await File.ReadAllTextAsync((await download.PathAsync())!)).Split("not distinguishable from 0").Length - 1);
        Assert.NotEqual(0, words);

        static IEnumerable<double> NumbersOf(JsonNode index) => [.. IsAboveZero(index) ? [index.Value()] : Array.Empty<double>(), index["low95"].Number(), index["high95"].Number()];
        static bool IsAboveZero(JsonNode index) => index["isAboveZero"]!.GetValue<bool>();

        var box = output["boxes"]!["boxes"]![0]!;
        var told = page.Locator(".boxes");
        await Assertions.Expect(told).ToContainTextAsync(Reading.Share(box["fresh"]!["density"].Value()));
        foreach (var limit in box["limits"].Items())
            await Assertions.Expect(told.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"{limit["name"]}" })).ToContainTextAsync(limit["high"] is null ? "at least" : "at most");
    });

    [Fact]
    public Task An_output_that_hangs_on_nothing_says_so() => site.VisitAsync($"#/scenarios/{site.Everything}/drivers", async page =>
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"{(await PartAsync(site.Everything, "drivers"))["outputs"]![0]!["reason"]}"));

    [Fact]
    public Task An_offer_says_who_gives_what_whom_it_pleases_and_who_would_sign() => site.VisitAsync($"#/scenarios/{site.Offers}/counter-offers", async page =>
    {
        await page.UnfoldAsync();
        var offers = (await PartAsync(site.Offers, "counterOffers"))["offers"].Items().SelectMany(offer => offer["sturdier"] is { } sturdier ? new[] { offer, sturdier } : [offer]).ToList();
        Assert.NotEmpty(offers);
        await OffersAsync(page, offers);
    });

    [Fact]
    public Task A_clash_names_the_red_lines_and_what_comes_nearest() => site.VisitAsync($"#/scenarios/{site.Everything}/counter-offers", async page =>
    {
        await page.UnfoldAsync();
        var clash = (await PartAsync(site.Everything, "counterOffers"))["clash"]!;
        var figure = page.GetByRole(AriaRole.Figure, new() { Name = "Where red lines clash" });
        var shown = await figure.NumbersAsync();
        foreach (var (_, gap) in clash["gaps"].Members())
        {
            Assert.Equal([gap["from"].Number(), gap["to"].Number(), gap["points"].Number()], shown[$"{gap["name"]}"].Take(3));
            await Assertions.Expect(figure.Locator(".move-words")).ToContainTextAsync($"{gap["text"]}");
        }

        await OffersAsync(page, [.. clash["nearest"].Items()]);
    });

    private static async Task OffersAsync(IPage page, List<JsonNode> offers)
    {
        await Assertions.Expect(page.Locator(".offer")).ToHaveCountAsync(offers.Count);
        foreach (var (place, offer) in offers.Index())
        {
            var shown = page.Locator($"[data-offer='{place + 1}']");
            await Assertions.Expect(shown).ToContainTextAsync($"{offer["text"]}");
            await Assertions.Expect(shown.GetByText("fragile", new() { Exact = true })).ToHaveCountAsync(offer["fragile"]!.GetValue<bool>() ? 1 : 0);
            var moves = await shown.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Who gives what") }).NumbersAsync();
            Assert.Equal(offer["moves"]!.AsObject().Count, moves.Count);
            foreach (var (_, move) in offer["moves"].Members())
            {
                Assert.Equal([move["from"].Number(), move["to"].Number(), move["cost"].Number()], moves[$"{move["name"]}"]);
                await Assertions.Expect(shown.Locator(".move-words")).ToContainTextAsync($"{move["text"]}");
            }

            var changes = await shown.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Whom it pleases") }).NumbersAsync();
            foreach (var (id, change) in offer["changes"].Members())
            {
                Assert.Equal(change["points"].Value(), changes[$"{change["name"]}"][0]);
                if (offer["acceptance"]!["stakeholders"]![id] is { } signer)
                    Assert.Equal([signer["probability"]!["freshDraws"].Value(), signer["probability"]!["fixedDraws"].Value()], changes[$"{change["name"]}"][1..3]);
            }
        }
    }

    private Task<JsonObject> PartAsync(string id, string part) => site.Api.GetAsync($"/api/scenarios/{id}/report/{part}");
}
