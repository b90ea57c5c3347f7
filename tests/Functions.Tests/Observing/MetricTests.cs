using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Observing;

public sealed class MetricTests(SharedAzurite azurite)
{
    [Fact]
    public async Task What_happened_is_counted_once()
    {
        await using var app = await App.StartAsync(azurite);
        using var counted = new Counted(app);

        await app.SubmitAsync(Requests.Scenario(), key: "the same");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await app.SubmitAsync(Requests.Scenario(), key: "the same");
        await app.SubmitAsync("{");
        var id = await app.AcceptedAsync();
        await app.EvaluateAsync(Requests.Message(id));
        await app.RunMessagesAsync();
        await app.RerunAsync(id);
        await app.RunMessagesAsync();

        Assert.Equal((2, 3, 0, 0), counted.All);
        Assert.Equal(3, counted.Evaluations);
    }

    [Fact]
    public async Task An_accept_whose_answer_was_lost_is_counted_too()
    {
        await using var app = await App.StartAsync(azurite);
        using var counted = new Counted(app);
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);

        await app.AcceptedAsync();

        Assert.Equal((1, 0, 0, 0), counted.All);
    }

    [Fact]
    public async Task What_failed_is_counted_with_whose_fault_it_was()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        app.ExpectWarning("cannot be evaluated");
        using var counted = new Counted(app);

        var unlucky = await app.AcceptedAsync();
        app.Wire.Before = (call, _) => Workers.IsEnd(call) ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.EvaluateAsync(Requests.Message(unlucky)));
        await app.PoisonAsync(Requests.Message(unlucky));
        var unanswerable = await app.RowAsync(await app.AcceptedAsync());
        // As if its situation's content had been lost.
        await app.Get<ScenarioTable>().ChangeAsync(
            unanswerable with { Situation = unanswerable.Situation with { Number = 7 } }, TestContext.Current.CancellationToken);
        await app.RunMessagesAsync();

        Assert.Equal((2, 0, 2, 1), counted.All);
        Assert.Equal(["given_up", "unanswerable"], counted.Faults);
    }

    [Fact]
    public async Task A_failure_whose_answer_was_lost_is_counted_once()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("cannot be evaluated");
        using var counted = new Counted(app);
        var row = await app.RowAsync(await app.AcceptedAsync());
        await app.Get<ScenarioTable>().ChangeAsync(row with { Situation = row.Situation with { Number = 7 } }, TestContext.Current.CancellationToken);
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction && call.Body.Contains("\"Failed\"", StringComparison.Ordinal));

        await app.RunMessagesAsync();

        Assert.Equal((1, 0, 1, 0), counted.All);
    }

    [Fact]
    public async Task Of_a_sweep_its_acceptance_its_chunks_and_its_end_are_counted_once()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        using var counted = new CountedSweeps(app);

        var succeeded = await app.AcceptedSweepAsync();
        await app.AcceptedSweepAsync();
        await app.RunSweepMessagesAsync();
        await app.WorkAsync(succeeded, chunk: 0);
        var failed = await app.AcceptedSweepAsync(key: "another");
        app.Wire.Before = (call, _) => call.Method == "PUT" && call.Touches("Digest") ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.WorkAsync(failed, chunk: 0));
        await app.PoisonSweepAsync(Functions.Sweeping.SweepMessage.For(failed, 0).ToJson());

        Assert.Equal((2, 1, 1, Sweeps.Chunks, 1), counted.All);
        Assert.Equal(Sweeps.Chunks + 1, counted.Durations);
    }

    [Fact]
    public async Task What_a_caller_stops_before_its_end_is_counted_once()
    {
        await using var app = await App.StartAsync(azurite);
        using var stopped = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.scenarios.stopped");
        var (cancelled, deleted, ended) = (await app.AcceptedAsync(), await app.AcceptedAsync(), await app.AcceptedAsync());

        await app.CancelAsync(cancelled);
        await app.CancelAsync(cancelled);
        await app.DeleteAsync(cancelled);
        await app.DeleteAsync(deleted);
        await app.DeleteAsync(deleted);
        await app.RunMessagesAsync();
        await app.CancelAsync(ended);
        await app.DeleteAsync(ended);

        Assert.Equal(2, stopped.GetMeasurementSnapshot().EvaluateAsCounter());
    }

    [Fact]
    public async Task A_sweep_that_a_caller_stops_before_its_end_is_counted_once()
    {
        await using var app = await App.StartAsync(azurite);
        using var stopped = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.sweeps.stopped");
        var (cancelled, deleted) = (await app.AcceptedSweepAsync(key: "cancelled"), await app.AcceptedSweepAsync(key: "deleted"));

        await app.CancelSweepAsync(cancelled);
        await app.CancelSweepAsync(cancelled);
        await app.DeleteSweepAsync(cancelled);
        await app.DeleteSweepAsync(deleted);
        await app.DeleteSweepAsync(deleted);

        Assert.Equal(2, stopped.GetMeasurementSnapshot().EvaluateAsCounter());
    }

    [Fact]
    public async Task A_message_is_as_old_as_the_time_since_it_was_due()
    {
        await using var app = await App.StartAsync(azurite);
        using var ages = new MetricCollector<double>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.age");
        await app.AcceptedAsync();
        app.Time.Advance(TimeSpan.FromSeconds(7));
        app.Wire.FailsBefore = Wire.Once(call => call.IsTransaction);

        await app.RunMessageAsync(); // Storage is away: a copy comes back, due some seconds later.
        app.Time.Advance(app.NoDelay.Delays[^1] + TimeSpan.FromSeconds(3));
        await app.RunMessageAsync();

        Assert.Equal(7, ages.GetMeasurementSnapshot()[0].Value, precision: 3);
        Assert.InRange(ages.GetMeasurementSnapshot()[1].Value, 2, 3); // The delay is rounded to whole seconds on its way.
    }

    [Fact]
    public async Task The_age_of_a_sweeps_messages_is_measured_apart_from_that_of_scenarios()
    {
        await using var app = await App.StartAsync(azurite);
        using var ages = new MetricCollector<double>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.queue.age");
        await app.AcceptedSweepAsync(Sweeps.Json(size: 10));
        app.Time.Advance(TimeSpan.FromSeconds(7));
        await app.RunSweepMessageAsync();
        app.Time.Advance(TimeSpan.FromSeconds(4));
        await app.RunSweepMessageAsync();
        await app.AcceptedAsync();
        await app.RunMessageAsync();

        Assert.Equal(
            [("sweeps", 7d), ("sweeps", 4d), ("scenarios", 0d)], ages.GetMeasurementSnapshot().Select(age => ($"{age.Tags["messaging.destination.name"]}", Math.Round(age.Value, 3))));
    }

    /// <summary>What one app has counted.</summary>
    private sealed class Counted(App app) : IDisposable
    {
        private readonly MetricCollector<long> accepted = Collector<long>(app, "parley.scenarios.accepted");
        private readonly MetricCollector<long> evaluated = Collector<long>(app, "parley.scenarios.evaluated");
        private readonly MetricCollector<long> failed = Collector<long>(app, "parley.scenarios.failed");
        private readonly MetricCollector<long> deadLetters = Collector<long>(app, "parley.dead_letters");
        private readonly MetricCollector<double> durations = Collector<double>(app, "parley.evaluation.duration");

        public (long Accepted, long Evaluated, long Failed, long DeadLetters) All => (Sum(accepted), Sum(evaluated), Sum(failed), Sum(deadLetters));

        public int Evaluations => durations.GetMeasurementSnapshot().Count;

        public IEnumerable<object?> Faults => failed.GetMeasurementSnapshot().Select(each => each.Tags["error.type"]);

        public void Dispose()
        {
            foreach (var collector in new IDisposable[] { accepted, evaluated, failed, deadLetters, durations })
                collector.Dispose();
        }

        private static long Sum(MetricCollector<long> collector) => collector.GetMeasurementSnapshot().EvaluateAsCounter();

        private static MetricCollector<T> Collector<T>(App app, string name)
            where T : struct => new(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, name);
    }

    /// <summary>What one app has counted of sweeps.</summary>
    private sealed class CountedSweeps(App app) : IDisposable
    {
        private readonly MetricCollector<long>[] counters =
            [.. new[] { "sweeps.accepted", "sweeps.succeeded", "sweeps.failed", "chunks.evaluated", "chunks.failed" }.Select(name => Collector<long>(app, name))];

        private readonly MetricCollector<double> durations = Collector<double>(app, "chunk.duration");

        public (long Accepted, long Succeeded, long Failed, long Chunks, long FailedChunks) All =>
            counters.Select(counter => counter.GetMeasurementSnapshot().EvaluateAsCounter()).ToArray() is [var accepted, var succeeded, var failed, var chunks, var failedChunks]
                ? (accepted, succeeded, failed, chunks, failedChunks)
                : default;

        public int Durations => durations.GetMeasurementSnapshot().Count;

        public void Dispose()
        {
            durations.Dispose();
            foreach (var counter in counters)
                counter.Dispose();
        }

        private static MetricCollector<T> Collector<T>(App app, string name)
            where T : struct => new(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, $"parley.{name}");
    }
}
