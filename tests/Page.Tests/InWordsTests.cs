using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Figures say in words what their marks and numbers mean, with the interface's numbers.</summary>
public sealed class InWordsTests(Site site)
{
    private static readonly string[] Concepts = ["nobody looks ahead Nash", "answers in the others' interest count SEQ", "any answer without an escape counts SMR", "any answer counts GMR"];

    private static readonly Dictionary<string, string> Restraints = new()
    {
        ["nothingToGain"] = "nothing to gain",
        ["credibleSanction"] = "a credible answer",
        ["inescapableSanction"] = "an answer without escape",
        ["escapableSanction"] = "an answer with an escape",
        ["none"] = "nothing",
    };

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public Task A_bar_of_what_holds_says_what_or_its_number_in_the_key_apart_from_how_often(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/stability",
        async page =>
        {
            var compliance = (await PartAsync("stability"))["compliance"]!;
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "What keeps each to the deal" });
            var texts = await TextsAsync(figure);
            Assert.DoesNotContain(texts, text => text.Length > 2 && char.IsDigit(text[0]) && text[1] == ' ');
            foreach (var (_, owner) in compliance.Members().Where(each => each.Value["canMove"]!.GetValue<bool>()))
            {
                var (kind, held) = owner["restraints"].Members().MaxBy(each => each.Value.Value());
                var often = Reading.Share(held.Value()).Spaced().Replace("about ", "", StringComparison.Ordinal).Replace("under ", "<", StringComparison.Ordinal).Replace("over ", ">", StringComparison.Ordinal);
                var place = Restraints.Keys.ToList().IndexOf(kind) + 1;
                Assert.Contains(texts, text => text == $"{Restraints[kind]}, {often}" || text == string.Create(CultureInfo.InvariantCulture, $"({place}) {often}"));
            }

            Assert.Empty(await figure.Locator("svg.chart").OverlappingLabelsAsync());
            var states = page.GetByRole(AriaRole.Figure, new() { Name = "Which states of affairs last" });
            Assert.Equal(Concepts, (await TextsAsync(states)).Where(Concepts.Contains));
            Assert.Empty(await states.Locator("svg.chart").OverlappingLabelsAsync());
            await page.ShootAsync(string.Create(CultureInfo.InvariantCulture, $"stability-{width}-light"));
        },
        width);

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public Task Where_red_lines_clash_the_ends_say_whose_they_are_and_the_deal_has_a_mark(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/counter-offers",
        async page =>
        {
            var gaps = (await PartAsync("counterOffers"))["clash"]!["gaps"].Members().ToList();
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "Where red lines clash" });
            await Assertions.Expect(figure.Locator(".key")).ToContainTextAsync("the deal as it is");
            var texts = await TextsAsync(figure);
            foreach (var (_, gap) in gaps)
            {
                foreach (var line in gap["redLines"].Items())
                {
                    var bound = line["atLeast"] is { } least ? $"{line["name"]} at least {Whole(least)} ▸" : $"◂ {line["name"]} at most {Whole(line["atMost"]!)}";
                    Assert.Contains(texts, text => text.Contains(bound.Trim('◂', '▸', ' '), StringComparison.Ordinal));
                }
            }

            Assert.Empty(await figure.Locator("svg.chart").OverlappingLabelsAsync());
            await page.UnfoldAsync();
            var numbers = await figure.NumbersAsync();
            var terms = Api.Shipped("us-28-points")["terms"]!;
            foreach (var (issue, gap) in gaps)
                Assert.Equal(terms[issue] is JsonValue term ? term.Number() : (terms[issue]!["mode"] ?? terms[issue]!["value"]!).Number(), numbers[$"{gap["name"]}"][^1]);

            var setAside = page.Locator(".set-aside").First;
            var first = (await PartAsync("counterOffers"))["clash"]!["nearest"].Items().First(offer => offer["setAside"] is not null);
            await Assertions.Expect(setAside.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(first["setAside"].Items().Select(line => $"{line["name"]}").Distinct().Count());
            await page.ShootAsync(string.Create(CultureInfo.InvariantCulture, $"clash-{width}-light"));
        },
        width);

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public Task Soon_and_later_say_in_every_cell_what_the_events_mean(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/measures",
        async page =>
        {
            var pair = (await PartAsync("measures"))["outcomePair"]!;
            var effects = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["effects"]!;
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "Soon and later" });
            var texts = await TextsAsync(figure);
            foreach (var (when, happening) in new[] { ("soon", pair["short"]!), ("later", pair["long"]!) })
            {
                var meaning = $"{effects[$"{happening["effect"]}"]![$"{happening["wants"]}" == "more" ? "whenPositive" : "whenNegative"]}";
                Assert.Equal(2, texts.Count(text => text.Contains($"{when}: {meaning}", StringComparison.Ordinal)));
                Assert.Equal(2, texts.Count(text => text.Contains($"{when}: not so, or less so", StringComparison.Ordinal)));
            }

            Assert.Empty(await figure.Locator("svg.chart").OverlappingLabelsAsync());
            await page.ShootAsync(string.Create(CultureInfo.InvariantCulture, $"soon-{width}-light"));
        },
        width);

    [Fact]
    public Task A_comparison_says_what_its_two_events_mean() => site.VisitAsync($"#/compare?ids={site.Proposal},{site.Freeze}", async page =>
    {
        var situation = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!;
        var figure = page.GetByRole(AriaRole.Figure, new() { Name = "Would they last, and are they lawful?" });
        foreach (var (_, happening) in situation["measures"]!["outcomePair"].Members().Where(each => each.Key is "short" or "long"))
        {
            var effect = situation["effects"]![$"{happening["effect"]}"]!;
            await Assertions.Expect(figure.Locator("figcaption")).ToContainTextAsync($"in year {happening["year"]} ({effect[$"{happening["wants"]}" == "more" ? "whenPositive" : "whenNegative"]})");
        }
    });

    [Fact]
    public Task The_records_say_how_many_still_held_and_the_curve_has_years_after_signing() => site.VisitAsync($"#/scenarios/{site.Everything}/durability", async page =>
    {
        var figure = page.GetByRole(AriaRole.Figure, new() { Name = "How likely it still holds" });
        foreach (var (place, (_, record)) in (await PartAsync("durability"))["classes"].Members().Index())
        {
            var held = Math.Round(100 * (1 - record["share10"].Number()), MidpointRounding.AwayFromZero);
            await Assertions.Expect(figure.Locator(".records li").Nth(place)).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{held}\u00a0% of {record["cases10"].Number():N0} still held after ten years"));
        }

        Assert.Contains("years after signing", await TextsAsync(figure));
        await page.ShootAsync("durability-1280-light");
    });

    [Theory]
    [InlineData(360)]
    [InlineData(1600)]
    public Task The_lines_of_the_rounds_are_named_where_they_begin_and_end_and_one_can_stand_out(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/bargaining?issue=guarantees",
        async page =>
        {
            var bargaining = await PartAsync("bargaining");
            var place = bargaining["spreads"].Members().Select(each => each.Key).ToList().IndexOf("guarantees");
            var figure = page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^Round by round") });
            var texts = await TextsAsync(figure);
            Assert.Contains("round", texts);
            foreach (var (_, actor) in bargaining["actors"].Members())
                Assert.Equal(width < 620 ? 1 : 2, texts.Count(text => text == $"{actor["name"]}"));
            Assert.Empty(await figure.Locator("svg.chart").OverlappingLabelsAsync());

            await figure.GetByLabel("Stands out", new() { Exact = true }).SelectOptionAsync("russia");
            await Assertions.Expect(figure.Locator("svg.chart")).ToContainTextAsync("▸ Russia");
            Assert.Contains("actor=russia", page.Url, StringComparison.Ordinal);
            Assert.Empty(await figure.Locator("svg.chart").OverlappingLabelsAsync());
            await page.AssertFitsAsync();
            await page.ShootAsync(string.Create(CultureInfo.InvariantCulture, $"rounds-{width}-light"));

            var rounds = bargaining["rounds"]!.AsArray();
            var ways = rounds.SelectMany((round, turn) => turn + 1 == rounds.Count ? [] : round!["moves"].Items().Select(move => Way(At(turn, move), At(turn + 1, move))));
            Assert.Equal(ways, await page.Locator(".moves .move-way").AllInnerTextsAsync());

            double At(int turn, JsonNode move) => rounds[turn]!["actors"]![$"{move["stakeholder"]}"]!["positions"]![place]!.GetValue<double>();

            // With a decimal where whole numbers would not show the move.
            static string Way(double from, double to)
            {
                var (told, then) = Math.Abs(from - to) < 1.5 ? (Decimal(from), Decimal(to)) : (Whole(from), Whole(to));
                return told == then ? $"stays at {Whole(to)}" : $"{told} → {then}";
            }
        },
        width);

    [Fact]
    public Task What_is_told_of_each_is_against_no_deal_in_the_chart_s_order_and_folded() => site.VisitAsync($"#/scenarios/{site.Proposal}/impacts?against=statusQuo", async page =>
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "against no deal unless said otherwise" })).ToBeVisibleAsync();
        var impacts = (await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report/impacts")).Members().ToList();
        var told = (await site.Api.GetAsync($"/api/scenarios/{site.Proposal}/report/narration"))["stakeholders"]!;
        var order = impacts.OrderByDescending(each => each.Value["statusQuo"]!["mean"].Value()).Where(each => told[each.Key] is not null).ToList();
        Assert.Equal(order.Select(each => $"{each.Value["name"]}"), await page.Locator(".topic h3").AllInnerTextsAsync());
        foreach (var (place, (id, _)) in order.Index())
        {
            var topic = page.Locator(".topic").Nth(place);
            await Assertions.Expect(topic.Locator(".sentences .told:visible")).ToHaveCountAsync(1);
            Assert.Equal(told[id].Items().Select(each => $"{each["text"]}".Spaced()).Distinct(), (await topic.Locator(".sentences .told").AllTextContentsAsync()).Select(text => text.Spaced()));
        }

        await page.ShootAsync("impacts-told-1280-light");
    });

    [Fact]
    public Task The_names_of_drivers_are_whole_on_a_wide_screen_and_boxes_are_a_figure_with_its_file() => site.VisitAsync(
        $"#/scenarios/{site.Offers}/drivers",
        async page =>
        {
            var output = (await PartAsync("drivers", site.Offers))["outputs"]![0]!;
            var swings = page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^How far one judgement moves the mean") });
            var texts = await TextsAsync(swings);
            foreach (var swing in output["tornado"].Items())
                Assert.Contains($"{swing["name"]}", texts);
            Assert.Empty(await swings.Locator("svg.chart").OverlappingLabelsAsync());

            var boxes = page.GetByRole(AriaRole.Figure, new() { NameRegex = new("^When is it so") });
            await page.UnfoldAsync();
            var shown = await boxes.Locator("tbody tr").CountAsync();
            var limits = output["boxes"]!["boxes"].Items().SelectMany(box => box["limits"].Items()).ToList();
            Assert.Equal(limits.Count, shown);
            await Assertions.Expect(boxes.GetByRole(AriaRole.Button, new() { NameRegex = new("^Save") })).ToHaveCountAsync(1);
            var file = await page.DownloadedByAsync(boxes.GetByRole(AriaRole.Button, new() { NameRegex = new("as CSV$") }));
            Assert.Equal(limits.Count + 2, (await File.ReadAllTextAsync((await file.PathAsync())!)).Split("\r\n").Length);
            await Assertions.Expect(boxes.GetByText("Where does this come from?")).ToBeVisibleAsync();
            await page.ShootAsync("drivers-1600-light");
        },
        width: 1600);

    private static string Decimal(double number) => (Math.Floor((Math.Round(number, 9) * 10) + 0.5) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Whole(JsonNode number) => Math.Floor(number.Number() + 0.5).ToString(CultureInfo.InvariantCulture);

    /// <summary>Each text of a chart in one line.</summary>
    private static async Task<List<string>> TextsAsync(ILocator figure) =>
        [.. (await figure.Locator("svg.chart").First.Locator("text").EvaluateAllAsync<string[]>("all => all.map(each => [...each.childNodes].map(line => line.textContent).join(' '))")).Select(text => text.Spaced())];

    private Task<JsonObject> PartAsync(string part, string? id = null) => site.Api.GetAsync($"/api/scenarios/{id ?? site.Everything}/report/{part}");
}
