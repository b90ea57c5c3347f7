using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>A sweep to which nothing happens is looked at ever more seldom, and told of.</summary>
public sealed class StalledSweepTests(SharedAzurite azurite)
{
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
    public async Task In_a_queue_that_is_deep_with_messages_of_others_for_more_than_an_hour_it_is_stalled_and_sent_again()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:DeepQueue", "3"));
        using var stalled = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.sweeps.stalled");
        await app.WorkAsync(await app.AcceptedSweepAsync());
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        foreach (var _ in Enumerable.Range(0, 3))
            await app.Get<SweepMessages>().SendAsync("""{"schema":99}""", TimeSpan.Zero, TestContext.Current.CancellationToken);
        await LookForAsync(app, minutes: 70, losesMessages: false);
        Assert.Empty(stalled.GetMeasurementSnapshot());

        await LookForAsync(app, minutes: 10, losesMessages: false);

        Assert.Single(stalled.GetMeasurementSnapshot());
        Assert.Equal([0, 1, 2], (await app.SweepMessagesAsync()).Where(message => message is not null).Select(message => message.Chunk!.Value).Order());
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_lost_is_sent_again_though_a_message_of_others_never_leaves_the_queue(bool wasSentAgainBefore)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        foreach (var chunk in new[] { 0, 1 })
            await app.WorkAsync(id, chunk);
        if (wasSentAgainBefore)
            await ChunkTests.ClaimAsync(app, id, chunk: 2);
        await LookForAsync(app, minutes: 1.5, losesMessages: true);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.Get<SweepMessages>().SendAsync("""{"schema":99}""", TimeSpan.Zero, TestContext.Current.CancellationToken);

        await LookForAsync(app, minutes: 10, losesMessages: false);
        Assert.Single(await app.SweepMessagesAsync());
        await LookForAsync(app, minutes: 50, losesMessages: false);

        Assert.Contains(2, (await app.SweepMessagesAsync()).Select(message => message?.Chunk));
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
