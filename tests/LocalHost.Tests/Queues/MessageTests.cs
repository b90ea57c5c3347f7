using Azure.Storage.Queues;
using Microsoft.Extensions.Time.Testing;

namespace Parley.Local.Tests;

public sealed class MessageTests(SharedAzurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_decoded_from_Base64()
    {
        await using var stage = new Stage(azurite);
        await stage.SendAsync("Grüße");
        await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(() => stage.Script.Finished.Contains("Grüße"));
    }

    [Fact]
    public async Task With_the_encoding_none_a_message_is_taken_as_it_is()
    {
        await using var stage = new Stage(azurite, QueueMessageEncoding.None);
        await stage.SendAsync("plain text");
        var options = stage.Options<QueueFunctions>();
        await stage.StartAsync(options with
        {
            HostJson = options.HostJson with { Queues = options.HostJson.Queues with { MessageEncoding = MessageEncoding.None } },
        });
        await Eventually.HoldsAsync(() => stage.Script.Finished.Contains("plain text"));
    }

    [Fact]
    public async Task A_message_that_is_not_Base64_goes_to_the_poison_queue_as_it_is_and_is_not_run()
    {
        await using var stage = new Stage(azurite, QueueMessageEncoding.None);
        await stage.SendAsync("not Base64!");
        await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(() => PoisonedAsync(stage, "not Base64!"));
        await Eventually.HoldsAsync(async () => await stage.CountAsync() == 0);
        Assert.Empty(stage.Script.Started);
    }

    [Fact]
    public async Task A_message_whose_run_succeeded_is_deleted()
    {
        await using var stage = new Stage(azurite);
        await stage.SendAsync("1", "2");
        await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(async () => await stage.CountAsync() == 0);
        Assert.Equal(["1", "2"], stage.Script.Finished.Order());
        Assert.Empty(stage.Warnings());
    }

    [Fact]
    public async Task A_message_that_is_gone_when_its_run_succeeds_is_no_cause_for_a_warning()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, cancellation) => stage.Queue.ClearMessagesAsync(cancellation);
        await stage.SendAsync("1");
        var host = await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(() => !stage.Script.Finished.IsEmpty);
        await host.StopAsync();
        Assert.Empty(stage.Warnings());
    }

    [Fact]
    public async Task A_message_that_another_has_received_since_is_left_to_it()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (_, _) => gate.Opened;
        await stage.SendAsync("1");
        var host = await stage.StartAsync(stage.Options<QueueFunctions>() with
        {
            // A clock that stands still: the lease of a second is over without having been renewed.
            Times = new HostTimes { Clock = new FakeTimeProvider(), MessageLease = TimeSpan.FromSeconds(1) },
        });
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);
        await Eventually.HoldsAsync(async () =>
            (await stage.Queue.ReceiveMessagesAsync(1, TimeSpan.FromHours(1), Cancellation)).Value.Length == 1);

        gate.Open();
        await Eventually.HoldsAsync(() => !stage.Script.Finished.IsEmpty);
        await host.StopAsync();
        Assert.Equal(1, await stage.CountAsync());
        Assert.Empty(stage.Warnings());
    }

    [Fact]
    public async Task A_lease_of_10_minutes_is_renewed_at_half_and_its_newest_receipt_deletes_the_message()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        var clock = new FakeTimeProvider();
        stage.Script.Act = (_, _) => gate.Opened;
        await stage.SendAsync("long");
        await stage.StartAsync(stage.Options<QueueFunctions>() with { Times = new HostTimes { Clock = clock } });
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);

        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.False(stage.Logged("was renewed"));
        clock.Advance(TimeSpan.FromTicks(1));
        await Eventually.HoldsAsync(() => stage.Logged("was renewed"));

        gate.Open();
        await Eventually.HoldsAsync(async () => await stage.CountAsync() == 0);
        Assert.Empty(stage.Warnings());
    }

    [Fact]
    public async Task A_failed_message_is_visible_again_at_once_when_no_visibility_timeout_is_set()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, _) => stage.Script.Started.Count == 1 ? throw new InvalidOperationException("first try") : Task.CompletedTask;
        await stage.SendAsync("again");
        await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(() => stage.Script.Finished.Contains("again"));
        Assert.True(stage.Logged("dequeue count 2"));
    }

    [Fact]
    public async Task A_failed_message_is_visible_again_after_the_visibility_timeout()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, _) => throw new InvalidOperationException("always");
        await stage.SendAsync("again");
        var options = stage.Options<QueueFunctions>();
        var host = await stage.StartAsync(options with
        {
            HostJson = options.HostJson with { Queues = options.HostJson.Queues with { VisibilityTimeout = TimeSpan.FromSeconds(2) } },
        });
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);
        await host.StopAsync();

        Assert.Empty((await stage.Queue.PeekMessagesAsync(1, Cancellation)).Value);
        await Eventually.HoldsAsync(async () => (await stage.Queue.PeekMessagesAsync(1, Cancellation)).Value is [{ DequeueCount: 1 }]);
    }

    [Fact]
    public async Task A_message_that_fails_at_maxDequeueCount_is_copied_to_the_poison_queue_for_ever_and_deleted()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, _) => throw new InvalidOperationException("always");
        await stage.SendAsync("bad");
        await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(() => PoisonedAsync(stage, "bad"));
        await Eventually.HoldsAsync(async () => await stage.CountAsync() == 0);

        Assert.Equal(5, stage.Script.Started.Count);
        var poison = (await stage.Poison.PeekMessagesAsync(1, Cancellation)).Value[0];
        Assert.True(poison.ExpiresOn > DateTimeOffset.UtcNow.AddYears(100));
    }

    [Fact]
    public async Task A_message_received_more_than_maxDequeueCount_times_goes_to_the_poison_queue_without_a_run()
    {
        await using var stage = new Stage(azurite);
        await stage.SendAsync("worn out");
        for (var received = 1; received <= 5; received++)
        {
            var message = (await stage.Queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Cancellation)).Value;
            await stage.Queue.UpdateMessageAsync(
                message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Cancellation);
        }

        await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(() => PoisonedAsync(stage, "worn out"));
        Assert.Empty(stage.Script.Started);
    }

    private static async Task<bool> PoisonedAsync(Stage stage, string body) =>
        await stage.Poison.ExistsAsync(Cancellation)
        && (await stage.Poison.PeekMessagesAsync(2, Cancellation)).Value is [var only] && only.Body.ToString() == body;
}
