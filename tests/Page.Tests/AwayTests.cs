using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Parley.Page.Tests.Running;

namespace Parley.Page.Tests;

/// <summary>A service that is away for a moment, or no longer knows who asks: what is said, and that nothing is done twice.</summary>
public sealed class AwayTests(Site site)
{
    private const string Unavailable = """{"title":"Not available at the moment","status":503,"detail":"Try again in a few seconds."}""";
    private const string TooMany = """{"title":"Too many requests","status":429,"detail":"Wait a minute."}""";

    [Fact]
    public async Task A_compared_scenario_that_could_not_be_read_is_not_said_to_be_gone_and_is_read_at_a_retry()
    {
        var isAway = true;
        await site.VisitAsync(
            $"#/compare?ids={site.Proposal},{site.Freeze}",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not available at the moment");
                await Assertions.Expect(page.GetByText($"{site.Freeze}: could not be read")).ToBeVisibleAsync();
                await page.ShootAsync("compare-away-1280-light");
                await page.AssertAccessibleInBothThemesAsync();
                isAway = false;
                await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
                await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            },
            refusal: 503,
            prepare: page => page.RouteAsync($"**/api/scenarios/{site.Freeze}", route => isAway ? RefuseAsync(route) : route.ContinueAsync()));
    }

    [Fact]
    public async Task A_compared_scenario_is_asked_for_again_when_a_refusal_says_so()
    {
        var asked = 0;
        await site.VisitAsync(
            $"#/compare?ids={site.Proposal},{site.Freeze}",
            page => Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync(),
            refusal: 503,
            prepare: page => page.RouteAsync($"**/api/scenarios/{site.Freeze}/inputs", route => ++asked == 1 ? RefuseAsync(route, "1") : route.ContinueAsync()));
    }

    [Fact]
    public async Task A_sweep_that_could_not_be_checked_is_checked_again_when_a_refusal_says_so()
    {
        var asked = 0;
        await site.VisitAsync(
            $"#/sweeps/new?scenario={site.OtherSituation}",
            async page =>
            {
                await page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
                await Assertions.Expect(page.Locator(".start-foot [role=status]")).ToContainTextAsync("5 variants");
                Assert.Equal(2, asked);
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            },
            refusal: 503,
            prepare: page => page.RouteAsync("**/api/sweeps/validate", route => ++asked == 1 ? RefuseAsync(route, "1") : route.ContinueAsync()));
    }

    [Fact]
    public async Task A_submission_whose_answer_was_lost_is_sent_again_under_its_key_also_at_a_second_click()
    {
        var keys = new ConcurrentQueue<string>();
        await site.VisitAsync(
            $"#/scenarios/{site.OtherSituation}/stability",
            async page =>
            {
                var ask = page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" });
                await ask.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not available at the moment");
                Assert.InRange(keys.Count, 2, int.MaxValue);
                var sent = await page.RunAndWaitForRequestAsync(() => ask.ClickAsync(), request => request.Method == "POST");
                Assert.Equal(Assert.Single(keys.Distinct()), sent.Headers["idempotency-key"]);
            },
            refusal: 503,
            prepare: page => page.RouteAsync("**/api/scenarios", route => RefuseAsync(route, "0", keys)));
    }

    [Fact]
    public async Task A_key_outlasts_a_refusal_at_the_door_and_a_reload_until_it_is_known_what_became_of_the_first_attempt()
    {
        var keys = new ConcurrentQueue<string>();
        await site.VisitAsync(
            $"#/scenarios/{site.OtherSituation}/bargaining",
            async page =>
            {
                var ask = page.GetByRole(AriaRole.Button, new() { Name = "Ask for it" });
                await ask.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many requests");
                await page.ReloadAsync();
                await page.SettledAsync();
                await ask.ClickAsync();
                await page.ReachesAsync($"/#/scenarios/(?!{site.OtherSituation})[^/]+/bargaining$");
                Assert.Equal(3, keys.Count);
                Assert.Single(keys.Distinct());
            },
            refusal: 429,
            prepare: page => page.RouteAsync("**/api/scenarios", route => LoseThenLimitAsync(route, keys)));
    }

    [Fact]
    public async Task A_sweep_that_is_being_set_up_outlasts_signing_in_again_and_is_started_once()
    {
        var keys = new ConcurrentQueue<string>();
        var isOut = true;
        await site.VisitAsync(
            $"#/sweeps/new?scenario={site.OtherSituation}",
            async page =>
            {
                var first = page.GetByRole(AriaRole.Checkbox).First;
                await first.CheckAsync();
                await page.GetByLabel("Draws of each variant").FillAsync("200");
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Signed out");
                isOut = false;
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).ClickAsync();
                await page.SettledAsync();
                await Assertions.Expect(first).ToBeCheckedAsync();
                await Assertions.Expect(page.GetByLabel("Draws of each variant")).ToHaveValueAsync("200");

                var start = page.GetByRole(AriaRole.Button, new() { Name = "Start the sweep" });
                await start.ClickAsync();
                await Assertions.Expect(page.GetByText("The service does not answer.")).ToBeVisibleAsync();
                await start.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many requests");
                await page.ReloadAsync();
                await page.SettledAsync();
                await start.ClickAsync();
                await page.ReachesAsync("#/sweeps/[0-9a-f-]{36}$");
                await page.SettledAsync();
                Assert.Equal(3, keys.Count);
                Assert.Single(keys.Distinct());

                await page.GotoAsync($"/#/sweeps/new?scenario={site.OtherSituation}");
                await page.SettledAsync();
                await Assertions.Expect(first).Not.ToBeCheckedAsync();
            },
            prepare: async page =>
            {
                await page.RouteAsync("**/api/sweeps/validate", route => isOut ? route.FulfillAsync(new() { Status = 302, Headers = [KeyValuePair.Create("Location", "/.auth/login/aad")] }) : route.ContinueAsync());
                await page.RouteAsync("**/api/sweeps", route => LoseThenLimitAsync(route, keys));
            },
            refusal: 429);
    }

    [Fact]
    public async Task Scenarios_that_are_put_to_today_s_version_keep_their_keys_until_all_were_accepted()
    {
        var situation = (await site.Api.GetAsync("/api/situations/blue-nile-dam"))["document"]!.DeepClone().AsObject();
        situation["id"] = "renewed-once";
        await site.Api.PutSituationAsync(situation);
        var scenario = Api.Shipped("gerd-data-line");
        scenario["situation"] = "renewed-once";
        var former = await site.Api.EvaluateAsync(scenario);
        situation["summary"] = "Another reading.";
        await site.Api.PutSituationAsync(situation);
        var current = await site.Api.EvaluateAsync(scenario);

        var keys = new ConcurrentQueue<string>();
        await site.VisitAsync(
            $"#/compare?ids={former},{current}",
            async page =>
            {
                var renew = page.GetByRole(AriaRole.Button, new() { Name = "Evaluate them again on version 2" });
                await renew.ClickAsync();
                await Assertions.Expect(page.GetByText("The service does not answer.")).ToBeVisibleAsync();
                await page.UnrouteAsync("**/api/scenarios");
                var sent = await page.RunAndWaitForRequestAsync(() => renew.ClickAsync(), request => request.Method == "POST");
                Assert.Equal(keys.Single(), sent.Headers["idempotency-key"]);
                await Assertions.Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
            },
            refusal: 400,
            prepare: page => page.RouteAsync("**/api/scenarios", route =>
            {
                keys.Enqueue(route.Request.Headers["idempotency-key"]);
                return route.AbortAsync();
            }));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(302)]
    public async Task A_sign_in_that_has_run_out_is_said_to_have_and_offered_by_reloading(int status)
    {
        var isOut = true;
        await site.VisitAsync(
            "#/scenarios",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Signed out");
                await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToHaveCountAsync(0);
                await page.ShootAsync("signed-out-1280-light");
                await page.AssertAccessibleInBothThemesAsync();
                isOut = false;
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).First.ClickAsync();
                await Assertions.Expect(page.Locator(".scenario").First).ToBeVisibleAsync();
            },
            refusal: status,
            prepare: page => page.RouteAsync("**/api/scenarios?*", route => isOut
                ? route.FulfillAsync(new() { Status = status, Headers = [KeyValuePair.Create("Location", "/.auth/login/aad")] })
                : route.ContinueAsync()));
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_is_said_to_be_and_asked_for_again()
    {
        var isCut = true;
        await site.VisitAsync(
            "#/scenarios",
            async page =>
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("did not arrive whole");
                isCut = false;
                await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
                await Assertions.Expect(page.Locator(".scenario").First).ToBeVisibleAsync();
            },
            prepare: page => page.RouteAsync(new Regex(@"/api/scenarios\?"), route => isCut
                ? route.FulfillAsync(new() { ContentType = "application/json", Body = """{"scenarios":[{"id":""" })
                : route.ContinueAsync()));
    }

    /// <summary>The first answer is lost, the second attempt is one too many, the third gets through.</summary>
    private static Task LoseThenLimitAsync(IRoute route, ConcurrentQueue<string> keys)
    {
        keys.Enqueue(route.Request.Headers["idempotency-key"]);
        return keys.Count switch
        {
            1 => route.AbortAsync(),
            2 => route.FulfillAsync(new() { Status = 429, ContentType = "application/problem+json", Body = TooMany }),
            _ => route.ContinueAsync(),
        };
    }

    private static Task RefuseAsync(IRoute route, string? retryAfter = null, ConcurrentQueue<string>? keys = null)
    {
        keys?.Enqueue(route.Request.Headers["idempotency-key"]);
        return route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Headers = retryAfter is null ? [] : [KeyValuePair.Create("Retry-After", retryAfter)],
            Body = Unavailable,
        });
    }
}
