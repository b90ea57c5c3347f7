using Azure.Data.Tables;
using Parley.Functions.Purging;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Purging;

public sealed class PurgeTests(SharedAzurite azurite)
{
    [Fact]
    public async Task What_ended_long_ago_is_deleted_and_later_forgotten_and_nothing_else_is()
    {
        await using var app = await App.StartAsync(azurite, settings: [("Retention:ScenarioDays", "10"), ("Retention:TombstoneDays", "5")]);
        var old = Guid.Parse((await app.SubmitAsync(Requests.Scenario("old"), key: "order-1"))["id"]);
        await app.RunMessagesAsync();
        var waiting = await app.AcceptedAsync(Requests.Scenario("waiting"));
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(9));
        await app.AcceptedAsync(Requests.Scenario("young"));
        await app.RunMessagesAsync();

        await TickAsync(app);
        Assert.Equal(["young", "waiting", "old"], await app.ListAsync().TitlesAsync());
        app.Time.Advance(TimeSpan.FromDays(1.5));
        await TickAsync(app);

        Assert.Equal(["young", "waiting"], await app.ListAsync().TitlesAsync());
        Assert.DoesNotContain(await app.Evaluations.RowsAsync(), row => row.PartitionKey == $"{old}");
        Assert.Equal(410, (await app.SubmitAsync(Requests.Scenario("old"), key: "order-1")).Status);
        app.Time.Advance(TimeSpan.FromDays(5.5));
        await TickAsync(app);

        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.GetGuid("Id") == old);
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario("old"), key: "order-1")).Status);
        Assert.Equal(ScenarioStatus.Accepted, (await app.RowAsync(waiting)).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_passed_over_with_a_warning_and_the_rest_is_purged()
    {
        await using var app = await App.StartAsync(azurite, settings: [("Retention:ScenarioDays", "10"), ("Retention:PerRun", "2")]);
        app.ExpectWarning("is passed over");
        var (unreadable, old) = (await app.AcceptedAsync(), await app.AcceptedAsync());
        await app.RunMessagesAsync();
        var rows = await app.Scenarios.RowsAsync();
        var broken = rows.Single(row => row.RowKey == Keys.Submission(unreadable));
        broken.Remove("Generation");
        await app.Scenarios.UpdateEntityAsync(broken, broken.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
        // No key of ours; in the first of all shards, so that it comes first.
        var foreign = new TableEntity("00", $"{rows.First(row => row.RowKey.StartsWith("t|", StringComparison.Ordinal)).RowKey}|x") { ["FinishedAt"] = app.Time.GetUtcNow() };
        await app.Scenarios.AddEntityAsync(foreign, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(11));

        await TickAsync(app);

        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(old)).Status);
        Assert.Contains(app.Log, line => line.Contains($"{unreadable}", StringComparison.Ordinal) && line.Contains("passed over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_run_makes_a_scenario_young_again()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Retention:ScenarioDays", "10"));
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        app.Time.Advance(TimeSpan.FromDays(11));
        await app.RerunAsync(id);
        await TickAsync(app);
        await app.RunMessagesAsync();

        await TickAsync(app);

        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task Dead_letters_go_when_they_are_old()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Retention:DeadLetterDays", "10"));
        await app.Get<DeadLetterTable>().KeepAsync("old", "for the test", null, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(6));
        await app.Get<DeadLetterTable>().KeepAsync("young", "for the test", null, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(6));

        await TickAsync(app);

        Assert.Equal(Keys.DeadLetter("young"), Assert.Single(await app.DeadLetters.RowsAsync()).RowKey);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("long ago")]
    public async Task A_dead_letter_that_does_not_say_how_old_it_is_goes_when_nobody_has_touched_it_for_as_long(string? keptAt)
    {
        await using var app = await App.StartAsync(azurite, settings: ("Retention:DeadLetterDays", "10"));
        await app.Get<DeadLetterTable>().KeepAsync("damaged", "for the test", null, TestContext.Current.CancellationToken);
        await app.DeadLetters.DamageAsync(Keys.DeadLetter("damaged"), row => row["KeptAt"] = keptAt);
        await app.Get<DeadLetterTable>().KeepAsync("whole", "for the test", null, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(9));
        await TickAsync(app);
        Assert.Equal(2, (await app.DeadLetters.RowsAsync()).Count);

        app.Time.Advance(TimeSpan.FromDays(2));
        await app.DeadLetters.DamageAsync(Keys.DeadLetter("whole"), row => row["KeptAt"] = app.Time.GetUtcNow());
        await TickAsync(app);

        Assert.Equal(Keys.DeadLetter("whole"), Assert.Single(await app.DeadLetters.RowsAsync()).RowKey);
    }

    [Fact]
    public async Task Comparisons_of_earlier_months_go_and_those_of_this_one_stay()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Retention:PerRun", "2"));
        var kept = app.Get<ComparisonTable>();
        foreach (var key in new[] { "a", "b", "c" })
            await kept.KeepAsync(key, "{}"u8.ToArray(), TestContext.Current.CancellationToken);
        await TickAsync(app);
        Assert.NotNull(await kept.FindAsync("a", TestContext.Current.CancellationToken));

        app.Time.Advance(TimeSpan.FromDays(31));
        await kept.KeepAsync("d", "{}"u8.ToArray(), TestContext.Current.CancellationToken);
        await TickAsync(app);
        var rest = await app.CallAsync<PurgeNow>((function, request) => function.RunAsync(request));

        Assert.Equal(1, rest.Json["comparisons"]!.GetValue<int>());
        var left = Assert.Single(await app.Get<Azure.Data.Tables.TableServiceClient>().GetTableClient(app.Names.Comparisons).RowsAsync());
        Assert.Equal("d", left.RowKey);
    }

    [Fact]
    public async Task It_can_be_asked_for_and_says_what_it_did()
    {
        await using var app = await App.StartAsync(azurite, settings: [("Retention:ScenarioDays", "1"), ("Retention:PerRun", "2")]);
        foreach (var _ in Enumerable.Range(0, 3))
            await app.AcceptedAsync();
        await app.RunMessagesAsync();
        app.Time.Advance(TimeSpan.FromDays(2));

        var first = await app.CallAsync<PurgeNow>((function, request) => function.RunAsync(request));
        var second = await app.CallAsync<PurgeNow>((function, request) => function.RunAsync(request));

        Assert.Equal("""{"scenarios":2,"sweeps":0,"tombstones":0,"deadLetters":0,"comparisons":0}""", first.Json.ToJsonString());
        Assert.Equal("""{"scenarios":1,"sweeps":0,"tombstones":0,"deadLetters":0,"comparisons":0}""", second.Json.ToJsonString());
    }

    [Fact]
    public async Task Asked_for_while_storage_does_not_answer_it_does_not_wait_for_ever()
    {
        await using var app = await App.StartAsync(azurite);
        var waiting = new TaskCompletionSource();
        app.Wire.Before = async (_, cancellation) =>
        {
            waiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        };

        var answer = app.CallAsync<PurgeNow>((function, request) => function.RunAsync(request));
        await waiting.Task;
        app.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.False(answer.IsCompleted);
        app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(503, (await answer).Status);
    }

    [Fact]
    public async Task Asked_for_when_there_is_more_than_it_has_time_for_it_does_what_it_can_and_says_so()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Retention:DeadLetterDays", "1"));
        var rows = app.Get<TableServiceClient>().GetTableClient(app.Names.Allowances);
        for (var caller = 0; caller < 12; caller++)
            await rows.AddEntityAsync(new TableEntity(Keys.Allowances($"{caller}"), Keys.CostAllowance) { ["Window"] = 1L }, TestContext.Current.CancellationToken);
        await app.Get<DeadLetterTable>().KeepAsync("old", "for the test", null, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(2));
        app.Wire.Before = (call, _) =>
        {
            if (call.Method == "DELETE" && call.Touches(app.Names.Allowances))
                app.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        };

        var purged = await app.CallAsync<PurgeNow>((function, request) => function.RunAsync(request));

        Assert.Equal((200, 1), (purged.Status, purged.Json["deadLetters"]!.GetValue<int>()));
        Assert.InRange((await rows.RowsAsync()).Count, 1, 11);
        await TickAsync(app);
        Assert.Empty(await rows.RowsAsync());
    }

    [Fact]
    public async Task A_purge_that_dies_in_the_middle_is_completed_by_a_worker()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Retention:ScenarioDays", "1"));
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        app.Time.Advance(TimeSpan.FromDays(2));
        app.Wire.FailsBefore = call => call.Touches(app.Names.Evaluations);
        await TickAsync(app);
        Assert.Equal(ScenarioStatus.Deleting, (await app.RowAsync(id)).Status);
        app.Wire.FailsBefore = _ => false;

        app.Time.Advance(TimeSpan.FromMinutes(3));
        await app.TickAsync();
        await app.RunMessagesAsync();

        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(id)).Status);
        Assert.Empty(await app.Evaluations.RowsAsync());
    }

    [Fact]
    public async Task Rows_that_a_worker_wrote_after_the_deletion_go_with_the_tombstone()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Retention:TombstoneDays", "1"));
        await using var slept = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        var (evaluation, reached, goOn) = slept.Pause(id, call => call.Touches(app.Names.Evaluations) && call.IsTransaction);
        await reached;
        // It gives no sign of life; later its rows get through, and then nothing any more.
        slept.Wire.FailsBefore = call => !call.Touches(app.Names.Evaluations) || !call.IsTransaction;
        app.Time.Advance(TimeSpan.FromSeconds(61));
        await app.DeleteAsync(id);
        await app.RunMessagesAsync();
        goOn.SetResult();
        await evaluation.ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.NotEmpty(await app.Evaluations.RowsAsync());

        app.Time.Advance(TimeSpan.FromDays(2));
        await TickAsync(app);

        Assert.Empty(await app.Evaluations.RowsAsync());
        Assert.Empty(await app.Scenarios.RowsAsync());
    }

    private static Task TickAsync(App app) =>
        Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<PurgeOld>(app.Get<IServiceProvider>())
            .RunAsync(new(), TestContext.Current.CancellationToken);
}
