using Parley.Functions.Storage;
using Parley.Functions.Tests.Faults;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>A chunk whose worker has fallen silent is sent again, and no more than that.</summary>
public sealed class SilentWorkerTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData("3")]
    [InlineData("200")]
    public async Task A_chunk_whose_worker_fell_silent_is_sent_again_once(string deepQueue)
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:DeepQueue", deepQueue));
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await ChunkTests.ClaimAsync(app, id, chunk: 1);

        for (var looks = 0; looks < 3; looks++)
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

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task A_chunk_that_is_lost_once_more_is_sent_once_more_whatever_its_worker_took_for_the_time(int minutes)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await ChunkTests.ClaimAsync(app, id, chunk: 1);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.LookAsync();
        var sent = (await app.ChunksAsync(id))[1];
        await app.Get<SweepChunkTable>().ChangeAsync(sent.Claimed("one more", app.Time.GetUtcNow().AddMinutes(minutes + 1)), TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.LookAsync();

        Assert.Equal(3, (await app.SweepMessagesAsync()).Count(message => message.Chunk == 1));
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
}
