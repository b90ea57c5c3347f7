using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>What the numbers of gains and consent mean is said in words, and the words are those of the interface's answers.</summary>
public sealed class MeaningTests(Site site)
{
    private const int Draws = 10_000;

    [Theory]
    [InlineData("proposal")]
    [InlineData("freeze")]
    public Task Whoever_gains_and_yet_refuses_is_told_with_the_reasons_of_the_report(string name) => site.VisitAsync($"#/scenarios/{IdOf(name)}", async page =>
    {
        await page.UnfoldAsync();
        var impacts = await PartAsync(name, "impacts");
        var acceptance = await PartAsync(name, "acceptance");
        var refusing = acceptance["stakeholders"].Members()
            .Where(each => impacts[each.Key]!["noDeal"]!["low80"].Value() > 0 && 5 * Math.Round(each.Value["probability"].Value() * 20, MidpointRounding.AwayFromZero) < 45)
            .ToDictionary();

        Assert.NotEmpty(refusing);
        Assert.Equal(refusing.Keys.Order(), (await page.Locator("[data-refusing]").EvaluateAllAsync<string[]>("all => all.map(each => each.dataset.refusing)")).Order());
        foreach (var (id, stakeholder) in refusing)
        {
            var sentence = await page.Locator($"[data-refusing={id}]").InnerTextAsync();
            Assert.StartsWith($"{stakeholder["name"]} would be better off than with no deal", sentence, StringComparison.Ordinal);
            Assert.Contains($"and yet refuse {Reading.InDraws(1 - stakeholder["probability"].Value(), Draws)}: ", sentence, StringComparison.Ordinal);
            // The most often crossed are named, the others counted.
            var lines = stakeholder["redLines"].Members().Select(each => each.Value).Where(line => line["share"].Value() >= 0.1).OrderByDescending(line => line["share"].Value()).ToList();
            foreach (var line in lines.Take(4))
                Assert.Contains($"“{line["name"]}” ({Left(line)}in {Often(line["share"].Value())})", sentence, StringComparison.Ordinal);
            foreach (var line in stakeholder["redLines"].Members().Select(each => each.Value).Except(lines).Concat(lines.Skip(4)))
                Assert.DoesNotContain($"“{line["name"]}” (", sentence, StringComparison.Ordinal);
            Assert.Equal(lines.Count > 4, sentence.Contains(string.Create(CultureInfo.InvariantCulture, $" and {lines.Count - 4} more"), StringComparison.Ordinal));
        }

        static string Often(double share) => share == 1 ? "every draw" : $"{Reading.Share(share)} of draws";

        static string Left(JsonNode line) => $"{line["term"]}" switch { "open" => "left open, ", "statusQuo" => "left as it is, ", _ => "" };
    });

    [Fact]
    public Task A_refusal_without_a_frequent_reason_is_told_with_the_most_frequent_there_is() => site.VisitAsync(
        $"#/scenarios/{site.Proposal}",
        async page =>
        {
            await page.UnfoldAsync();
            var sentence = page.Locator("[data-refusing]").First;
            await Assertions.Expect(sentence).ToContainTextAsync("of the draws: it gains less than the margin that it asks for (in about 10\u00a0% of draws).");
            await Assertions.Expect(sentence).Not.ToContainTextAsync("red line");
        },
        prepare: page => page.RouteAsync("**/report/acceptance*", async route =>
        {
            var acceptance = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            foreach (var (_, stakeholder) in acceptance["stakeholders"].Members())
            {
                stakeholder["probability"]!["value"] = 0.4;
                foreach (var (_, line) in stakeholder["redLines"].Members())
                    line["share"]!["value"] = 0.05;
                stakeholder["blocking"] = JsonNode.Parse("""
                    [{ "kind": "value", "id": "a", "name": "A", "share": { "value": 0.07, "standardError": 0 } },
                     { "kind": "margin", "id": "b", "name": "B", "share": { "value": 0.08, "standardError": 0 } }]
                    """);
            }

            await route.FulfillAsync(new() { ContentType = "application/json", Body = acceptance.ToJsonString() });
        }));

    [Theory]
    [InlineData("impacts")]
    [InlineData("acceptance")]
    public async Task Who_gains_and_who_refuses_come_together_whichever_is_read_later(string later)
    {
        using var rest = new SemaphoreSlim(0);
        await site.VisitAsync(
            $"#/scenarios/{site.Proposal}",
            async page =>
            {
                await Assertions.Expect(page.Locator(".refusing")).ToBeVisibleAsync();
                await page.AssertSteadyAsync();
            },
            prepare: async page =>
            {
                await page.RouteAsync($"**/report/{later}*", async route =>
                {
                    await rest.WaitAsync();
                    // Until what came before it has been painted.
                    await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 500))");
                    await route.ContinueAsync();
                });
                await page.RouteAsync($"**/report/{(later == "impacts" ? "acceptance" : "impacts")}*", async route =>
                {
                    await route.ContinueAsync();
                    rest.Release();
                });
            });
    }

    [Fact]
    public async Task Who_would_sign_is_said_to_be_missing_where_it_cannot_be_read_and_the_picture_is_there()
    {
        var isAway = true;
        await site.VisitAsync(
            $"#/scenarios/{site.Proposal}",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Storage is away.");
                await Assertions.Expect(page.Locator(".answer").First).ToContainTextAsync("Away");
                await Assertions.Expect(page.GetByRole(AriaRole.Figure, new() { Name = "Who gains and who loses, against no deal" })).ToBeVisibleAsync();
                await page.AssertAccessibleInBothThemesAsync();

                isAway = false;
                await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
                await Assertions.Expect(page.Locator(".refusing")).ToBeVisibleAsync();
            },
            refusal: 503,
            prepare: page => page.RouteAsync("**/report/acceptance*", route => isAway
                ? route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{ "title": "Away", "status": 503, "detail": "Storage is away." }""" })
                : route.ContinueAsync()));
    }

    [Fact]
    public Task What_the_deal_is_measured_against_is_told_on_demand_beside_the_choice() => site.VisitAsync($"#/scenarios/{site.Proposal}/impacts", async page =>
    {
        var baselines = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!["baselines"]!;
        var meaning = page.Locator(".baseline");
        await Assertions.Expect(meaning).ToContainTextAsync("What does “no deal” mean here?");
        await meaning.Locator("summary").PressAsync("Enter");
        var odds = baselines["noDeal"]!["outcomes"].Members().Sum(each => each.Value["odds"]!["mode"].Number());
        foreach (var (_, outcome) in baselines["noDeal"]!["outcomes"].Members())
            await Assertions.Expect(meaning.Locator("li").Filter(new() { HasText = $"{outcome["name"]}" })).ToContainTextAsync($"{Reading.Share(outcome["odds"]!["mode"].Number() / odds)} at the likeliest odds");
        await Assertions.Expect(meaning).ToContainTextAsync($"{baselines["noDeal"]!["name"]}");

        await page.GetByLabel("the status quo", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(meaning).ToContainTextAsync("What does “the status quo” mean here?");
        await Assertions.Expect(meaning).ToContainTextAsync($"{baselines["statusQuo"]!["name"]}");
    });

    [Theory]
    [InlineData("proposal")]
    [InlineData("freeze")]
    public Task A_share_of_all_draws_or_of_none_is_said_to_be_that_and_no_other_is(string name) => site.VisitAsync($"#/scenarios/{IdOf(name)}/acceptance", async page =>
    {
        var stakeholders = (await PartAsync(name, "acceptance"))["stakeholders"].Members().ToDictionary();
        var shares = stakeholders.Values.Select(each => each["probability"].Value()).ToList();
        Assert.True(shares.Contains(0) && shares.Contains(1) && shares.Exists(share => share is > 0 and < 1));
        foreach (var (id, stakeholder) in stakeholders)
        {
            var value = stakeholder["probability"].Value();
            var answer = (await page.Locator($"[data-stakeholder={id}] .signer-answer").InnerTextAsync()).Split(", ", 2)[1];
            Assert.Equal(Reading.InDraws(value, Draws), answer);
        }
    });

    [Fact]
    public Task The_brief_says_of_a_joint_consent_that_no_draw_has_that_none_has() => site.VisitAsync($"#/scenarios/{site.Proposal}", async page =>
    {
        Assert.Equal(0, (await PartAsync("proposal", "acceptance"))["joint"].Value());
        await Assertions.Expect(page.Locator(".answer").First).ToContainTextAsync("In none of 10,000 draws");
    });

    [Theory]
    [InlineData("proposal")]
    [InlineData("freeze")]
    public Task The_meter_is_as_full_as_the_share_of_the_draws(string name) => site.VisitAsync($"#/scenarios/{IdOf(name)}/acceptance", async page =>
    {
        foreach (var (id, stakeholder) in (await PartAsync(name, "acceptance"))["stakeholders"].Members())
        {
            var full = await page.Locator($"[data-stakeholder={id}] .meter").EvaluateAsync<double>("meter => meter.firstElementChild.getBoundingClientRect().width / meter.clientWidth");
            Assert.Equal(stakeholder["probability"].Value(), full, 0.001);
        }
    });

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1600, ColorScheme.Light)]
    [InlineData(1600, ColorScheme.Dark)]
    public Task A_card_has_every_red_line_with_how_often_it_is_crossed_and_how_often_furthest(int width, ColorScheme theme) => site.VisitAsync(
        $"#/scenarios/{site.Proposal}/acceptance",
        async page =>
        {
            foreach (var (id, stakeholder) in (await PartAsync("proposal", "acceptance"))["stakeholders"].Members())
            {
                var card = page.Locator($"[data-stakeholder={id}]");
                var furthest = stakeholder["blocking"].Items().Where(each => $"{each["kind"]}" == "redLine").ToDictionary(each => $"{each["id"]}", each => each["share"].Value());
                var lines = stakeholder["redLines"].Members().Where(line => line.Value["share"].Value() >= 0.1 || furthest.ContainsKey(line.Key)).ToList();
                var shown = await card.Locator(".red-lines").CountAsync() == 0 ? [] : await card.NumbersAsync();
                Assert.Equal(lines.Select(line => $"{line.Value["name"]}").Order(), shown.Keys.Order());
                foreach (var (issue, line) in lines)
                {
                    Assert.Equal([line["share"].Value(), furthest.GetValueOrDefault(issue)], shown[$"{line["name"]}"]);
                    if (line["share"].Value() == 1)
                        await Assertions.Expect(card.Locator("tr").Filter(new() { HasText = $"{line["name"]}" }).Locator("td").First).ToHaveTextAsync("every draw");
                }

                var always = lines.Count(line => line.Value["share"].Value() == 1);
                var told = card.GetByText("crossed in every one of 10,000 draws.");
                await Assertions.Expect(told).ToHaveCountAsync(always > 0 ? 1 : 0);
                if (always > 1 && always < lines.Count)
                    await Assertions.Expect(told).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{always} of them are crossed in every one of 10,000 draws."));
            }

            // A count of draws is no certainty.
            Assert.DoesNotContain("certain to be", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await page.AssertFitsAsync();
            await page.AssertAccessibleAsync("color-contrast");
            await page.ShootAsync($"red-lines-{width}-{theme}".ToLowerInvariant());
        },
        width,
        theme);

    private string IdOf(string name) => name == "freeze" ? site.Freeze : site.Proposal;

    private Task<JsonObject> PartAsync(string name, string part) => site.Api.GetAsync($"/api/scenarios/{IdOf(name)}/report/{part}");
}
