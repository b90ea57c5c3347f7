using Parley.Engine;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Faults;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>While two versions of the app run side by side, a sweep's chunks, its summary and what is read of it are of one engine.</summary>
public sealed class TwoEnginesTests(SharedAzurite azurite)
{
    private const string Older = "1";
    private const string Newer = "99";

    [Fact]
    public async Task An_older_worker_leaves_newer_numbers_alone_and_lets_the_message_wait_for_a_newer_one()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0]);
        await app.DamageChunkAsync(id, 0, "EngineVersion", Newer);
        var before = (await app.ChunksAsync(id))[0];

        await app.WorkAsync(id, chunk: 0);

        Assert.Equal(before, (await app.ChunksAsync(id))[0]);
        Assert.Equal((0, 1, 0), Assert.Single(await app.SweepMessagesAsync()) is var message ? (message.Chunk, message.Waits, message.Attempt) : default);
        Assert.Equal(TimeSpan.FromMinutes(5), app.NoDelay.Delays[^1]);
    }

    [Theory]
    [InlineData(12, 0, true)]
    [InlineData(11, 0, false)]
    [InlineData(0, 12, false)]
    public async Task Numbers_of_an_engine_that_was_taken_back_are_replaced_after_an_hour_of_waits_and_not_of_outages(int waits, int attempt, bool areReplaced)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0]);
        await app.DamageChunkAsync(id, 0, "EngineVersion", Newer);

        await app.WorkAsync((SweepMessage.For(id, 0) with { Attempt = attempt, Waits = waits }).ToJson());

        Assert.Equal(areReplaced, (await app.ChunksAsync(id))[0].IsDone);
    }

    [Fact]
    public async Task No_chunk_is_replaced_while_the_sweep_is_summarised()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0]);
        await app.DamageChunkAsync(id, 0, "EngineVersion", Older);
        await ClaimSummaryAsync(app, id);
        var before = (await app.ChunksAsync(id))[0];

        await app.WorkAsync(id, chunk: 0);

        Assert.Equal(before, (await app.ChunksAsync(id))[0]);
        Assert.Equal(0, Assert.Single(await app.SweepMessagesAsync()).Chunk);
    }

    [Fact]
    public async Task A_claim_made_at_the_same_time_as_that_of_the_summary_is_given_back()
    {
        await using var app = await App.StartAsync(azurite);
        await using var summarising = await App.StartAsync(azurite, beside: app);
        var id = await EvaluatedAsync(app, chunks: [0]);
        await app.DamageChunkAsync(id, 0, "EngineVersion", Older);
        var here = Wire.Once(call => CallNames.Of(call) == "claim chunk");
        app.Wire.Before = (call, _) => here(call) ? ClaimSummaryAsync(summarising, id) : Task.CompletedTask;

        await app.WorkAsync(id, chunk: 0);

        Assert.Equal((Older, ""), (await app.ChunksAsync(id))[0] is var chunk ? (chunk.EngineVersion, chunk.Owner) : default);
        Assert.Equal(0, Assert.Single(await app.SweepMessagesAsync()).Chunk);
    }

    [Fact]
    public async Task Of_a_sweep_that_has_ended_meanwhile_no_chunk_is_replaced()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await EvaluatedAsync(app, chunks: [0]);
        await app.DamageChunkAsync(id, 0, "EngineVersion", Older);
        var here = Wire.Once(call => CallNames.Of(call) == "claim chunk");
        app.Wire.Before = (call, _) => here(call) ? other.CancelSweepAsync(id) : Task.CompletedTask;

        await app.WorkAsync(id, chunk: 0);

        Assert.Equal((Older, ""), (await app.ChunksAsync(id))[0] is var chunk ? (chunk.EngineVersion, chunk.Owner) : default);
        Assert.Empty(await app.SweepMessagesAsync());
    }

    [Fact]
    public async Task A_summary_is_made_of_what_is_there_once_it_is_claimed()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await EvaluatedAsync(app, chunks: [0, 1]);
        var here = Wire.Once(call => CallNames.Of(call) == "claim");
        app.Wire.Before = (call, _) => here(call) ? other.DamageChunkAsync(id, 0, "EngineVersion", Older) : Task.CompletedTask;

        await app.WorkAsync(id, chunk: 2);

        Assert.Equal((ScenarioStatus.Running, ""), await app.SweepRowAsync(id) is var row ? (row.Status, row.Owner) : default);
        await app.WorkAsync(id, chunk: 0);
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task A_worker_of_another_engine_that_has_fallen_silent_replaces_nothing_that_was_summarised()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0, 1]);
        var silent = await app.Get<SweepChunkTable>().ChangeAsync(
            (await app.ChunksAsync(id))[0].Claimed("of another engine", app.Time.GetUtcNow().AddMinutes(-1)), TestContext.Current.CancellationToken);

        await app.WorkAsync(id, chunk: 2);

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        Assert.Null(await app.Get<SweepChunkTable>().ChangeAsync(silent!, TestContext.Current.CancellationToken)); // As its numbers are written.
    }

    [Fact]
    public async Task A_summary_whose_worker_has_fallen_silent_is_not_ended_with_over_a_chunk_that_is_replaced()
    {
        await using var app = await App.StartAsync(azurite);
        await using var silent = await App.StartAsync(azurite, beside: app);
        var id = await EvaluatedAsync(app, chunks: [0, 1]);
        var (summary, end) = await SilentBeforeItsSummaryAsync(app, silent, id);
        await app.DamageChunkAsync(id, 0, "EngineVersion", Older); // For the worker that comes now.
        var (work, atWork, goOn) = app.Pause(worker => worker.WorkAsync(id, chunk: 0), call => CallNames.Of(call) == "numbers");
        await atWork;

        end.SetResult();
        await summary;

        Assert.Equal(ScenarioStatus.Running, (await app.SweepRowAsync(id)).Status);
        goOn.SetResult();
        await work;
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        Assert.Equal(Sweeps.Variants, (await app.VariantsAsync(id, "?limit=1100")).Json["variants"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_summary_that_comes_late_does_not_replace_the_one_that_the_sweep_ended_with()
    {
        await using var app = await App.StartAsync(azurite);
        await using var slow = await App.StartAsync(azurite, beside: app);
        var id = await EvaluatedAsync(app, chunks: [0, 1]);
        var (work, goOn) = await SilentBeforeItsSummaryAsync(app, slow, id);
        await app.WorkAsync(id);
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        var summary = await app.Get<SweepChunkTable>().FindSummaryAsync(id, TestContext.Current.CancellationToken);

        goOn.SetResult();
        await work;

        Assert.Equal(summary, await app.Get<SweepChunkTable>().FindSummaryAsync(id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_summary_that_came_late_and_first_is_replaced()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0, 1]);
        await app.Get<SweepChunkTable>().WriteSummaryAsync(id, "{}"u8.ToArray(), over: null, TestContext.Current.CancellationToken);

        await app.WorkAsync(id, chunk: 2);

        Assert.Equal(Sweeps.Variants, (await app.SweepAsync(id)).Json["summary"]!["variants"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(Older)]
    [InlineData(Newer)]
    public async Task What_is_told_while_it_runs_is_of_one_engine_as_what_it_ends_with(string another)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0, 2]);
        var before = await app.SweepAsync(id);
        await app.DamageChunkAsync(id, 0, "EngineVersion", another);

        var answer = await app.SweepAsync(id, request => request.Headers.IfNoneMatch = before.Headers.ETag);

        Assert.Equal((200, "1", "100"), (answer.Status, $"{answer.Json["progress"]!["chunksDone"]}", $"{answer.Json["summary"]!["variants"]}"));
        Assert.Equal(100, (await app.VariantsAsync(id, "?limit=1100")).Json["variants"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_was_told_of_another_engine_is_not_taken_for_current_when_as_many_chunks_are_done_again()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0]);
        var row = await app.SweepRowAsync(id);
        var progress = new SweepProgress(Sweeps.Variants, 500, Sweeps.Chunks, 1);

        Assert.NotEqual(SweepStatusAnswer.ETagOf(row, progress), SweepStatusAnswer.ETagOf(row with { EngineVersion = Older }, progress));
        Assert.Equal(
            SweepStatusAnswer.StateIn(SweepStatusAnswer.ETagOf(row, progress)), SweepStatusAnswer.StateIn(SweepStatusAnswer.ETagOf(row with { EngineVersion = Older }, progress)));
    }

    [Theory]
    [InlineData(Older)]
    [InlineData("")] // As earlier versions ended it.
    public async Task A_sweep_that_was_cancelled_under_an_older_engine_can_still_be_read(string written)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EvaluatedAsync(app, chunks: [0]);
        await app.CancelSweepAsync(id);
        var row = await app.SweepRowAsync(id);
        Assert.Equal(EngineVersion.Current, row.EngineVersion);
        await app.Get<SweepTable>().ChangeAsync(row with { EngineVersion = written }, TestContext.Current.CancellationToken);
        await app.DamageChunkAsync(id, 0, "EngineVersion", Older);

        var answer = await app.SweepAsync(id);

        Assert.Equal(("1", null), ($"{answer.Json["progress"]!["chunksDone"]}", answer.Json["engineVersion"]));
        Assert.Equal("1", $"{(await app.CancelSweepAsync(id)).Json["progress"]!["chunksDone"]}");
        Assert.Equal(500, (await app.VariantsAsync(id, "?limit=1100")).Json["variants"]!.AsArray().Count);
    }

    // Handed out, with no message left.
    /// <summary>The last chunk's worker, which has read all the others and is about to write the summary, while its claim on that runs out.</summary>
    private static async Task<(Task Work, TaskCompletionSource GoOn)> SilentBeforeItsSummaryAsync(App app, App silent, Guid id)
    {
        var (work, reached, goOn) = silent.Pause(worker => worker.WorkAsync(id, chunk: 2), call => CallNames.Of(call) == "summary");
        await reached;
        silent.Wire.FailsBefore = call => CallNames.Of(call) == "claim"; // It can give no signs of life.
        app.Time.Advance(TimeSpan.FromMinutes(2));
        return (work, goOn);
    }

    private static async Task<Guid> EvaluatedAsync(App app, int[] chunks)
    {
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        foreach (var chunk in chunks)
            await app.WorkAsync(id, chunk);
        return id;
    }

    private static async Task ClaimSummaryAsync(App app, Guid id) => Assert.NotNull(await app.Get<SweepTable>().ChangeAsync(
        (await app.SweepRowAsync(id)).Claimed("who summarises", app.Time.GetUtcNow().AddMinutes(1)), TestContext.Current.CancellationToken));
}
