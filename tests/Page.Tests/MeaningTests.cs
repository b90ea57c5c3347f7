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
            Assert.Equal(value switch { 0 => "under 5\u00a0% (in none of 10,000 draws)", 1 => "over 95\u00a0% (in every one of 10,000 draws)", _ => Reading.Share(value) }, answer);
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

                var certain = lines.Count(line => line.Value["share"].Value() == 1);
                await Assertions.Expect(card.GetByText("certain to be crossed")).ToHaveCountAsync(certain > 0 ? 1 : 0);
                if (certain > 1 && certain < lines.Count)
                    await Assertions.Expect(card).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{certain} of them are certain to be crossed under these judgements: in every one of 10,000 draws."));
            }

            await page.AssertFitsAsync();
            await page.AssertAccessibleAsync("color-contrast");
            await page.ShootAsync($"red-lines-{width}-{theme}".ToLowerInvariant());
        },
        width,
        theme);

    private string IdOf(string name) => name == "freeze" ? site.Freeze : site.Proposal;

    private Task<JsonObject> PartAsync(string name, string part) => site.Api.GetAsync($"/api/scenarios/{IdOf(name)}/report/{part}");
}
