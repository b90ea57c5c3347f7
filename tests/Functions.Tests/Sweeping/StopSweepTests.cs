using Parley.Functions.Purging;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Faults;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Cancelled, deleted, purged, at any time.</summary>
public sealed class StopSweepTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_sweep_cancelled_in_mid_run_begins_no_chunk_any_more_and_keeps_what_it_has()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.WorkAsync(id, chunk: 0);

        var cancelled = await app.CancelSweepAsync(id);
        await app.RunSweepMessagesAsync();
        var after = await app.SweepAsync(id);

        Assert.Equal((200, "Cancelled", "Cancelled"), (cancelled.Status, cancelled["status"], after["status"]));
        Assert.Equal(500, after.Json["progress"]!["variantsDone"]!.GetValue<int>());
        Assert.Equal(500, after.Json["summary"]!["variants"]!.GetValue<int>());
        Assert.Null(after.Json["summary"]!["front"]);
        Assert.Equal(500, (await app.VariantsAsync(id)).Json["variants"]!.AsArray().Count);
        Assert.Equal(200, (await app.CancelSweepAsync(id)).Status);
    }

    [Fact]
    public async Task A_sweep_cancelled_while_it_is_summarised_stays_cancelled()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        var isSummary = Wire.Once(call => !call.IsTransaction && call.Body.Contains("\"Content00\"", StringComparison.Ordinal));
        app.Wire.Before = async (call, _) =>
        {
            if (isSummary(call))
                Assert.Equal(200, (await app.CancelSweepAsync(id)).Status);
        };

        await app.RunSweepMessagesAsync();

        Assert.Equal("Cancelled", (await app.SweepAsync(id))["status"]);
        Assert.DoesNotContain(app.Log, line => line.Contains("complete and summarised", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_has_ended_cannot_be_cancelled()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: 10));
        await app.RunSweepMessagesAsync();

        var answer = await app.CancelSweepAsync(id);

        Assert.Equal((409, "Succeeded"), (answer.Status, answer["sweepStatus"]));
    }

    [Fact]
    public async Task A_deleted_sweep_is_gone_at_once_its_rows_soon_and_its_key_stays_taken()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(204, (await app.DeleteSweepAsync(id)).Status);

        Assert.Equal((404, 404, 404), ((await app.SweepAsync(id)).Status, (await app.VariantsAsync(id)).Status, (await app.DeleteSweepAsync(id)).Status));
        Assert.Empty((await app.ListSweepsAsync()).Json["sweeps"]!.AsArray());
        Assert.Equal(410, (await app.SubmitSweepAsync()).Status);
        await app.RunSweepMessagesAsync();
        Assert.Empty(await app.ChunkRows().RowsAsync());
        Assert.Equal(ScenarioStatus.Deleted, (await app.SweepRowAsync(id)).Status);
        Assert.Equal(410, (await app.SubmitSweepAsync()).Status);
    }

    [Theory]
    [InlineData("PUT", "Digest")]
    [InlineData("POST", "LeaseUntil")]
    public async Task A_worker_in_mid_chunk_leaves_nothing_behind_of_a_sweep_deleted_meanwhile(string method, string column)
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        var here = Wire.Once(call => call.Method == method && call.Body.Contains($"\"{column}\"", StringComparison.Ordinal) && !call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            if (!here(call))
                return;
            await other.DeleteSweepAsync(id);
            await other.RunSweepMessagesAsync();
        };

        await app.WorkAsync(id, chunk: 1);

        Assert.Empty(await app.ChunkRows().RowsAsync());
    }

    [Theory]
    [InlineData("claim chunk")]
    [InlineData("summary")]
    public async Task What_a_worker_writes_between_the_removal_of_the_rows_and_its_note_is_removed_too(string write)
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        foreach (var chunk in new[] { 0, 1 })
            await app.WorkAsync(id, chunk);
        var (here, removal) = (Wire.Once(call => CallNames.Of(call) == write), Task.CompletedTask);
        var goOn = new TaskCompletionSource();
        app.Wire.Before = async (call, _) =>
        {
            if (!here(call))
                return;
            await other.DeleteSweepAsync(id);
            var (work, reached, release) = other.Pause(worker => worker.WorkAsync(id), next => CallNames.Of(next) == "bury");
            (removal, goOn) = (work, release);
            await reached;
        };

        await app.WorkAsync(id, chunk: 2);
        goOn.SetResult();
        await removal;

        Assert.Equal(ScenarioStatus.Deleted, (await app.SweepRowAsync(id)).Status);
        Assert.Empty(await app.ChunkRows().RowsAsync());
    }

    [Fact]
    public async Task However_many_remove_the_same_rows_none_of_them_is_left()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        foreach (var chunk in Enumerable.Range(0, 12))
            await ChunkTests.ClaimAsync(app, id, chunk);
        var next = 0;
        app.Wire.Before = async (call, cancellation) =>
        {
            if (CallNames.Of(call) == "remove rows" && next < 12)
                await app.ChunkRows().DeleteEntityAsync($"{id}", Keys.Chunk(next++), cancellationToken: cancellation);
        };

        await app.Get<SweepChunkTable>().PurgeAsync(id, TestContext.Current.CancellationToken);

        Assert.Empty(await app.ChunkRows().RowsAsync());
    }

    [Fact]
    public async Task A_deletion_whose_message_is_lost_is_completed_by_the_upkeep()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        app.Wire.FailsBefore = Wire.Once(call => call.IsSend);
        await app.DeleteSweepAsync(id);

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Deleted, (await app.SweepRowAsync(id)).Status);
        Assert.Empty(await app.ChunkRows().RowsAsync());
    }

    [Fact]
    public async Task Old_sweeps_are_purged_and_later_their_ids_are_free()
    {
        await using var app = await App.StartAsync(azurite, settings: [("Retention:SweepDays", "10"), ("Retention:TombstoneDays", "5")]);
        var id = await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();

        app.Time.Advance(TimeSpan.FromDays(9));
        Assert.Equal("0", (await PurgeAsync(app))["sweeps"]);
        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal("1", (await PurgeAsync(app))["sweeps"]);
        Assert.Empty(await app.ChunkRows().RowsAsync());
        Assert.Equal(410, (await app.SubmitSweepAsync()).Status);
        app.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal("1", (await PurgeAsync(app))["tombstones"]);

        Assert.Empty(await app.SweepRows().RowsAsync());
        Assert.Equal(id, await app.AcceptedSweepAsync());
    }

    private static Task<Answer> PurgeAsync(App app) => app.CallAsync<PurgeNow>((function, request) => function.RunAsync(request));
}
