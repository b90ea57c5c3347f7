using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Changing;

public sealed class CancelTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_scenario_that_no_worker_has_begun_is_cancelled_at_once()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        var answer = await app.CancelAsync(id);
        await app.RunMessagesAsync();

        Assert.Equal((200, "Cancelled"), (answer.Status, answer["status"]));
        Assert.Equal("Cancelled", (await app.StatusAsync(id))["status"]);
        Assert.NotNull(answer.Json["finishedAt"]);
        Assert.Empty(await app.Evaluations.RowsAsync());
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
        Assert.Equal("Cancelled", Assert.Single((await app.ListAsync("?status=Cancelled")).Json["scenarios"]!.AsArray())!["status"]!.ToString());
    }

    [Fact]
    public async Task A_new_run_that_no_worker_has_begun_is_cancelled_by_one_that_removes_what_the_former_left()
    {
        await using var app = await App.StartAsync(azurite);
        await using var slow = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        // It writes its rows and dies, after another has brought the run to its end.
        await slow.KillDuringAsync(id, Workers.IsEnd);
        app.Time.Advance(TimeSpan.FromSeconds(61));
        var before = await app.Evaluations.RowsAsync();
        await app.RunMessagesAsync();
        foreach (var row in before)
            await app.Evaluations.AddEntityAsync(row, TestContext.Current.CancellationToken);
        var result = (await app.RowAsync(id)).Attempt;
        await app.RerunAsync(id);

        var answer = await app.CancelAsync(id);
        await app.RunMessagesAsync();

        Assert.Equal((202, "Cancelling"), (answer.Status, answer["status"]));
        Assert.Equal("Cancelled", (await app.StatusAsync(id))["status"]);
        Assert.All(await app.Evaluations.RowsAsync(), row => Assert.Contains(result, row.RowKey, StringComparison.Ordinal));
        Assert.Equal(200, (await app.ImpactsAsync(id)).Status);
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
    }

    [Fact]
    public async Task A_running_one_is_cancelled_by_its_worker_which_removes_what_it_wrote()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = worker.Pause(id, Workers.IsEnd);
        await reached;

        var answer = await app.CancelAsync(id);
        Assert.Equal((202, "Cancelling", "1"), (answer.Status, answer["status"], $"{answer.Headers.RetryAfter}"));
        Assert.Equal(404, (await app.ImpactsAsync(id)).Status);
        goOn.SetResult();
        await evaluation;

        Assert.Equal("Cancelled", (await app.StatusAsync(id))["status"]);
        Assert.Empty(await app.Evaluations.RowsAsync());
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
        await app.RunMessagesAsync();
        Assert.Equal("Cancelled", (await app.StatusAsync(id))["status"]);
    }

    [Fact]
    public async Task A_worker_in_the_middle_of_a_long_evaluation_hears_of_it_with_its_next_sign_of_life()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        // Long enough that it could not come to its end by itself in this test.
        var id = await app.AcceptedAsync(Requests.Scenario(draws: 1_000_000));
        var evaluation = worker.EvaluateAsync(Requests.Message(id));
        await app.UntilAsync(id, row => row.Status == ScenarioStatus.Running);
        await app.CancelAsync(id);

        app.Time.Advance(TimeSpan.FromSeconds(20));
        await evaluation;

        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task When_its_worker_was_killed_another_one_ends_it_after_the_lease()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        await using var killed = await App.StartAsync(azurite, beside: app);
        await killed.KillDuringAsync(id, Workers.IsEnd);

        Assert.Equal(202, (await app.CancelAsync(id)).Status);
        Assert.True(await app.RunMessageAsync());
        Assert.Equal(ScenarioStatus.Cancelling, (await app.RowAsync(id)).Status); // It may be alive.
        app.Time.Advance(TimeSpan.FromSeconds(61));
        await app.RunMessagesAsync();

        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
        Assert.Empty(await app.Evaluations.RowsAsync());
    }

    [Fact]
    public async Task A_stop_whose_message_was_lost_is_completed_by_the_outbox()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await using var killed = await App.StartAsync(azurite, beside: app);
        await killed.KillDuringAsync(id, Workers.IsEnd);
        app.Wire.FailsBefore = call => call.IsSend;
        Assert.Equal(202, (await app.CancelAsync(id)).Status);
        app.Wire.FailsBefore = _ => false;
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromMinutes(3));
        await app.TickAsync();
        await app.RunMessagesAsync();

        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
        Assert.Empty(await app.Evaluations.RowsAsync());
    }

    [Fact]
    public async Task Cancelling_again_changes_nothing()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var first = await app.CancelAsync(id);
        var row = await app.RowAsync(id);

        var second = await app.CancelAsync(id);

        Assert.Equal((first.Status, $"{first.Headers.ETag}"), (second.Status, $"{second.Headers.ETag}"));
        Assert.Equal(row, await app.RowAsync(id));
    }

    [Fact]
    public async Task What_has_ended_cannot_be_cancelled_and_is_told_so()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var answer = await app.CancelAsync(id);

        Assert.Equal((409, "Succeeded"), (answer.Status, answer["scenarioStatus"]));
        Assert.Contains("nothing left to cancel", answer["detail"]);
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task An_answer_that_was_lost_does_not_make_the_cancel_a_conflict()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var etag = $"{(await app.StatusAsync(id)).Headers.ETag}";
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);

        var answer = await app.CancelAsync(id, etag);

        Assert.Equal((200, "Cancelled"), (answer.Status, answer["status"]));
    }

    [Fact]
    public async Task A_poisoned_message_of_a_stopped_scenario_is_sent_again_and_not_given_up()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        await using var killed = await App.StartAsync(azurite, beside: app);
        await killed.KillDuringAsync(id, Workers.IsEnd);
        await app.CancelAsync(id);
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromSeconds(61));

        await app.PoisonAsync(Requests.Message(id));
        await app.RunMessagesAsync();

        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }
}
