using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Parley.Local.Tests;

public sealed class PollingTests(SharedAzurite azurite)
{
    [Fact]
    public async Task An_empty_queue_is_polled_ever_more_rarely_up_to_the_longest_interval()
    {
        await using var stage = new Stage(azurite);
        await stage.Queue.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        var clock = new RecordingClock();
        await stage.StartAsync(Watched(stage, clock));
        await AssertBacksOffAsync(clock);
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_polled_with_the_same_backoff_and_no_warning()
    {
        await using var stage = new Stage(azurite);
        var clock = new RecordingClock();
        await stage.StartAsync(Watched(stage, clock));
        await AssertBacksOffAsync(clock);
        Assert.Empty(stage.Warnings());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Storage_that_answers_5xx_or_breaks_off_in_mid_answer_is_polled_with_the_same_backoff_and_one_warning(bool breaksOff)
    {
        await using var broken = await BrokenStorageAsync(breaksOff);
        await using var stage = new Stage(azurite);
        var clock = new RecordingClock();
        var endpoint = $"{broken.Urls.Single()}/devstoreaccount1";
        await stage.StartAsync(Watched(stage, clock) with
        {
            Settings =
            [
                new("AzureWebJobsStorage", $"AccountName=devstoreaccount1;AccountKey=a2V5;QueueEndpoint={endpoint};BlobEndpoint={endpoint};"),
                new("Queue", "any"),
            ],
        });
        await AssertBacksOffAsync(clock);
        Assert.Single(stage.Warnings());
    }

    [Fact]
    public async Task A_message_sent_to_an_idle_queue_is_found()
    {
        await using var stage = new Stage(azurite);
        var clock = new RecordingClock();
        await stage.StartAsync(Watched(stage, clock));
        await Eventually.HoldsAsync(() => clock.Waits.Count > 10);
        await stage.SendAsync("here");
        await Eventually.HoldsAsync(() => stage.Script.Finished.Contains("here"));
    }

    [Fact]
    public async Task After_a_batch_the_next_poll_does_not_wait()
    {
        await using var stage = new Stage(azurite);
        await stage.SendAsync("1", "2", "3", "4", "5", "6");
        var standingStill = new FakeTimeProvider(); // On this clock a wait would never end.
        await stage.StartAsync(Watched(stage, standingStill));
        await Eventually.HoldsAsync(() => stage.Script.Finished.Count == 6);
    }

    [Fact]
    public async Task No_more_than_batchSize_messages_run_at_once_when_the_threshold_is_0()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, cancellation) => Task.Delay(20, cancellation);
        await stage.SendAsync(Enumerable.Range(1, 9).Select(number => $"{number}"));
        await stage.StartAsync(Watched(stage, TimeProvider.System));
        await Eventually.HoldsAsync(() => stage.Script.Finished.Count == 9);
        Assert.Equal(2, stage.Script.MostAtOnce);
    }

    [Fact]
    public async Task The_next_batch_is_fetched_as_soon_as_no_more_than_the_threshold_are_running()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (message, _) => message == "slow" ? gate.Opened : Task.CompletedTask;
        await stage.SendAsync("slow", "2", "3", "4");
        var options = Watched(stage, TimeProvider.System);
        await stage.StartAsync(options with
        {
            HostJson = options.HostJson with { Queues = options.HostJson.Queues with { NewBatchThreshold = 1 } },
        });
        await Eventually.HoldsAsync(() => stage.Script.Finished.Count == 3);
        gate.Open();
        await Eventually.HoldsAsync(() => stage.Script.Finished.Contains("slow"));
    }

    private static FunctionHostOptions Watched(Stage stage, TimeProvider clock) => stage.Options<QueueFunctions>() with
    {
        Times = new HostTimes { Clock = clock },
        HostJson = new HostJson
        {
            Queues = new QueueSettings { BatchSize = 2, NewBatchThreshold = 0, MaxPollingInterval = TimeSpan.FromMilliseconds(500) },
        },
    };

    private static async Task AssertBacksOffAsync(RecordingClock clock)
    {
        await Eventually.HoldsAsync(() => clock.Waits.Count >= 6);
        var waits = clock.Waits.Select(wait => wait.TotalMilliseconds).ToArray();
        Assert.Equal(100, waits[0]);
        Assert.InRange(waits[1], 180, 220);
        Assert.InRange(waits[2], 260, 340);
        Assert.InRange(waits[3], 420, 500);
        Assert.Equal([500, 500], waits[4..6]);
    }

    private static async Task<WebApplication> BrokenStorageAsync(bool breaksOff)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            if (!breaksOff)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("<?xml");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
