using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>Whose consent a deal needs, and what it would take to give way, is told apart wherever signers are named.</summary>
public sealed class ConsentTests(Site site)
{
    [Fact]
    public Task Those_whose_consent_a_signer_needs_at_home_stand_by_themselves() => site.VisitAsync($"#/scenarios/{site.Proposal}/acceptance", async page =>
    {
        var situation = (await site.Api.GetAsync("/api/situations/ukraine-settlement"))["document"]!;
        var signers = situation["stakeholders"].Members().Where(each => $"{each.Value["role"]}" == "veto").Select(each => each.Key).ToHashSet();
        var decides = situation["stakeholders"].Members()
            .Where(each => signers.Contains(each.Key))
            .SelectMany(each => (each.Value["ratifiedBy"] ?? new JsonArray()).Items().Select(ratifier => ($"{ratifier}", $"{each.Value["name"]}")))
            .ToList();
        Assert.NotEmpty(decides);

        var group = page.GetByRole(AriaRole.Region, new() { Name = "Those without whose consent a signer does not sign" });
        await Assertions.Expect(group.Locator(".signer")).ToHaveCountAsync(decides.Count);
        foreach (var (ratifier, signer) in decides)
            await Assertions.Expect(group.Locator($"[data-stakeholder='{ratifier}'] .ratifies")).ToContainTextAsync($"for {signer}");
        await Assertions.Expect(page.Locator(".ratifies")).ToHaveCountAsync(decides.Count);
    });

    [Fact]
    public async Task Who_ratifies_is_said_to_wherever_roles_are()
    {
        foreach (var (place, ratifier) in new[]
        {
            ($"#/scenarios/{site.Proposal}", "Ukrainian public"),
            ($"#/compare?ids={site.Proposal},{site.Freeze}", "Ukrainian public"),
            ($"#/sweeps/{site.Sweep}", "House of Representatives"),
        })
        {
            await site.VisitAsync(place, async page =>
            {
                await page.UnfoldAsync();
                var rows = page.GetByRole(AriaRole.Row).Filter(new() { HasText = ratifier });
                await Assertions.Expect(rows.GetByText("ratifies", new() { Exact = true }).First).ToBeAttachedAsync();
                await Assertions.Expect(rows.GetByText("has influence", new() { Exact = true })).ToHaveCountAsync(0);
            });
        }
    }

    [Fact]
    public Task An_offer_tells_signers_from_ratifiers_and_consent_of_each_from_that_of_all() => site.VisitAsync($"#/scenarios/{site.Offers}/counter-offers", async page =>
    {
        var found = await PartAsync(site.Offers);
        Assert.Equal("each", $"{found["constraint"]}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Enough for each by itself$") })).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Enough for consent$") })).ToHaveCountAsync(0);

        // Asked one by one, and so no likelier together.
        var joint = found["offers"].Items().Select(each => each["acceptance"]!["joint"]!["freshDraws"].Value()).Max();
        Assert.InRange(joint, 0, found["original"]!["joint"]!["freshDraws"].Value() + 0.02);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("None of the changed deals makes it likelier that all sign together.");

        var offer = found["offers"]![0]!["acceptance"]!["stakeholders"].Members().ToLookup(each => $"{each.Value["role"]}" == "veto", each => $"{each.Value["name"]}");
        var lists = page.Locator("[data-offer='1'] .consents");
        await AssertNamesAsync(lists.Nth(0), [.. offer[true], "All together"]);
        await AssertNamesAsync(lists.Nth(1), [.. offer[false]]);
    });

    [Fact]
    public Task Who_gives_way_sets_aside_the_red_lines_that_the_report_names() => site.VisitAsync($"#/scenarios/{site.Everything}/counter-offers", async page =>
    {
        var clash = (await PartAsync(site.Everything))["clash"]!;
        var givers = clash["nearest"].Items().Where(offer => offer["giver"] is not null).ToList();
        Assert.NotEmpty(givers);
        foreach (var offer in givers)
        {
            var note = await page.Locator(".offer", new() { HasText = $"If {offer["acceptance"]!["stakeholders"]![$"{offer["giver"]}"]!["name"]} gave way" }).Locator(".set-aside").InnerTextAsync();
            Assert.Contains("all others stay in force", note, StringComparison.Ordinal);
            var whose = offer["setAside"].Items().GroupBy(line => $"{line["name"]}", line => $"{line["issueName"]}").ToList();
            Assert.NotEmpty(whose);
            foreach (var lines in whose)
                Assert.Contains($"{lines.Key} on {(lines.Count() == 1 ? lines.First() : $"{string.Join(", ", lines.SkipLast(1))} and {lines.Last()}")}", note, StringComparison.Ordinal);
        }

        // Ukraine does not give way by itself: its public, without whose consent it does not sign, has a red line of its own on the legal status.
        await Assertions.Expect(page.Locator(".offer", new() { HasText = "If Ukraine (government) gave way" }).Locator(".set-aside")).ToContainTextAsync(new Regex("Ukrainian public on [^;]*Legal status"));
    });

    private async Task<JsonNode> PartAsync(string id) => await site.Api.GetAsync($"/api/scenarios/{id}/report/counterOffers");

    private static async Task AssertNamesAsync(ILocator list, string[] names)
    {
        await Assertions.Expect(list.Locator("li")).ToHaveCountAsync(names.Length);
        foreach (var name in names)
            await Assertions.Expect(list).ToContainTextAsync(name);
    }
}
