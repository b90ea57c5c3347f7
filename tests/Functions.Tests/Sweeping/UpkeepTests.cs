using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Faults;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Whatever message or worker is lost, a sweep goes on.</summary>
public sealed class UpkeepTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_first_message_that_was_never_sent_is_made_up_for()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = Wire.Once(call => call.IsSend);
        var id = await app.AcceptedSweepAsync();

        await app.LookAsync();
        Assert.Empty(await app.SweepMessagesAsync());
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();

        await app.RunSweepMessagesAsync();
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_sweep_whose_row_cannot_be_read_keeps_no_other_one_waiting(int damaged)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("can no longer be read");
        Guid[] ids = [await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two")];
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        var row = (await app.SweepRows().RowsAsync()).Single(row => row.RowKey == Keys.Submission(ids[damaged]));
        row["Status"] = "Dreaming";
        await app.SweepRows().UpdateEntityAsync(row, row.ETag, cancellationToken: TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.LookAsync();

        Assert.Equal(ids[1 - damaged], Assert.Single(await app.SweepMessagesAsync()).Sweep);
    }

    [Theory]
    [InlineData("Number", 0)]
    [InlineData("Number", 99)]
    public async Task A_chunk_whose_row_names_another_one_keeps_no_sweep_waiting(string column, int value)
    {
        await using var app = await App.StartAsync(azurite);
        Guid[] ids = [await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two")];
        foreach (var id in ids)
        {
            await app.WorkAsync(id);
            await app.WorkAsync(id, chunk: 0);
            await ChunkTests.ClaimAsync(app, id, chunk: 1);
            await app.DamageChunkAsync(id, 1, column, value);
        }

        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        for (var look = 0; look < 2; look++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(1));
            await app.LookAsync();
        }

        Assert.Equal(
            ids.Order().SelectMany(id => new[] { (id, 1), (id, 2) }), (await app.SweepMessagesAsync()).Select(message => (message.Sweep, message.Chunk!.Value)).Order());
    }

    [Fact]
    public async Task Whatever_is_wrong_with_one_sweep_the_others_are_looked_at()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("could not be looked after");
        Guid[] ids = [await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two")];
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        var first = Wire.Once(call => call.Touches("RowKey='s|"));
        app.Wire.Before = (call, _) => first(call) ? throw new InvalidCastException("a bug") : Task.CompletedTask;

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.LookAsync();

        Assert.Single(await app.SweepMessagesAsync());
        Assert.Equal([1, 1], (await app.SweepRows().RowsAsync()).Where(row => row.RowKey.StartsWith("o|", StringComparison.Ordinal)).Select(row => row.GetInt32("Looks")));
    }

    [Fact]
    public async Task What_waits_behind_the_messages_of_another_sweep_is_not_sent_again()
    {
        await using var app = await App.StartAsync(azurite);
        var (before, behind) = (await app.AcceptedSweepAsync(key: "one"), await app.AcceptedSweepAsync(key: "two"));
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.WorkAsync(before);
        await app.WorkAsync(behind);

        for (var looks = 0; looks < 5; looks++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(4));
            await app.LookAsync();
        }

        Assert.Equal(2 * Sweeps.Chunks, (await app.SweepMessagesAsync()).Count);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("200")]
    public async Task A_chunk_whose_worker_fell_silent_is_sent_again_once(string deepQueue)
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:DeepQueue", deepQueue));
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await ChunkTests.ClaimAsync(app, id, chunk: 1);

        for (var looks = 0; looks < 5; looks++)
        {
            app.Time.Advance(TimeSpan.FromMinutes(4));
            await app.LookAsync();
        }

        Assert.Equal([0, 1, 1, 2], (await app.SweepMessagesAsync()).Where(message => message.Chunk is not null).Select(message => message.Chunk!.Value).Order());
        await app.RunSweepMessagesAsync();
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task A_worker_that_was_only_slow_keeps_its_chunk_when_that_is_sent_again()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await using var slow = await App.StartAsync(azurite, beside: app);
        var (work, reached, goOn) = slow.Pause(worker => worker.WorkAsync(id, chunk: 0), call => CallNames.Of(call) == "numbers");
        await reached;
        slow.Wire.FailsBefore = call => CallNames.Of(call) == "claim chunk";
        app.Time.Advance(TimeSpan.FromSeconds(90));
        await app.LookAsync();
        slow.Wire.FailsBefore = _ => false;
        Assert.NotNull((await app.ChunksAsync(id))[0].SentAgainAt);

        goOn.SetResult();
        await work;

        Assert.Equal((true, 1), (await app.ChunksAsync(id))[0] is var chunk ? (chunk.IsDone, chunk.Claims) : default);
    }

    [Fact]
    public async Task A_chunk_that_is_lost_once_more_is_sent_once_more()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await ChunkTests.ClaimAsync(app, id, chunk: 1);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.LookAsync();
        var sent = (await app.ChunksAsync(id))[1];
        await app.Get<SweepChunkTable>().ChangeAsync(sent.Claimed("one more", app.Time.GetUtcNow().AddMinutes(1)), TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.LookAsync();

        Assert.Equal(3, (await app.SweepMessagesAsync()).Count(message => message.Chunk == 1));
    }

    [Fact]
    public async Task Handing_out_that_breaks_off_in_the_middle_loses_no_chunk()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Wire.FailsBefore = call => call.IsTransaction; // Sent, but not noted.
        await app.WorkAsync(id);
        app.Wire.FailsBefore = _ => false;

        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken); // And lost.
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task A_chunk_whose_worker_fell_silent_is_sent_again_after_its_lease_and_no_other_one_is()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await ChunkTests.ClaimAsync(app, id, chunk: 1);
        await app.WorkAsync(id, chunk: 0);

        app.Time.Advance(TimeSpan.FromSeconds(61));
        await app.LookAsync();

        Assert.Equal([1], (await app.SweepMessagesAsync()).Select(message => message.Chunk!.Value));
    }

    [Fact]
    public async Task Chunks_that_nobody_has_begun_with_are_sent_again_only_when_nothing_has_happened_since_the_last_look()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.WorkAsync(id, chunk: 2);

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        Assert.Empty(await app.SweepMessagesAsync());
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();

        Assert.Equal([0, 1], (await app.SweepMessagesAsync()).Select(message => message.Chunk!.Value).Order());
    }

    [Fact]
    public async Task Where_nothing_happens_it_is_looked_at_after_half_a_minute_one_two_four_and_so_on_an_hour_at_most()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        var waits = new List<double>();

        for (var last = app.Time.GetUtcNow(); waits.Count < 8;)
        {
            await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
            app.Time.Advance(TimeSpan.FromMinutes(0.5));
            await app.LookAsync();
            if ((await app.SweepMessagesAsync()).Count == 0)
                continue;
            waits.Add((app.Time.GetUtcNow() - last).TotalMinutes);
            last = app.Time.GetUtcNow();
        }

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 32, 60], waits);
    }

    [Fact]
    public async Task A_sweep_to_which_nothing_happens_is_counted_as_stalled_after_a_quarter_of_an_hour()
    {
        await using var app = await App.StartAsync(azurite);
        using var stalled = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.sweeps.stalled");
        await app.WorkAsync(await app.AcceptedSweepAsync());

        for (var minutes = 0d; minutes < 15; minutes += 0.5)
        {
            app.Time.Advance(TimeSpan.FromMinutes(0.5));
            await app.LookAsync();
        }

        Assert.Empty(stalled.GetMeasurementSnapshot());
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        Assert.Single(stalled.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task A_sweep_that_has_waited_in_a_deep_queue_is_looked_at_soon_and_counts_as_stalled_a_quarter_of_an_hour_after_that()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:DeepQueue", "3"));
        using var stalled = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.sweeps.stalled");
        await app.WorkAsync(await app.AcceptedSweepAsync());
        await LookForAsync(app, minutes: 40, losesMessages: false);

        await LookForAsync(app, minutes: 14, losesMessages: true);
        Assert.Empty(stalled.GetMeasurementSnapshot());
        await LookForAsync(app, minutes: 4, losesMessages: true);

        Assert.Single(stalled.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task A_sweep_that_went_on_since_the_last_look_is_not_counted_as_stalled()
    {
        await using var app = await App.StartAsync(azurite);
        using var stalled = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.sweeps.stalled");
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await LookForAsync(app, minutes: 14, losesMessages: true);
        await app.WorkAsync(id, chunk: 0);

        await LookForAsync(app, minutes: 4, losesMessages: true);

        Assert.Empty(stalled.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task In_a_deep_queue_nothing_is_doubled_but_what_a_worker_has_lost()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:DeepQueue", "3"));
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await ChunkTests.ClaimAsync(app, id, chunk: 1);

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.LookAsync();

        Assert.Equal([0, 1, 1, 2], (await app.SweepMessagesAsync()).Where(message => message.Chunk is not null).Select(message => message.Chunk!.Value).Order());
    }

    [Fact]
    public async Task When_all_chunks_are_done_and_the_finisher_died_the_summary_is_asked_for()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Wire.FailsBefore = call => call.IsTransaction;
        for (var chunk = 0; chunk < Sweeps.Chunks; chunk++)
            await app.WorkAsync(id, chunk);
        app.Wire.FailsBefore = _ => false;
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.LookAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task A_look_during_an_outage_moves_nothing_so_that_the_next_one_sends()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsSend;
        await app.AcceptedSweepAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.LookAsync();
        app.Wire.FailsBefore = _ => false;

        await app.LookAsync();

        Assert.Single(await app.SweepMessagesAsync());
    }

    [Fact]
    public async Task What_has_ended_is_not_looked_at()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        app.Time.Advance(TimeSpan.FromHours(1));

        await app.LookAsync();

        Assert.Empty(await app.SweepMessagesAsync());
    }

    private static async Task LookForAsync(App app, double minutes, bool losesMessages)
    {
        for (; minutes > 0; minutes -= 0.5)
        {
            if (losesMessages)
                await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
            app.Time.Advance(TimeSpan.FromMinutes(0.5));
            await app.LookAsync();
        }
    }
}
