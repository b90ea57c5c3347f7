using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Evaluating;

public sealed class LeaseTests(SharedAzurite azurite)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_worker_killed_in_mid_evaluation_is_followed_by_another_after_its_lease()
    {
        await using var app = await App.StartAsync(azurite);
        var undisturbed = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var id = await app.AcceptedAsync();
        await using var killed = await App.StartAsync(azurite, beside: app);
        await killed.KillDuringAsync(id, call => call.Touches(app.Names.Evaluations) && call.IsTransaction);

        Assert.True(await app.RunMessageAsync());
        Assert.Equal(ScenarioStatus.Running, (await app.RowAsync(id)).Status);
        Assert.InRange(app.NoDelay.Delays[^1], Lease - TimeSpan.FromSeconds(1), 2 * Lease);
        app.Time.Advance(Lease + TimeSpan.FromSeconds(1));
        await app.RunMessagesAsync();

        Assert.Equal(await app.ReportAsync(undisturbed), await app.ReportAsync(id));
        Assert.Equal(2, (await app.RowAsync(id)).Claims);
    }

    [Fact]
    public async Task What_a_killed_worker_had_written_is_removed()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await using var killed = await App.StartAsync(azurite, beside: app);
        await killed.KillDuringAsync(id, call => call.IsTransaction && call.Body.Contains("Succeeded", StringComparison.Ordinal));
        var attempt = (await app.RowAsync(id)).Owner;
        Assert.Contains(await app.Evaluations.RowsAsync(), row => row.RowKey.Contains(attempt, StringComparison.Ordinal));

        app.Time.Advance(Lease + TimeSpan.FromSeconds(1));
        await app.RunMessagesAsync();

        Assert.DoesNotContain(await app.Evaluations.RowsAsync(), row => row.RowKey.Contains(attempt, StringComparison.Ordinal));
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_others_had_written_is_removed_even_when_the_winner_is_killed_before_it_does(bool bySendingAgain)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await using var loser = await App.StartAsync(azurite, beside: app);
        await loser.KillDuringAsync(id, Workers.IsEnd);
        var lost = (await app.RowAsync(id)).Owner;
        app.Time.Advance(Lease + TimeSpan.FromSeconds(1));
        await using var winner = await App.StartAsync(azurite, beside: app);
        await winner.KillDuringAsync(id, call => call.Method == "GET" && call.Touches(app.Names.Evaluations));
        Assert.Equal(ScenarioStatus.Succeeded, (await app.RowAsync(id)).Status);
        Assert.Contains(await app.Evaluations.RowsAsync(), row => row.RowKey.Contains(lost, StringComparison.Ordinal));

        if (bySendingAgain)
        {
            await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
            app.Time.Advance(TimeSpan.FromMinutes(3));
            await app.TickAsync();
        }

        await app.RunMessagesAsync();

        Assert.DoesNotContain(await app.Evaluations.RowsAsync(), row => row.RowKey.Contains(lost, StringComparison.Ordinal));
        Assert.NotEmpty(await app.ReportAsync(id));
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
    }

    [Fact]
    public async Task A_worker_that_gives_signs_of_life_keeps_its_lease()
    {
        await using var app = await App.StartAsync(azurite);
        await using var slow = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = slow.Pause(id, call => call.Touches(app.Names.Evaluations) && call.IsTransaction);
        await reached;

        for (var sign = 0; sign < 6; sign++)
        {
            var before = (await app.RowAsync(id)).LeaseUntil;
            app.Time.Advance(Renewal);
            await app.UntilAsync(id, row => row.LeaseUntil > before);
        }

        Assert.True(await app.RunMessageAsync());
        goOn.SetResult();
        await evaluation;
        Assert.Equal(1, (await app.RowAsync(id)).Claims);
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task A_worker_that_was_silent_for_too_long_changes_nothing_and_removes_its_rows()
    {
        await using var app = await App.StartAsync(azurite);
        await using var silent = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = silent.Pause(id, call => call.IsTransaction && call.Body.Contains("Succeeded", StringComparison.Ordinal));
        await reached;
        // Its last sign of life has stopped by then: it is about to write the end.
        app.Time.Advance(Lease + TimeSpan.FromSeconds(1));
        await app.RunMessagesAsync();
        var first = await app.RowAsync(id);

        goOn.SetResult();
        await evaluation;

        Assert.Equal(first, await app.RowAsync(id));
        Assert.All(await app.Evaluations.RowsAsync(), row => Assert.Contains(first.Attempt, row.RowKey));
    }

    [Theory]
    [InlineData(ScenarioStatus.Cancelled)]
    [InlineData(ScenarioStatus.Deleting)]
    public async Task A_scenario_stopped_in_mid_evaluation_stays_so_and_the_workers_rows_are_removed(ScenarioStatus status)
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = worker.Pause(id, call => call.IsTransaction && call.Body.Contains("Succeeded", StringComparison.Ordinal));
        await reached;
        var stopped = await app.RowAsync(id) with { Status = status, Owner = "" };
        Assert.NotNull(await app.Get<ScenarioTable>().FinishAsync(stopped, TestContext.Current.CancellationToken));

        goOn.SetResult();
        await evaluation;

        Assert.Equal(status, (await app.RowAsync(id)).Status);
        Assert.Empty(await app.Evaluations.RowsAsync());
    }

    [Fact]
    public async Task An_evaluation_whose_lease_is_taken_away_stops()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        // Long enough that it could not come to its end by itself in this test.
        var id = await app.AcceptedAsync(Requests.Scenario(draws: 1_000_000));
        var evaluation = worker.EvaluateAsync(Requests.Message(id));
        await app.UntilAsync(id, row => row.Status == ScenarioStatus.Running);
        await app.Get<ScenarioTable>().FinishAsync(
            await app.RowAsync(id) with { Status = ScenarioStatus.Cancelled, Owner = "" }, TestContext.Current.CancellationToken);

        app.Time.Advance(Renewal);
        await evaluation;

        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
        Assert.Contains(worker.Log, line => line.Contains("removed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Running")]
    [InlineData("Succeeded")]
    public async Task A_change_whose_answer_was_lost_is_recognised_as_our_own(string status)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction && call.Body.Contains($"\"{status}\"", StringComparison.Ordinal));

        await app.RunMessagesAsync();

        Assert.Equal(1, (await app.RowAsync(id)).Claims);
        Assert.NotEmpty(await app.ReportAsync(id));
        Assert.Empty(await app.MessagesAsync());
    }
}
