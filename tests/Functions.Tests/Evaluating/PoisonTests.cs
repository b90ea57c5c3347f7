using System.Diagnostics.Metrics;
using Azure.Data.Tables;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Evaluating;

public sealed class PoisonTests(SharedAzurite azurite)
{
    public static TheoryData<string, string> Unreadable => new()
    {
        { "not JSON", "no message that this version reads" },
        { Requests.Message(Guid.Empty), "no such scenario" },
        { new string('x', 48 * 1024), "no message that this version reads" },
        { "{\"schema\":1,\"id\":\"' or 1 eq 1\\u0000/\\\\#?%\"}", "no message that this version reads" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_nothing_can_be_done_with_is_kept_with_the_reason_once(string text, string reason)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");

        await app.PoisonAsync(text);
        await app.PoisonAsync(text);

        Assert.Contains(reason, Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"));
        Assert.Empty(await app.MessagesAsync());
    }

    [Theory]
    [InlineData("""{"schema":99,"id":"00000000-0000-0000-0000-000000000001","generation":1}""")]
    [InlineData("""{"schema":99,"scenario":{"number":7},"generation":"first"}""")]
    public async Task A_message_of_another_version_waits_for_an_app_that_reads_it(string text)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("another version");

        await app.PoisonAsync(text);

        Assert.Equal(text, Assert.Single(await app.MessagesAsync()));
        Assert.Equal(Backoff.UntilUpgraded, app.NoDelay.Delays[^1]);
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task A_run_is_kept_once_for_a_reason_however_often_its_messages_are_sent_again_and_counted_once()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("can no longer be read");
        using var letters = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.dead_letters");
        var id = await app.AcceptedAsync();
        await app.Scenarios.DamageAsync(Keys.Submission(id), row => row["Status"] = "Lost");

        for (var hour = 0; hour < 3; hour++)
        {
            await app.PoisonAsync((ScenarioMessage.For(id, 1) with { DueAt = app.Time.GetUtcNow(), Attempt = hour }).ToJson());
            app.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(id, Assert.Single(await app.DeadLetters.RowsAsync()).GetGuid("Scenario"));
        Assert.Equal(1, letters.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal(2, await KeptAsync(2));

        async Task<int> KeptAsync(int generation)
        {
            await app.PoisonAsync(Requests.Message(id, generation));
            return (await app.DeadLetters.RowsAsync()).Count;
        }
    }

    [Fact]
    public async Task An_end_whose_answer_was_lost_is_its_own_and_counted()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        using var failed = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.scenarios.failed");
        using var letters = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.dead_letters");
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.Scenarios.DamageSubmissionAsync(id);
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);

        await app.PoisonAsync(Requests.Message(id));

        Assert.Empty(await app.MessagesAsync());
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
        Assert.Equal((1, 1), (failed.GetMeasurementSnapshot().EvaluateAsCounter(), letters.GetMeasurementSnapshot().EvaluateAsCounter()));
    }

    [Fact]
    public async Task A_letter_is_counted_once_when_the_end_has_to_be_tried_again_or_its_own_answer_was_lost()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        using var letters = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.dead_letters");
        var id = await app.AcceptedAsync();
        await app.Scenarios.DamageSubmissionAsync(id);
        app.Wire.LosesAnswer = Wire.Once(call => call.Touches(app.Names.DeadLetters));
        app.Wire.FailsBefore = call => call.IsTransaction;
        await app.PoisonAsync(Requests.Message(id));
        app.Wire.FailsBefore = _ => false;
        app.Time.Advance(TimeSpan.FromMinutes(1));

        await app.PoisonAsync(Requests.Message(id));

        Assert.Equal("Failed", (await app.StatusAsync(id))["status"]);
        Assert.Equal(1, letters.GetMeasurementSnapshot().EvaluateAsCounter());
    }

    [Fact]
    public async Task A_scenario_whose_row_nobody_can_read_is_kept_with_the_reason()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("can no longer be read");
        var id = await app.AcceptedAsync();
        var row = Assert.Single(await app.Scenarios.RowsAsync(), each => each.RowKey == Keys.Submission(id));
        row["Status"] = "Lost";
        await app.Scenarios.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        await app.PoisonAsync(Requests.Message(id));

        Assert.Equal(id, Assert.Single(await app.DeadLetters.RowsAsync()).GetGuid("Scenario"));
        Assert.Empty((await app.PoisonQueue.PeekMessagesAsync(1, TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task A_scenario_that_was_only_unlucky_is_sent_again()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);

        await app.PoisonAsync(Requests.Message(id));
        await app.RunMessagesAsync();

        Assert.NotEmpty(await app.ReportAsync(id));
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task A_scenario_whose_attempts_failed_ends_as_failed_with_a_dead_letter()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await app.AcceptedAsync();
        app.Wire.Before = (call, _) => call.IsTransaction && call.Body.Contains("Succeeded", StringComparison.Ordinal)
            ? throw new InvalidCastException("a bug")
            : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.EvaluateAsync(Requests.Message(id)));

        await app.PoisonAsync(Requests.Message(id));

        var status = await app.StatusAsync(id);
        Assert.Equal("Failed", status["status"]);
        Assert.DoesNotContain("Exception", status.Json.ToJsonString());
        Assert.DoesNotContain("a bug", status.Json.ToJsonString());
        var letter = Assert.Single(await app.DeadLetters.RowsAsync());
        Assert.Equal(id, letter.GetGuid("Scenario"));
        Assert.Contains(nameof(InvalidCastException), letter.GetString("Reason"));
        Assert.Empty(await app.Evaluations.RowsAsync());
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
    }

    [Fact]
    public async Task A_scenario_that_only_brings_its_workers_down_is_given_up_in_the_end()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Evaluation:Attempts", "3"));
        app.ExpectWarning("given up");
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);

        for (var worker = 1; worker <= 3; worker++)
        {
            // What a worker leaves behind that goes down in the middle of it.
            var row = await app.RowAsync(id);
            await app.Get<ScenarioTable>().ChangeAsync(
                row with { Status = ScenarioStatus.Running, Owner = $"{worker}", Claims = worker, LeaseUntil = app.Time.GetUtcNow() },
                TestContext.Current.CancellationToken);
            await app.PoisonAsync(Requests.Message(id));
            Assert.Equal(worker < 3 ? "Running" : "Failed", (await app.StatusAsync(id))["status"]);
        }
    }

    [Fact]
    public async Task However_often_storage_was_away_a_scenario_that_nobody_began_is_sent_again()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);

        await app.PoisonAsync((ScenarioMessage.For(id, 1) with { Attempt = 100 }).ToJson());
        await app.RunMessagesAsync();

        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task A_scenario_that_has_come_to_its_end_is_left_alone()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var before = await app.RowAsync(id);

        await app.PoisonAsync(Requests.Message(id));

        Assert.Equal(before, await app.RowAsync(id));
        Assert.Empty(await app.MessagesAsync());
    }

    [Fact]
    public async Task It_never_throws_but_puts_the_message_back()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => !call.IsSend;
        await app.PoisonAsync(Requests.Message(Guid.Empty));
        app.Wire.FailsBefore = _ => false;

        Assert.Equal(Requests.Message(Guid.Empty), (await app.PoisonQueue.PeekMessageAsync(TestContext.Current.CancellationToken)).Value.MessageText);
        app.Wire.FailsBefore = _ => true;
        await app.PoisonAsync(Requests.Message(Guid.Empty));
    }

    [Fact]
    public async Task It_leaves_a_scenario_to_the_worker_that_holds_it()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = worker.Pause(id, call => call.Touches(app.Names.Evaluations));
        await reached;

        await app.PoisonAsync((ScenarioMessage.For(id, 1) with { Attempt = 100 }).ToJson());

        goOn.SetResult();
        await evaluation;
        Assert.NotEmpty(await app.ReportAsync(id));
    }
}
