using System.Diagnostics.Metrics;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;
using Parley.Functions.Watching;

namespace Parley.Functions.Tests.Observing;

/// <summary>What is measured of the queues whether or not anybody takes their messages.</summary>
public sealed class QueueMetricTests(SharedAzurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_look_tells_how_deep_each_queue_is()
    {
        await using var app = await App.StartAsync(azurite);
        using var depths = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.depth");
        await app.AcceptedAsync();
        await app.AcceptedAsync();
        await app.AcceptedSweepAsync();
        await app.PoisonQueue.SendMessageAsync("put back", TimeSpan.FromMinutes(1), cancellationToken: Cancellation);

        await LookAsync(app);

        Assert.Equal([("scenarios", 2), ("scenarios-poison", 1), ("sweeps", 1), ("sweeps-poison", 0)], Told(depths));
    }

    [Fact]
    public async Task What_no_host_can_read_is_told_of_too()
    {
        await using var app = await App.StartAsync(azurite);
        using var depths = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.depth");
        using var ages = new MetricCollector<double>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.oldest");
        foreach (var queue in new[] { app.Names.Queue, app.Names.PoisonQueue })
            await new QueueClient(azurite.ConnectionString, queue).SendMessageAsync("{ no Base64 }", Cancellation);

        await LookAsync(app);

        Assert.Equal([("scenarios", 1), ("scenarios-poison", 1), ("sweeps", 0), ("sweeps-poison", 0)], Told(depths));
        Assert.Equal([("scenarios", 0), ("sweeps", 0)], Told(ages));
    }

    [Fact]
    public async Task A_message_that_nobody_takes_grows_older_at_every_look()
    {
        await using var app = await App.StartAsync(azurite);
        using var ages = new MetricCollector<double>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.oldest");
        await app.AcceptedAsync();
        await app.AcceptedSweepAsync();

        app.Time.Advance(TimeSpan.FromSeconds(90));
        await LookAsync(app);
        app.Time.Advance(TimeSpan.FromSeconds(90));
        await LookAsync(app);

        var told = ages.GetMeasurementSnapshot().Select(each => each.Value).ToArray();
        Assert.Equal([90, 90, 180, 180], told.Select(age => Math.Round(age, 3))); // From when it was due, by the app's own clock.
    }

    [Fact]
    public async Task A_message_of_a_sweep_that_was_delayed_is_as_old_as_it_is_overdue()
    {
        await using var app = await App.StartAsync(azurite);
        using var ages = new MetricCollector<double>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.oldest");
        await app.Get<SweepMessages>().SendAsync(SweepMessage.For(Guid.NewGuid()), TimeSpan.FromMinutes(10), Cancellation);

        app.Time.Advance(TimeSpan.FromMinutes(10));
        await LookAsync(app);

        Assert.Equal([("scenarios", 0), ("sweeps", 0)], Told(ages));
    }

    [Fact]
    public async Task An_empty_queue_has_nothing_that_waits()
    {
        await using var app = await App.StartAsync(azurite);
        using var ages = new MetricCollector<double>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.oldest");
        await app.AcceptedAsync();
        await app.RunMessagesAsync();

        app.Time.Advance(TimeSpan.FromHours(1));
        await LookAsync(app);

        Assert.Equal([("scenarios", 0), ("sweeps", 0)], Told(ages));
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_measured_and_nothing_fails()
    {
        await using var app = await App.StartAsync(azurite);
        using var depths = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.depth");
        app.Wire.FailsBefore = _ => true;

        await LookAsync(app);

        Assert.Empty(depths.GetMeasurementSnapshot());
    }

    private static Task LookAsync(App app) =>
        ActivatorUtilities.CreateInstance<WatchQueues>(app.Get<IServiceProvider>()).RunAsync(new(), Cancellation);

    private static IEnumerable<(string?, T)> Told<T>(MetricCollector<T> collector)
        where T : struct => collector.GetMeasurementSnapshot().Select(each => ((string?)each.Tags["messaging.destination.name"], each.Value)).Order();
}
