using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Time.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>Machines that share a sweep and whose clocks are five minutes apart, more than any lease.</summary>
public sealed class SweepClockTests(SharedAzurite azurite)
{
    private const int MostLooks = 10;

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_chunk_may_be_evaluated_twice_but_counts_once(int minutes)
    {
        await using var app = await App.StartAsync(azurite);
        await using var wrong = await WrongAsync(app, minutes);
        var id = await HandedOutAsync(app);
        using var counted = Counted(app);
        using var countedByWrong = Counted(wrong);
        var (work, reached, goOn) = app.Pause(worker => worker.WorkAsync(id, chunk: 0), Is("numbers"));
        await reached;

        // A clock ahead takes a living lease for one that is over; one that is behind waits for it.
        await wrong.WorkAsync(id, chunk: 0);
        goOn.SetResult();
        await work;

        Assert.Equal(minutes > 0 ? 2 : 1, (await app.ChunksAsync(id))[0].Claims);
        Assert.Equal(1, counted.GetMeasurementSnapshot().Count + countedByWrong.GetMeasurementSnapshot().Count);
        await BringToItsEndAsync(app, id);
        await HasResultAsync(app, id);
    }

    [Theory]
    [InlineData(5, "numbers")]
    [InlineData(-5, "numbers")]
    [InlineData(5, "summary")]
    [InlineData(-5, "summary")]
    public async Task A_sweep_whose_worker_died_with_a_wrong_clock_comes_to_its_end(int minutes, string at)
    {
        await using var app = await App.StartAsync(azurite);
        await using var wrong = await WrongAsync(app, minutes);
        var id = await HandedOutAsync(app);
        foreach (var chunk in new[] { 0, 1 })
            await app.WorkAsync(id, chunk);
        await wrong.KillDuringAsync(worker => worker.WorkAsync(id, chunk: 2), Is(at));

        await BringToItsEndAsync(app, id);

        await HasResultAsync(app, id);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_sweep_that_was_accepted_and_handed_out_with_a_wrong_clock_goes_on_though_its_messages_are_lost(int minutes)
    {
        await using var app = await App.StartAsync(azurite);
        await using var wrong = await WrongAsync(app, minutes);
        var id = await wrong.AcceptedSweepAsync();
        await wrong.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);

        await BringToItsEndAsync(app, id);

        await HasResultAsync(app, id);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_timer_with_a_wrong_clock_takes_nothing_away_from_those_at_work(int minutes)
    {
        await using var app = await App.StartAsync(azurite);
        await using var wrong = await WrongAsync(app, minutes);
        var id = await HandedOutAsync(app);
        using var counted = Counted(app);
        var (work, reached, goOn) = app.Pause(worker => worker.WorkAsync(id, chunk: 0), Is("numbers"));
        await reached;

        await wrong.LookAsync();
        goOn.SetResult();
        await work;

        await BringToItsEndAsync(app, id);
        Assert.Equal(Sweeps.Chunks, counted.GetMeasurementSnapshot().Count);
        await HasResultAsync(app, id);
    }

    private Task<App> WrongAsync(App beside, int minutes)
    {
        var time = new FakeTimeProvider(beside.Time.GetUtcNow().AddMinutes(minutes));
        return App.StartAsync(azurite.ConnectionString, beside, wire: null, services => services.AddSingleton(time).AddSingleton<TimeProvider>(time));
    }

    // Its chunks' messages are lost, so that a test decides who works on what.
    private static async Task<Guid> HandedOutAsync(App app)
    {
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    private static async Task BringToItsEndAsync(App app, Guid id)
    {
        for (var looks = 0; (await app.SweepRowAsync(id)).Status.IsOpen(); looks++)
        {
            Assert.InRange(looks, 0, MostLooks);
            app.Time.Advance(TimeSpan.FromMinutes(2));
            await app.LookAsync();
            await app.RunSweepMessagesAsync();
        }
    }

    private async Task HasResultAsync(App app, Guid id)
    {
        await using var quiet = await App.StartAsync(azurite);
        var undisturbed = await quiet.AcceptedSweepAsync();
        await quiet.RunSweepMessagesAsync();
        Assert.Equal(await quiet.SweepResultAsync(undisturbed), await app.SweepResultAsync(id));
        Assert.DoesNotContain(await app.SweepRows().RowsAsync(), row => row.RowKey == Keys.Outbox(id));
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    private static MetricCollector<long> Counted(App app) => new(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.chunks.evaluated");

    private static Func<Call, bool> Is(string name) => call => CallNames.Of(call) == name;
}
