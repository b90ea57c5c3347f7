using Parley.Functions.Storage;
using Parley.Functions.Tests.Faults;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>However many find all chunks done, and wherever one of them dies, a sweep has one summary.</summary>
public sealed class SummaryTests(SharedAzurite azurite)
{
    [Fact]
    public async Task While_a_worker_of_another_engine_is_about_to_replace_numbers_the_summary_waits()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.WorkAsync(id, chunk: 0);
        await app.WorkAsync(id, chunk: 1);
        var claim = (await app.ChunksAsync(id))[0].Claimed("of another engine", app.Time.GetUtcNow().AddMinutes(1));
        await app.Get<SweepChunkTable>().ChangeAsync(claim, TestContext.Current.CancellationToken);

        await app.WorkAsync(id, chunk: 2);
        Assert.Equal(ScenarioStatus.Running, (await app.SweepRowAsync(id)).Status);
        app.Time.Advance(TimeSpan.FromMinutes(2)); // It has died.
        await app.LookAsync();
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task All_finishers_at_once_make_one_summary()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        for (var chunk = 0; chunk < Sweeps.Chunks; chunk++)
            await app.WorkAsync(id, chunk);

        // Ended by now; the same again, from where all chunks are done and nobody has summarised.
        var row = await app.SweepRowAsync(id);
        var reopened = await app.Get<SweepTable>().ChangeAsync(
            row with { Status = ScenarioStatus.Running, FinishedAt = null, EngineVersion = "", Claims = 0, Owner = "" }, SweepOutboxRow.For(id, app.Time.GetUtcNow()), TestContext.Current.CancellationToken);
        Assert.NotNull(reopened);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? app : other).WorkAsync(id, chunk: n % Sweeps.Chunks)));
        await app.RunSweepMessagesAsync();

        Assert.Equal((ScenarioStatus.Succeeded, 1), ((await app.SweepRowAsync(id)).Status, (await app.SweepRowAsync(id)).Claims));
    }

    [Fact]
    public async Task A_worker_killed_over_the_summary_is_followed_by_another_after_its_lease()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        for (var chunk = 0; chunk < Sweeps.Chunks - 1; chunk++)
            await app.WorkAsync(id, chunk);
        var (dies, isDead) = (Wire.Once(call => CallNames.Of(call) == "summary"), false);
        app.Wire.Before = (call, _) =>
        {
            isDead |= dies(call);
            return Task.CompletedTask;
        };
        app.Wire.FailsBefore = _ => isDead; // From there on nothing leaves the worker any more.
        await Record.ExceptionAsync(() => app.WorkAsync(id, Sweeps.Chunks - 1));

        other.Time.Advance(TimeSpan.FromMinutes(2));
        await other.LookAsync();
        await other.RunSweepMessagesAsync();

        Assert.Equal((ScenarioStatus.Succeeded, 2), ((await other.SweepRowAsync(id)).Status, (await other.SweepRowAsync(id)).Claims));
        app.Wire.FailsBefore = _ => false;
    }

    [Fact]
    public async Task A_summary_that_takes_longer_than_its_lease_stays_with_its_worker()
    {
        await using var app = await App.StartAsync(azurite);
        await using var slow = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        foreach (var chunk in new[] { 0, 1 })
            await app.WorkAsync(id, chunk);
        var (work, reached, goOn) = slow.Pause(worker => worker.WorkAsync(id, chunk: 2), call => CallNames.Of(call) == "summary");
        await reached;

        for (var sign = 0; sign < 6; sign++)
        {
            var before = (await app.SweepRowAsync(id)).LeaseUntil;
            app.Time.Advance(TimeSpan.FromSeconds(20));
            await Sweeps.UntilAsync(async () => (await app.SweepRowAsync(id)).LeaseUntil > before);
        }

        await app.WorkAsync(id);
        goOn.SetResult();
        await work;
        Assert.Equal((ScenarioStatus.Succeeded, 1), ((await app.SweepRowAsync(id)).Status, (await app.SweepRowAsync(id)).Claims));
    }
}
