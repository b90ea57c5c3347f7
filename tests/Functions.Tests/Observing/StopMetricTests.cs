using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Observing;

/// <summary>Whatever becomes of the call that writes a stop, the stop is counted when it was made, and once.</summary>
public sealed class StopMetricTests(SharedAzurite azurite)
{
    private static readonly string[] Meters = ["parley.scenarios.stopped", "parley.sweeps.stopped"];

    public static MatrixTheoryData<string, string> Stops => new(
        ["cancel a scenario", "cancel a scenario that a worker has begun with", "delete a scenario", "cancel a sweep", "delete a sweep"],
        ["not sent", "answer lost", "503", "none"]);

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task A_stop_is_counted_once_whatever_becomes_of_the_call_that_writes_it(string stop, string fault)
    {
        await using var app = await App.StartAsync(azurite);
        using var stopped = new Counted(app);
        var request = await StopOfAsync(app, stop);
        var struck = 0;
        var here = Wire.Once(call => call.IsTransaction);
        bool Strikes(Call call) => here(call) && ++struck > 0;
        if (fault == "not sent")
            app.Wire.FailsBefore = Strikes;
        else if (fault == "answer lost")
            app.Wire.LosesAnswer = Strikes;
        else if (fault == "503")
            app.Wire.Answers = call => Strikes(call) ? new Faults.BusyAnswer() : null;

        // As a caller does who was told that asking again is safe, and then once more.
        Answer[] answers = [await request(), await request(), await request()];

        Assert.Contains(answers, answer => answer.Status is 200 or 202 or 204);
        Assert.DoesNotContain(answers[1..], answer => answer.Status == 503);
        Assert.Equal(fault == "none" ? 0 : 1, struck);
        Assert.Equal(1, stopped.Count);
    }

    [Fact]
    public async Task What_somebody_else_stopped_meanwhile_is_counted_by_them_alone()
    {
        await using var app = await App.StartAsync(azurite);
        using var stopped = new Counted(app);
        var id = await app.AcceptedAsync();
        await using var other = await App.StartAsync(azurite, beside: app);
        var here = Wire.Once(call => call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            if (here(call))
                await other.CancelAsync(id);
        };

        Assert.Equal(200, (await app.CancelAsync(id)).Status);

        Assert.Equal(0, stopped.Count);
    }

    private static async Task<Func<Task<Answer>>> StopOfAsync(App app, string stop)
    {
        if (stop.EndsWith("sweep", StringComparison.Ordinal))
        {
            var sweep = await app.AcceptedSweepAsync();
            return stop == "cancel a sweep" ? () => app.CancelSweepAsync(sweep) : () => app.DeleteSweepAsync(sweep);
        }

        var id = await app.AcceptedAsync();
        if (stop.EndsWith("begun with", StringComparison.Ordinal))
            Assert.NotNull(await app.Get<ScenarioTable>().ChangeAsync((await app.RowAsync(id)).Claimed("somebody", app.Time.GetUtcNow().AddMinutes(1)), CancellationToken.None));
        return stop == "delete a scenario" ? () => app.DeleteAsync(id) : () => app.CancelAsync(id);
    }

    private sealed class Counted(App app) : IDisposable
    {
        private readonly MetricCollector<long>[] meters =
            [.. Meters.Select(name => new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, name))];

        public double Count => meters.Sum(meter => meter.GetMeasurementSnapshot().EvaluateAsCounter());

        public void Dispose() => Array.ForEach(meters, meter => meter.Dispose());
    }
}
