using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Parley.Local.Tests;

public sealed class TimerTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_timer_runs_at_each_occurrence_of_its_schedule_and_not_between()
    {
        await using var stage = new Stage(azurite);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero));
        await stage.StartAsync(Scheduled(stage, "*/10 * * * * *", clock));

        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => stage.Script.Finished.Count >= 3);
        var seconds = stage.Script.Finished.Select(run => int.Parse(run[^2..], null)).ToArray();
        Assert.All(seconds, second => Assert.Equal(0, second % 10));
        Assert.Equal(seconds.Distinct(), seconds);
    }

    [Fact]
    public async Task A_clock_that_goes_on_between_two_looks_stops_no_timer()
    {
        await using var stage = new Stage(azurite);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 5, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromSeconds(0.7) };
        await stage.StartAsync(Scheduled(stage, "* * * * * *", clock));

        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => stage.Script.Finished.Count >= 20);
    }

    [Fact]
    public async Task A_timer_that_asks_for_it_runs_when_the_host_starts()
    {
        await using var stage = new Stage(azurite);
        await stage.StartAsync<EagerTimer>();
        await Eventually.HoldsAsync(() => stage.Script.Finished.SequenceEqual(["past due: False"]));
    }

    [Fact]
    public async Task A_timer_whose_run_failed_runs_again_at_its_next_occurrence()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, _) => stage.Script.Started.Count == 1 ? throw new InvalidOperationException("first time") : Task.CompletedTask;
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await stage.StartAsync(Scheduled(stage, "0 * * * * *", clock));
        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(15), () => !stage.Script.Finished.IsEmpty);
        Assert.Contains("Tick failed", Assert.Single(stage.Warnings()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_two_hosts_runs_a_timer_and_the_other_takes_over_when_it_stops()
    {
        await using var stage = new Stage(azurite);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        Script one = new(), two = new();
        var first = await stage.StartAsync(Scheduled(stage, "* * * * * *", clock, one));
        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => !one.Finished.IsEmpty);
        await stage.StartAsync(Scheduled(stage, "* * * * * *", clock, two));
        var before = one.Finished.Count;
        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => one.Finished.Count >= before + 5);
        Assert.Empty(two.Started);

        await first.StopAsync();
        var after = one.Started.Count;
        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => two.Finished.Count >= 2);
        Assert.Equal(after, one.Started.Count);
    }

    [Fact]
    public async Task A_timer_never_overlaps_itself_and_goes_on_after_a_long_run()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (_, _) => gate.Opened;
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await stage.StartAsync(Scheduled(stage, "* * * * * *", clock));
        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => !stage.Script.Started.IsEmpty);
        clock.Advance(TimeSpan.FromSeconds(10));
        gate.Open();
        await AdvanceUntilAsync(clock, TimeSpan.FromSeconds(1), () => stage.Script.Finished.Count >= 3);
        Assert.Equal(1, stage.Script.MostAtOnce);
    }

    private static FunctionHostOptions Scheduled(Stage stage, string ncrontab, TimeProvider clock, Script? script = null)
    {
        var options = stage.Options<TimerFunctions>();
        return options with
        {
            Settings = [.. options.Settings, new("Schedule", ncrontab)],
            AddServices = (services, _) => services.AddSingleton(script ?? stage.Script),
            Times = new HostTimes { Clock = clock },
        };
    }

    /// <summary>In small steps, each with time for the host to do what has become due.</summary>
    private static Task AdvanceUntilAsync(FakeTimeProvider clock, TimeSpan step, Func<bool> condition) =>
        Eventually.HoldsAsync(() =>
        {
            clock.Advance(step);
            return condition();
        });
}
