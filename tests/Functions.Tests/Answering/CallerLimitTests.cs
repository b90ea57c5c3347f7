using System.Diagnostics.Metrics;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Answering;
using Parley.Functions.Comparing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Answering;

public sealed class CallerLimitTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_caller_who_asks_too_often_waits_for_the_next_minute_and_the_others_do_not()
    {
        await using var app = await App.StartAsync(azurite, settings: [("Limits:RequestsPerMinute", "2"), ("Access:RequireCaller", "true")]);
        app.Time.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(app.Time.GetUtcNow().UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.FromSeconds(20));

        Assert.Equal(400, (await SubmitAsync(app, "ada", "{}")).Status);
        Assert.Equal(400, (await SubmitAsync(app, "ada", "{}")).Status);
        var refused = await SubmitAsync(app, "ada", "{}");

        Assert.Equal((429, "application/problem+json", "40"), (refused.Status, refused.ContentType, $"{refused.Headers.RetryAfter}"));
        Assert.Contains("2 requests a minute", refused["detail"]);
        Assert.Equal(400, (await SubmitAsync(app, "bob", "{}")).Status);
        app.Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(400, (await SubmitAsync(app, "ada", "{}")).Status);
    }

    [Fact]
    public async Task What_a_caller_asks_for_may_cost_so_much_an_hour_and_the_refusal_says_what_it_would()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", "1200000000"));
        // Settings allow no less than the largest evaluation: most of it is used up beforehand.
        var one = (await app.SubmitAsync(Requests.Scenario(), key: "order-1")).Json["cost"]!.GetValue<long>();
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(draws: 1_000_000))).Status);
        for (var status = 202; status == 202;)
            status = (await app.SubmitAsync(Requests.Scenario(draws: 1_000_000))).Status;
        for (var status = 202; status == 202;)
            status = (await app.SubmitAsync(Requests.Scenario(draws: 100_000))).Status;

        var refused = await app.SubmitAsync(Requests.Scenario(draws: 100_000));

        Assert.Equal(429, refused.Status);
        Assert.InRange(int.Parse($"{refused.Headers.RetryAfter}"), 1, 3600);
        Assert.Contains($"costs {one * 500} (draws × stakeholders × issues × analyses)", refused["detail"]);
        Assert.Contains("of the 1200000000", refused["detail"]);
        var again = await app.SubmitAsync(Requests.Scenario(), key: "order-1"); // Asked for before, and paid for.
        Assert.Equal((202, "1"), (again.Status, $"{again.Headers.RetryAfter}"));
        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(draws: 100_000))).Status);
    }

    [Fact]
    public async Task A_repetition_is_neither_charged_nor_counted_whichever_process_it_meets()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", "1200000000"));
        await using var other = await App.StartAsync(azurite, beside: app, settings: ("Limits:CostPerHour", "1200000000"));
        using var counted = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.scenarios.accepted");
        using var countedThere = new MetricCollector<long>(other.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.scenarios.accepted");
        var first = await app.SubmitAsync(Requests.Scenario(draws: 1_000_000), key: "order-1");
        var taken = await TakenAsync(app);

        for (var again = 0; again < 25; again++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            foreach (var process in new[] { app, other })
                Assert.Equal((202, first["id"]), await process.SubmitAsync(Requests.Scenario(draws: 1_000_000), key: "order-1") is var answer ? (answer.Status, answer["id"]) : default);
            Assert.Equal(422, (await other.SubmitAsync(Requests.Scenario(draws: 999_980), key: "order-1")).Status);
        }

        Assert.Equal(taken, await TakenAsync(app));
        Assert.Equal((1, 0), (counted.GetMeasurementSnapshot().Count, countedThere.GetMeasurementSnapshot().Count));

        static async Task<object?> TakenAsync(App app) =>
            Assert.Single(await app.Get<TableServiceClient>().GetTableClient(app.Names.Allowances).RowsAsync())["Taken"];
    }

    /// <summary>A process takes a five-thousandth of the whole at first, which is twenty of these.</summary>
    [Fact]
    public async Task What_repetitions_are_charged_with_is_given_back()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", "1200000000"));
        for (var again = 0; again < 40; again++)
        {
            Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(), key: "order-1")).Status);
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        app.Wire.Forget();
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(), key: "order-2")).Status);
        Assert.DoesNotContain(app.Wire.Calls, call => call.Touches("allowances"));
    }

    [Fact]
    public async Task A_repetition_has_its_first_answer_though_what_a_new_request_needs_is_away()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var first = await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        foreach (var table in new[] { app.Names.Situations, app.Names.Allowances })
        {
            other.Wire.FailsBefore = call => call.Touches(table);
            Assert.Equal((202, first["id"]), await other.SubmitAsync(Requests.Scenario(), key: "order-1") is var answer ? (answer.Status, answer["id"]) : default);
            Assert.Equal(503, (await other.SubmitAsync(Requests.Scenario(), key: "order-2")).Status);
        }
    }

    [Fact]
    public async Task What_storage_did_not_take_is_not_charged_for()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", "1200000000"));
        var ended = await app.AcceptedAsync(Requests.Scenario());
        await app.RunMessagesAsync();
        await app.Get<ScenarioTable>().ChangeAsync(await app.RowAsync(ended) with { Cost = 60_000_000 }, TestContext.Current.CancellationToken);
        app.Wire.FailsBefore = call => call.IsTransaction;

        for (var tries = 0; tries < 21; tries++)
        {
            // Twenty of either would use up what there is for an hour.
            Assert.Equal(503, (await app.SubmitAsync(Requests.Scenario(draws: 1_000_000))).Status);
            Assert.Equal(503, (await app.RerunAsync(ended)).Status);
        }

        app.Wire.FailsBefore = _ => false;
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(draws: 1_000_000))).Status);
    }

    [Fact]
    public async Task A_comparison_counts_when_it_is_made_and_not_when_it_was_kept()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", "1200000000"));
        var ids = $"?ids={await app.AcceptedAsync()},{await app.AcceptedAsync()}";
        Assert.Equal(200, (await CompareAsync(app, ids)).Status);
        foreach (var draws in new[] { 1_000_000, 100_000 })
        {
            for (var status = 202; status == 202;)
                status = (await app.SubmitAsync(Requests.Scenario(draws: draws))).Status;
        }

        // What is left is less than one evaluation of so many draws, and these are two.
        var refused = await CompareAsync(app, $"{ids}&draws=100000");

        Assert.Equal((429, "Too much to evaluate"), (refused.Status, refused["title"]));
        Assert.InRange(int.Parse($"{refused.Headers.RetryAfter}"), 1, 3600);
        Assert.Equal(200, (await CompareAsync(app, ids)).Status);
    }

    [Fact]
    public async Task What_another_process_has_let_a_caller_ask_for_counts_too()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", "1200000000"));
        await using var other = await App.StartAsync(azurite, beside: app, settings: ("Limits:CostPerHour", "1200000000"));
        foreach (var draws in new[] { 1_000_000, 100_000 })
        {
            for (var status = 202; status == 202;)
                status = (await app.SubmitAsync(Requests.Scenario(draws: draws))).Status;
        }

        var refused = await other.SubmitAsync(Requests.Scenario(draws: 100_000));

        Assert.Equal((429, "Too much to evaluate"), (refused.Status, refused["title"]));
        Assert.Contains("of the 1200000000", refused["detail"]);
    }

    [Fact]
    public async Task A_charge_that_storage_cannot_note_is_answered_with_503_and_nothing_is_accepted()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.Touches("allowances");

        var away = await app.SubmitAsync(Requests.Scenario(), key: "order-1");

        Assert.Equal((503, "2"), (away.Status, $"{away.Headers.RetryAfter}"));
        app.Wire.FailsBefore = _ => false;
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(), key: "order-1")).Status);
    }

    [Fact]
    public async Task A_new_run_that_two_ask_for_at_once_is_charged_once()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Limits:CostPerHour", "1200000000"));
        var ended = await app.AcceptedAsync(Requests.Scenario());
        for (var run = 1; run <= 13; run++)
        {
            await app.RunMessagesAsync();
            await app.Get<ScenarioTable>().ChangeAsync(await app.RowAsync(ended) with { Cost = 60_000_000 }, TestContext.Current.CancellationToken);
            var here = Wire.Once(call => call.IsTransaction);
            app.Wire.Before = (call, _) => here(call) ? app.RerunAsync(ended) : Task.CompletedTask;

            // Charged twice, ten of them would use up what there is for an hour.
            Assert.Equal(202, (await app.RerunAsync(ended)).Status);
            app.Wire.Before = (_, _) => Task.CompletedTask;
            Assert.Equal(run + 1, (await app.RowAsync(ended)).Generation);
        }
    }

    [Fact]
    public void As_much_as_is_allowed_is_granted_and_no_more_however_many_ask_at_once()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var allowance = new Allowance(1000, TimeSpan.FromMinutes(1), time);
        var granted = 0;

        Parallel.For(0, 5000, _ =>
        {
            if (allowance.Use("ada", 1) is null)
                Interlocked.Increment(ref granted);
        });

        Assert.Equal(1000, granted);
        Assert.Equal((1000, TimeSpan.FromMinutes(1)), allowance.Use("ada", 1));
        Assert.Null(allowance.Use("bob", 1000));
    }

    private static Task<Answer> CompareAsync(App app, string query) =>
        app.CallAsync<CompareScenarios>((function, request) => function.RunAsync(request), request => request.QueryString = new QueryString(query));

    private static Task<Answer> SubmitAsync(App app, string principal, string json) =>
        app.CallAsync<SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            App.Json(json)(request);
            request.Headers["X-MS-CLIENT-PRINCIPAL-ID"] = principal;
        });
}
