using System.Text.Json.Nodes;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>How a draft stands: its problems, its cost, its way through reloads, refusals and answers that are lost.</summary>
public sealed class ComposeStandingTests(Site site)
{
    private const string Blank = "#/compose?situation=blue-nile-dam";

    [Fact]
    public Task Every_problem_stands_at_the_control_that_caused_it_and_in_a_list_that_leads_there() => site.VisitAsync(Blank, async page =>
    {
        await page.UnfoldAsync();
        await page.Issue("drought-release").GetByLabel("A range").CheckAsync();
        await page.NumberAt("/terms/drought-release/low").FillAsync("90");
        await page.NumberAt("/terms/drought-release/high").FillAsync("20");
        await page.At("/draws").FillAsync("210");
        await page.At("/shortHorizon").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Judge it otherwise" }).First.ClickAsync();
        await page.Locator(".override input[type=number]").Last.FillAsync("2");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "problems" })).ToHaveTextAsync("✕ 5 problems");
        var problems = (await site.Api.ValidateAsync(await page.DocumentAsync()))["problems"]!.AsArray();

        Assert.Equal(5, problems.Count);
        foreach (var problem in problems)
        {
            var (pointer, detail) = ($"{problem!["pointer"]}", InLabels($"{problem["pointer"]}", $"{problem["detail"]}"));
            await page.Locator(".standing-problems button", new() { HasText = detail }).ClickAsync();
            Assert.Equal(pointer, await page.EvaluateAsync<string>("() => document.activeElement.dataset.place"));
            var described = await page.EvaluateAsync<string>("() => document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent");
            Assert.Contains(detail, described, StringComparison.Ordinal);
            Assert.Equal("true", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-invalid')"));
        }

        await page.AssertAccessibleInBothThemesAsync();
        await page.ShootAsync("compose-problems-1280-light");
    });

    /// <summary>Of a range the problem names the fields as they are labelled.</summary>
    private static string InLabels(string pointer, string detail)
    {
        (string Member, string Label)[] labels = [("low", "Lowest"), ("mode", "Likeliest"), ("high", "Highest")];
        return labels.Any(each => pointer.EndsWith($"/{each.Member}", StringComparison.Ordinal))
            ? labels.Aggregate(detail, (told, each) => System.Text.RegularExpressions.Regex.Replace(told, $@"\b{each.Member}\b", each.Label))
            : detail;
    }

    [Fact]
    public Task Nothing_moves_when_problems_come_and_go() => site.VisitAsync("#/compose?from=shipped:gerd-data-line", async page =>
    {
        var before = await PlacesAsync(page);
        await page.At("/title").FillAsync("");
        await page.At("/terms/data-exchange/value").FillAsync("150");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "2 problems" })).ToBeVisibleAsync();
        Assert.Equal(before, await PlacesAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the start" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Can be evaluated" })).ToBeVisibleAsync();
        Assert.Equal(before, await PlacesAsync(page));

        static Task<string> PlacesAsync(IPage page) => page.EvaluateAsync<string>("""
            () => {
              // What is always in view is measured from its own beginning, all else from the page's.
              const standing = document.querySelector('.standing');
              const beginning = each => (standing.contains(each) ? standing.getBoundingClientRect().top : -scrollY);
              return JSON.stringify([...document.querySelectorAll('[data-place]:not([role=slider]), h2, h3, .standing section, .steps')]
                .map(each => [each.dataset.place ?? each.tagName, Math.round(each.getBoundingClientRect().top - beginning(each))]));
            }
            """);
    });

    [Fact]
    public Task The_cost_is_the_interfaces_and_is_held_against_what_one_evaluation_may_cost() => site.VisitAsync("#/compose?situation=ukraine-settlement", async page =>
    {
        await page.UnfoldAsync();
        await page.At("/title").FillAsync("As dear as it can be asked for");
        await page.At("/draws").FillAsync("1000000");
        var cost = page.Locator(".standing-cost");
        await Assertions.Expect(cost).ToContainTextAsync("units");
        var answer = await site.Api.ValidateAsync(await page.DocumentAsync());
        await Assertions.Expect(cost).ToHaveTextAsync(
            $"{answer["cost"]!.GetValue<double>():#,0} units, {100 * answer["cost"]!.GetValue<double>() / answer["limit"]!.GetValue<double>():0} % of the {answer["limit"]!.GetValue<double>():#,0} that one evaluation may cost");

        await page.GetByLabel("Drivers: ").CheckAsync();
        await page.GetByLabel("Counter-offers: ").CheckAsync();
        await Assertions.Expect(page.Locator(".field-with-problem", new() { Has = page.At("/draws") }).Locator(".problem-line")).ToContainTextAsync("must be at most 1200000000");
    });

    [Fact]
    public Task A_draft_survives_a_reload_and_its_steps_can_be_taken_back() => site.VisitAsync("#/compose?from=shipped:gerd-drought-rules", async page =>
    {
        await page.UnfoldAsync();
        var began = await page.DocumentAsync();
        await page.At("/title").FillAsync("Begun before the reload");
        await page.Issue("data-exchange").GetByLabel("Not mentioned").CheckAsync();
        var changed = await page.DocumentAsync();

        await page.ReloadAsync();
        await page.SettledAsync();
        Assert.True(JsonNode.DeepEquals(changed, await page.DocumentAsync()));
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{site.Address}{Blank}");
        await page.SettledAsync();
        await page.UnfoldAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Begun before the reload" }).ClickAsync();
        await page.SettledAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the start" }).ClickAsync();
        Assert.True(JsonNode.DeepEquals(began, await page.DocumentAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        Assert.True(JsonNode.DeepEquals(changed, await page.DocumentAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        Assert.True(JsonNode.DeepEquals(began, await page.DocumentAsync()));
    });

    [Fact]
    public async Task A_lost_answer_a_refusal_at_the_door_a_reload_and_a_third_try_make_one_scenario()
    {
        var title = $"Sent twice {Guid.NewGuid():N}";
        var sent = 0;
        await site.VisitAsync(
            Blank,
            async page =>
            {
                await page.At("/title").FillAsync(title);
                await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate it" }).DblClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not reached");
                await page.ReloadAsync();
                await page.SettledAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate it" }).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many requests");
                await page.ReloadAsync();
                await page.SettledAsync();
                await page.SendAsync();
                Assert.Equal(3, sent);
            },
            refusal: 429,
            prepare: page => page.RouteAsync("**/api/scenarios", async route =>
            {
                if (++sent == 2)
                {
                    await route.FulfillAsync(new() { Status = 429, ContentType = "application/problem+json", Body = """{"title":"Too many requests","status":429,"detail":"Wait a minute."}""" });
                    return;
                }

                var answer = await route.FetchAsync();
                if (sent == 1)
                    await route.AbortAsync();
                else
                    await route.FulfillAsync(new() { Response = answer });
            }));

        // Among those of other tests that run meanwhile, which are far fewer.
        var listed = (await site.Api.GetAsync("/api/scenarios?limit=100"))["scenarios"]!.AsArray();
        Assert.Single(listed, each => $"{each!["title"]}" == title);
    }

    [Theory]
    [InlineData(429, "Too much to evaluate")]
    [InlineData(503, "Not available at the moment")]
    public async Task A_refusal_for_now_says_when_to_try_again(int status, string title)
    {
        var sent = 0;
        await site.VisitAsync(
            Blank,
            async page =>
            {
                await page.At("/title").FillAsync($"Refused with {status} at first");
                await page.GetByRole(AriaRole.Button, new() { Name = "Evaluate it" }).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(title);
                await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Again in" })).ToBeDisabledAsync();
                await page.SendAsync();
            },
            refusal: status,
            prepare: page => page.RouteAsync("**/api/scenarios", route => ++sent > 1 ? route.ContinueAsync() : route.FulfillAsync(new()
            {
                Status = status,
                ContentType = "application/problem+json",
                Headers = new Dictionary<string, string> { ["Retry-After"] = "2" },
                Body = $$"""{ "title": "{{title}}", "status": {{status}}, "detail": "For now." }""",
            })));
        Assert.Equal(2, sent);
    }

    [Fact]
    public Task The_latest_answer_counts_when_answers_overtake_each_other()
    {
        var asked = 0;
        return site.VisitAsync(
            Blank,
            async page =>
            {
                await page.At("/title").FillAsync("");
                var late = page.WaitForRequestAsync("**/validate");
                await page.At("/title").FillAsync("x".PadRight(201, 'x'));
                await late;
                await page.At("/title").FillAsync("The one that is looked at in the end");
                await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Can be evaluated" })).ToBeVisibleAsync();
                await page.WaitForTimeoutAsync(1500);
                await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Can be evaluated" })).ToBeVisibleAsync();
            },
            prepare: page => page.RouteAsync("**/validate", async route =>
            {
                if (++asked == 2)
                    await Task.Delay(1500);
                await route.ContinueAsync();
            }));
    }

    [Fact]
    public Task Whose_red_lines_a_term_crosses_and_whom_it_pleases_is_said_while_it_is_moved() => site.VisitAsync("#/compose?situation=ukraine-settlement", async page =>
    {
        // Red lines: Ukraine at least 38 to 50, Russia at most 28 to 46; ideal points 75, 8 and 35; today 50.
        var issue = page.Issue("territorial-control");
        var verdict = issue.Locator(".verdict");
        await Assertions.Expect(verdict).ToContainTextAsync("Left as it is: crosses the red line of Russia.");
        await issue.GetByLabel("A point").CheckAsync();
        await page.At("/terms/territorial-control/value").FillAsync("20");
        await Assertions.Expect(verdict).ToContainTextAsync("Crosses the red line of Ukraine (government)");
        await Assertions.Expect(verdict).ToContainTextAsync("Nearer to what Russia would like than now. Farther for Ukraine (government) and Ukrainian public.");
        await issue.GetByRole(AriaRole.Slider).PressAsync("End");
        await Assertions.Expect(verdict).ToContainTextAsync("Crosses the red line of Russia.");
        await Assertions.Expect(issue.Locator(".slider-said")).ToHaveTextAsync("100 Full Russian withdrawal to the borders of 1991");

        await Assertions.Expect(page.Issue("sanctions").Locator(".verdict")).ToContainTextAsync("Left as it is: nobody who must sign or ratify has a red line here.");
        var settled = page.Issue("ceasefire"); // Russia's red line: at most 75 for certain.
        await settled.GetByLabel("A point").CheckAsync();
        await page.At("/terms/ceasefire/value").FillAsync("40");
        await Assertions.Expect(settled.Locator(".verdict")).ToContainTextAsync("Inside the red lines of all who must sign or ratify.");
        await page.GetByLabel("Everyone").CheckAsync();
        await Assertions.Expect(settled.Locator(".stances li")).ToHaveCountAsync(12);
    });

    [Fact]
    public Task A_published_proposal_says_where_its_terms_come_from_and_can_be_made_a_variation() => site.VisitAsync("#/compose?from=shipped:us-28-points", async page =>
    {
        await page.UnfoldAsync();
        await Assertions.Expect(page.Locator(".compose-main > .notice")).ToContainTextAsync("The terms render “28-point plan” by Steve Witkoff");
        await Assertions.Expect(page.At("/terms/force-limits/source")).ToHaveValueAsync("US 28 points: 600,000");
        await page.NumberAt("/terms/force-limits/mode").FillAsync("52");
        await Assertions.Expect(page.Issue("force-limits")).ToContainTextAsync("Changed: it began as 46 – 50 – 55");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it a variation" }).ClickAsync();
        var document = await page.DocumentAsync();
        Assert.Equal("constructed", $"{document["kind"]}");
        Assert.False(document.ContainsKey("publication"));
        await page.Issue("force-limits").GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        Assert.Equal(50, (await page.DocumentAsync())["terms"]!["force-limits"]!["mode"]!.GetValue<double>());
    });

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Hostile_texts_of_a_situation_are_shown_inert(int width)
    {
        const string script = "<img src=x onerror=\"document.title='taken'\"> <script>document.title='taken'</script> \u202etxet denrut\u2067 ";
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        (situation["id"], situation["title"]) = ("hostile-to-composers", script);
        var issue = situation["issues"]!["drought-release"]!;
        issue["name"] = script;
        foreach (var anchor in issue["anchors"]!.AsArray())
            anchor!["text"] = string.Concat(script, new string('w', 1800));
        situation["stakeholders"]!["egypt"]!["name"] = new string('w', 200);
        situation["stakeholders"]!["sudan"]!["name"] = script;
        situation["assumptions"]!.AsObject().First().Value!["name"] = script;
        await site.Api.PutSituationAsync(situation);

        await site.VisitAsync(
            "#/compose?situation=hostile-to-composers&who=all",
            async page =>
            {
                await page.UnfoldAsync();
                await page.Issue("drought-release").GetByLabel("A range").CheckAsync();
                var document = await page.DocumentAsync();
                document["title"] = string.Concat(Enumerable.Repeat(script, 200))[..10_000];
                await page.At("").FillAsync(document.ToJsonString());
                await page.GetByRole(AriaRole.Searchbox).FillAsync("egypt influence");
                await page.GetByRole(AriaRole.List, new() { Name = "Judgements found" }).GetByRole(AriaRole.Button).First.ClickAsync();
                await page.SettledAsync();

                Assert.Equal("Compose – Parley", await page.TitleAsync());
                Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
                Assert.Contains("img src=x", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
                await page.AssertFitsAsync();
                await page.ShootAsync($"compose-hostile-{width}-light");
            },
            width);
    }
}
