using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
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
}
