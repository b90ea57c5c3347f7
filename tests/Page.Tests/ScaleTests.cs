using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What the charts of an evaluation are drawn on has its words, and all of them can be read.</summary>
public sealed class ScaleTests(Site site)
{
    private static readonly string[] Sections = ["terms", "impacts", "contributions", "durability", "measures", "stability", "bargaining", "counter-offers"];

    private static readonly string[] Combinations = ["both", "shortOnly", "longOnly", "neither"];

    public static MatrixTheoryData<string, int> Charts => new(Sections, [360, 1280]);

    [Theory]
    [InlineData("everything", 360)]
    [InlineData("everything", 1280)]
    [InlineData("nile", 400)]
    [InlineData("nile", 1600)]
    public Task What_moves_has_a_chart_with_a_scale_in_words_and_what_hardly_does_is_named_with_its_numbers(string name, int width) => site.VisitAsync(
        $"#/scenarios/{IdOf(name)}/effects",
        async page =>
        {
            var effects = await PartAsync(name, "effects");
            var words = (await site.Api.GetAsync($"/api/situations/{(name == "nile" ? "blue-nile-dam" : "ukraine-settlement")}"))["document"]!["effects"]!;
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "How it unfolds, year by year" });
            var chart = figure.Locator("svg.chart");
            var texts = (await chart.Locator("text").EvaluateAllAsync<string[]>("all => all.map(each => [...each.childNodes].map(line => line.textContent).join(' '))")).Select(text => text.Spaced()).ToList();
            var still = effects.Members().Where(effect => IsStill(effect.Value["short"]!) && IsStill(effect.Value["long"]!)).ToDictionary();

            Assert.InRange(still.Count, 1, effects.Count - 1);
            await Assertions.Expect(figure.Locator(".still")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{still.Count} of {effects.Count} hardly move and have no chart"));
            Assert.Equal(still.Values.Select(effect => $"{effect["name"]}").Order(), (await figure.Locator(".still .told").AllInnerTextsAsync()).Select(each => each.Replace("⇅ ", "", StringComparison.Ordinal)).Order());
            foreach (var (id, effect) in effects.Members().Where(each => !still.ContainsKey(each.Key)))
            {
                Assert.Contains(texts, text => text.Replace("⇅ ", "", StringComparison.Ordinal) == $"{effect["name"]}");
                Assert.Contains($"↑ {words[id]!["whenPositive"]}", texts);
                Assert.Contains($"↓ {words[id]!["whenNegative"]}", texts);
            }

            // A scale for each: its two ends and 0, and the years from today on.
            var reach = effects.Members().SelectMany(effect => effect.Value["trajectory"].Items()).Max(level => Math.Max(Math.Abs(level["low80"].Value()), Math.Abs(level["high80"].Value())));
            var end = (Math.Ceiling(Math.Round(reach * 10, 9)) / 10).ToString("0.0", CultureInfo.InvariantCulture);
            foreach (var tick in new[] { $"+{end}", "0", $"−{end}", "today", "year 2", "year 10" })
                Assert.Equal(effects.Count - still.Count, texts.Count(text => text == tick));
            Assert.Empty(await chart.OverlappingLabelsAsync());
        },
        width);

    [Fact]
    public Task One_that_hardly_moves_is_told_as_one() => site.VisitAsync(
        $"#/scenarios/{site.Everything}/effects",
        async page => await Assertions.Expect(page.Locator(".still p")).ToContainTextAsync(
            $"1 of {(await PartAsync("everything", "effects")).Count} hardly moves and has no chart: in years 2 and 10 its mean lies within 0.05 of the status quo"),
        prepare: page => page.RouteAsync("**/report/effects*", async route =>
        {
            var effects = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            var (still, moving) = (JsonNode.Parse("""{ "value": 0, "standardError": 0 }""")!, JsonNode.Parse("""{ "value": 0.5, "standardError": 0 }""")!);
            foreach (var ((_, effect), place) in effects.Members().Select((each, place) => (each, place)))
            {
                foreach (var level in new[] { effect["short"]!, effect["long"]! })
                    (level["mean"], level["low80"], level["high80"]) = place == 0 ? (still.DeepClone(), still.DeepClone(), still.DeepClone()) : (moving.DeepClone(), moving.DeepClone(), moving.DeepClone());
            }

            await route.FulfillAsync(new() { ContentType = "application/json", Body = effects.ToJsonString() });
        }));

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public Task Each_letter_beside_a_line_of_the_records_is_named_below_with_the_line_s_own_look(int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/durability",
        async page =>
        {
            var durability = await PartAsync("everything", "durability");
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "How likely it still holds" });
            var labels = await figure.Locator("svg.chart text").AllTextContentsAsync();
            foreach (var (place, (id, record)) in durability["classes"].Members().Index())
            {
                var letter = $"{(char)('A' + place)}";
                Assert.Single(labels, label => label == letter);
                var named = figure.Locator(".records li").Nth(place);
                await Assertions.Expect(named.Locator("strong").First).ToHaveTextAsync(letter);
                await Assertions.Expect(named).ToContainTextAsync($"{record["name"]}");
                await Assertions.Expect(named.Locator("path")).ToHaveAttributeAsync("stroke-dasharray", id == $"{durability["baseClass"]}" ? "6 4" : "1.5 3.5");
            }

            await Assertions.Expect(figure.Locator(".key li")).ToHaveCountAsync(3);
            Assert.Empty(await figure.Locator("svg.chart").OverlappingLabelsAsync());
        },
        width);

    [Theory]
    [InlineData("everything", 360)]
    [InlineData("everything", 1280)]
    [InlineData("nile", 360)]
    public Task Soon_and_later_have_headings_with_their_years_and_a_sentence_on_what_is_most_likely(string name, int width) => site.VisitAsync(
        $"#/scenarios/{IdOf(name)}/measures",
        async page =>
        {
            var pair = (await PartAsync(name, "measures"))["outcomePair"]!;
            var (soon, later) = (pair["short"]!, pair["long"]!);
            var figure = page.GetByRole(AriaRole.Figure, new() { Name = "Soon and later" });
            var chart = figure.Locator("svg.chart");
            var texts = (await chart.Locator("text").EvaluateAllAsync<string[]>("all => all.map(each => [...each.childNodes].map(line => line.textContent).join(' '))")).Select(text => text.Spaced()).ToList();
            Assert.Contains($"Soon, in year {soon["year"]}: “{soon["name"]}”", texts);
            Assert.Contains($"Later, in year {later["year"]}: “{later["name"]}”", texts);
            Assert.Empty(await chart.OverlappingLabelsAsync());

            var most = new[] { ("both", true, true), ("shortOnly", true, false), ("longOnly", false, true), ("neither", false, false) }.MaxBy(each => pair[each.Item1].Value());
            var sentence = figure.Locator(".most-likely");
            await Assertions.Expect(sentence).ToHaveTextAsync(
                $"Most likely ({Reading.InDraws(pair[most.Item1].Value(), name == "nile" ? 10_000 : 400)}): in year {soon["year"]} “{soon["name"]}” is {Side(soon, most.Item2)}, and in year {later["year"]} “{later["name"]}” is {Side(later, most.Item3)}.");
        },
        width);

    /// <summary>Shares and their errors in hundredths, both, only soon, only later, neither; and those that are named, by these places.</summary>
    public static TheoryData<double[], double[], int[]> LikeliestOfFour => new()
    {
        { [50, 40, 6, 4], [2, 2, 1, 1], [0] },
        // Ahead by more than twice the root of the squared errors, by less than their sum allows.
        { [50, 42, 5, 3], [2, 2, 1, 1], [0, 1] },
        { [50, 45, 3, 2], [2, 2, 1, 1], [0, 1] },
        { [5, 30, 35, 30], [1, 2, 2, 2], [2, 1, 3] },
        { [25, 25, 25, 25], [2, 2, 2, 2], [0, 1, 2, 3] },
    };

    [Theory]
    [MemberData(nameof(LikeliestOfFour))]
    public Task Each_combination_that_may_be_the_likeliest_is_named_with_its_own_share(double[] shares, double[] errors, int[] named) => site.VisitAsync(
        $"#/scenarios/{site.OtherSituation}/measures",
        async page =>
        {
            var pair = (await PartAsync("nile", "measures"))["outcomePair"]!;
            var (soon, later) = (pair["short"]!, pair["long"]!);
            var told = named.Select(place =>
                (Words: $"in year {soon["year"]} “{soon["name"]}” is {Side(soon, place is 0 or 1)}, and in year {later["year"]} “{later["name"]}” is {Side(later, place is 0 or 2)}",
                    Share: Reading.Share(shares[place] / 100))).ToList();

            await Assertions.Expect(page.Locator(".most-likely")).ToHaveTextAsync(told is [var only]
                ? $"Most likely (in {only.Share} of the draws): {only.Words}."
                : $"Most likely, and about equally so: {string.Join("; or ", told.Select(each => $"{each.Words} ({each.Share})"))}.");
        },
        prepare: page => page.RouteAsync("**/report/measures*", async route =>
        {
            var measures = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            foreach (var (place, member) in Combinations.Index())
                measures["outcomePair"]![member] = new JsonObject { ["value"] = shares[place] / 100, ["standardError"] = errors[place] / 100 };
            await route.FulfillAsync(new() { ContentType = "application/json", Body = measures.ToJsonString() });
        }));

    [Theory]
    [MemberData(nameof(Charts))]
    public Task No_name_and_no_word_of_a_chart_is_cut_off(string section, int width) => site.VisitAsync(
        $"#/scenarios/{site.Everything}/{section}",
        async page =>
        {
            var texts = await page.Locator("svg.chart text").EvaluateAllAsync<string[]>("all => all.map(each => each.firstChild?.textContent === undefined ? '' : [...each.childNodes].filter(part => part.nodeName !== 'title').map(part => part.textContent).join(' '))");
            Assert.NotEmpty(texts);
            Assert.DoesNotContain(texts, text => text.Contains('…', StringComparison.Ordinal));
            var outside = await page.Locator("svg.chart").EvaluateAllAsync<string[]>("""
                charts => charts.flatMap(chart => {
                  const frame = chart.closest('figure').getBoundingClientRect();
                  return [...chart.querySelectorAll('text')].filter(each => each.textContent.trim()).filter(each => {
                    const at = each.getBoundingClientRect();
                    return at.left < frame.left + 2 || at.right > frame.right - 2;
                  }).map(each => each.textContent);
                })
                """);
            Assert.Empty(outside);
        },
        width);

    /// <summary>Where a level is when its event comes about, and when it does not.</summary>
    private static string Side(JsonNode happening, bool comes)
    {
        var threshold = happening["threshold"].Number();
        var level = string.Create(CultureInfo.InvariantCulture, $"{(threshold < 0 ? "−" : threshold > 0 ? "+" : "")}{Math.Abs(threshold):0.00}");
        var wantsMore = $"{happening["wants"]}" == "more";
        return comes ? $"at {level} or {(wantsMore ? "above" : "below")}" : $"{(wantsMore ? "below" : "above")} {level}";
    }

    private static bool IsStill(JsonNode level) => Math.Abs(level["mean"].Value()) < 0.05 && level["low80"].Value() > -0.1 && level["high80"].Value() < 0.1;

    private string IdOf(string name) => name == "nile" ? site.OtherSituation : site.Everything;

    private Task<JsonObject> PartAsync(string name, string part) => site.Api.GetAsync($"/api/scenarios/{IdOf(name)}/report/{part}");
}
