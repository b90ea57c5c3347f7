using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>A chunk may be asked for, evaluated and written any number of times, by anybody, and broken off anywhere.</summary>
public sealed class ChunkTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_chunk_that_is_asked_for_again_is_not_evaluated_again()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id, chunk: 1);
        var before = (await app.ChunksAsync(id))[1];

        await app.WorkAsync(id, chunk: 1);

        Assert.Equal(before, (await app.ChunksAsync(id))[1]);
    }

    [Fact]
    public async Task Any_order_any_number_of_workers_and_any_repetition_give_the_same_bytes()
    {
        await using var one = await App.StartAsync(azurite);
        await using var two = await App.StartAsync(azurite);
        await using var beside = await App.StartAsync(azurite, beside: two);
        var (first, second) = (await one.AcceptedSweepAsync(), await two.AcceptedSweepAsync());
        await one.RunSweepMessagesAsync();

        await Task.WhenAll(two.WorkAsync(second, 2), beside.WorkAsync(second, 0), beside.WorkAsync(second, 2));
        await Task.WhenAll(two.WorkAsync(second, 1), beside.WorkAsync(second, 1), two.WorkAsync(second));
        await Task.WhenAll(two.RunSweepMessagesAsync(), beside.RunSweepMessagesAsync());

        Assert.Equal(await one.SweepResultAsync(first), await two.SweepResultAsync(second));
    }

    [Fact]
    public async Task While_another_worker_is_at_it_the_message_comes_back_after_its_lease()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        await ClaimAsync(app, id, chunk: 0);

        await app.WorkAsync(id, chunk: 0);

        Assert.Equal(0, Assert.Single(await app.SweepMessagesAsync()).Chunk);
        Assert.InRange(app.NoDelay.Delays[^1].TotalSeconds, 60, 76);
        Assert.False((await app.ChunksAsync(id))[0].IsDone);
    }

    [Fact]
    public async Task The_numbers_that_were_written_first_stand()
    {
        await using var app = await App.StartAsync(azurite);
        await using var other = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        var isWriting = Wire.Once(IsNumbers);
        app.Wire.Before = async (call, _) =>
        {
            if (!isWriting(call))
                return;
            app.Time.Advance(TimeSpan.FromMinutes(2)); // It was silent for longer than its lease.
            await other.WorkAsync(id, chunk: 0);
        };

        using var counted = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.chunks.evaluated");
        using var countedOther = new MetricCollector<long>(other.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.chunks.evaluated");

        await app.WorkAsync(id, chunk: 0);

        Assert.Equal((0, 1), (counted.GetMeasurementSnapshot().Count, countedOther.GetMeasurementSnapshot().Count));
        Assert.Equal((2, true), ((await app.ChunksAsync(id))[0].Claims, (await app.ChunksAsync(id))[0].IsDone));
        await app.RunSweepMessagesAsync();
        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("numbers")]
    [InlineData("transaction")]
    [InlineData("summary")]
    [InlineData("send")]
    public async Task A_lost_answer_changes_nothing_in_the_result(string at)
    {
        await using var app = await App.StartAsync(azurite);
        await using var quiet = await App.StartAsync(azurite);
        var expected = await quiet.AcceptedSweepAsync();
        await quiet.RunSweepMessagesAsync();
        var id = await app.AcceptedSweepAsync();
        app.Wire.LosesAnswer = Wire.Once(Named(at));

        await app.RunSweepMessagesAsync();

        Assert.Equal(await quiet.SweepResultAsync(expected), await app.SweepResultAsync(id));
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("numbers")]
    [InlineData("transaction")]
    [InlineData("summary")]
    [InlineData("send")]
    public async Task A_transient_fault_brings_the_message_back_later_and_then_it_succeeds(string at)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        app.Wire.FailsBefore = Wire.Once(Named(at));

        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        Assert.Contains(app.NoDelay.Delays, delay => delay.TotalSeconds is >= 2 and <= 3);
        Assert.DoesNotContain(await app.SweepRows().RowsAsync(), row => row.RowKey.StartsWith("o|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chunk_broken_off_by_shutdown_sends_its_message_again_and_the_next_one_begins_at_once()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        using var stopping = new CancellationTokenSource();
        app.Wire.Before = (call, _) => IsNumbers(call) ? stopping.CancelAsync() : Task.CompletedTask;

        await app.WorkAsync(id, chunk: 0, stopping.Token);

        Assert.Equal(0, Assert.Single(await app.SweepMessagesAsync()).Chunk);
        Assert.Equal(("", false), ((await app.ChunksAsync(id))[0].Owner, (await app.ChunksAsync(id))[0].IsDone));
        app.Wire.Before = (_, _) => Task.CompletedTask;
        await app.RunSweepMessagesAsync();
        Assert.True((await app.ChunksAsync(id))[0].IsDone);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Numbers_of_another_engine_are_made_again_and_the_summary_waits_for_them(int newer)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        foreach (var chunk in new[] { 0, 1 })
            await app.WorkAsync(id, chunk);
        await app.DamageChunkAsync(id, 0, "EngineVersion", $"{int.Parse(Engine.EngineVersion.Current, CultureInfo.InvariantCulture) + newer}");

        await app.WorkAsync(id, chunk: 2);
        Assert.Equal(ScenarioStatus.Accepted, (await app.SweepRowAsync(id)).Status);
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        Assert.All((await app.ChunksAsync(id)).Values, chunk => Assert.Equal(Engine.EngineVersion.Current, chunk.EngineVersion));
    }

    [Fact]
    public async Task A_chunk_whose_answer_was_lost_is_counted_once()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        using var counted = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.chunks.evaluated");
        app.Wire.LosesAnswer = Wire.Once(IsNumbers);

        await app.WorkAsync(id, chunk: 0);

        Assert.Single(counted.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task A_chunk_that_takes_longer_than_its_lease_stays_with_its_worker()
    {
        await using var app = await App.StartAsync(azurite);
        await using var slow = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        // Before it reads the situation: it has claimed the chunk by then and not come to the numbers.
        var (work, reached, goOn) = slow.Pause(worker => worker.WorkAsync(id, chunk: 0), call => call.Touches("situations"));
        await reached;

        for (var sign = 0; sign < 6; sign++)
        {
            var before = (await app.ChunksAsync(id))[0].LeaseUntil;
            app.Time.Advance(TimeSpan.FromSeconds(20));
            await Sweeps.UntilAsync(async () => (await app.ChunksAsync(id))[0].LeaseUntil > before);
        }

        await app.WorkAsync(id, chunk: 0);
        Assert.Single(await app.SweepMessagesAsync()); // It came back.
        goOn.SetResult();
        await work;
        Assert.Equal((1, true), ((await app.ChunksAsync(id))[0].Claims, (await app.ChunksAsync(id))[0].IsDone));
    }

    internal static async Task ClaimAsync(App app, Guid id, int chunk) => Assert.NotNull(await app.Get<SweepChunkTable>().ChangeAsync(
        new SweepChunk(id, chunk, Owner: "another", LeaseUntil: app.Time.GetUtcNow().AddSeconds(60), Claims: 1), TestContext.Current.CancellationToken));

    private static bool IsNumbers(Call call) => call.Method == "PUT" && call.Body.Contains("\"Digest\"", StringComparison.Ordinal);

    private static Func<Call, bool> Named(string at) => at switch
    {
        "claim" => call => call.Method == "POST" && !call.IsSend && call.Body.Contains("\"LeaseUntil\"", StringComparison.Ordinal) && !call.IsTransaction,
        "numbers" => IsNumbers,
        "summary" => call => !call.IsTransaction && call.Body.Contains("\"Content00\"", StringComparison.Ordinal),
        "send" => call => call.IsSend && call.Body.Length > 0,
        _ => call => call.IsTransaction,
    };
}
