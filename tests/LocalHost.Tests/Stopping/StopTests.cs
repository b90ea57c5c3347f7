using System.Net.Sockets;

namespace Parley.Local.Tests;

public sealed class StopTests(SharedAzurite azurite)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_connections_are_refused_at_once_and_the_running_request_is_answered()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (_, _) => gate.Opened;
        var host = await stage.StartAsync<HttpFunctionsOfTest>();
        using var client = new HttpClient { BaseAddress = host.Address };
        var answer = client.GetStringAsync("/wait", Cancellation);
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);

        var stopped = host.StopAsync();
        await Eventually.HoldsAsync(() => RefusedAsync(host.Address));
        Assert.False(answer.IsCompleted);

        gate.Open();
        Assert.Equal("\"waited\"", await answer);
        await stopped;
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_cancelled()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        var host = await stage.StartAsync(Hasty(stage.Options<HttpFunctionsOfTest>()));
        using var client = new HttpClient { BaseAddress = host.Address };
        var answer = client.GetStringAsync("/wait", Cancellation);
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);

        await host.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task Polling_goes_on_while_a_run_is_given_its_time()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (message, _) => message == "slow" ? gate.Opened : Task.CompletedTask;
        await stage.SendAsync("slow");
        var host = await stage.StartAsync<QueueFunctions>();
        await Eventually.HoldsAsync(() => stage.Script.Started.Contains("slow"));

        var stopped = host.StopAsync();
        await Eventually.HoldsAsync(() => RefusedAsync(host.Address));
        await stage.SendAsync("late");
        await Eventually.HoldsAsync(() => stage.Script.Finished.Contains("late"));
        Assert.False(stopped.IsCompleted);

        gate.Open();
        await stopped;
        Assert.Equal(0, await stage.CountAsync());
    }

    [Fact]
    public async Task Timers_go_on_while_a_run_is_given_its_time()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (call, _) => call == "slow" ? gate.Opened : Task.CompletedTask;
        await stage.SendAsync("slow");
        var options = stage.Options<QueueFunctions>();
        var host = await stage.StartAsync(options with
        {
            Functions = FunctionCatalog.In(typeof(QueueFunctions), typeof(TimerFunctions)),
            Settings = [.. options.Settings, new("Schedule", "* * * * * *")],
        });
        await Eventually.HoldsAsync(() => stage.Script.Started.Contains("slow"));

        var stopped = host.StopAsync();
        await Eventually.HoldsAsync(() => RefusedAsync(host.Address));
        var before = stage.Script.Finished.Count;
        await Eventually.HoldsAsync(() => stage.Script.Finished.Count > before);

        gate.Open();
        await stopped;
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_cancelled_and_its_message_stays_in_the_queue_even_at_maxDequeueCount()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        await stage.SendAsync("unfinished");
        var options = stage.Options<QueueFunctions>();
        var host = await stage.StartAsync(Hasty(options) with
        {
            HostJson = options.HostJson with { Queues = options.HostJson.Queues with { MaxDequeueCount = 1 } },
        });
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);

        await host.StopAsync();
        Assert.Equal("unfinished", (await stage.Queue.PeekMessageAsync(Cancellation)).Value.Body.ToString());
        Assert.False(await stage.Poison.ExistsAsync(Cancellation));
        Assert.Empty(stage.Warnings());
    }

    [Fact]
    public async Task A_run_that_settles_its_work_when_cancelled_has_its_message_deleted()
    {
        await using var stage = new Stage(azurite);
        stage.Script.Act = (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        await stage.SendAsync("handed on");
        var host = await stage.StartAsync(Hasty(stage.Options<QueueFunctions>()));
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);

        await host.StopAsync();
        Assert.Equal(["handed on"], stage.Script.Finished);
        Assert.Equal(0, await stage.CountAsync());
    }

    [Fact]
    public async Task A_run_that_ignores_its_token_does_not_hold_the_stop_up_and_its_message_stays_in_the_queue()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (_, _) => gate.Opened;
        await stage.SendAsync("deaf");
        var host = await stage.StartAsync(Hasty(stage.Options<QueueFunctions>()));
        await Eventually.HoldsAsync(() => !stage.Script.Started.IsEmpty);

        await host.StopAsync();
        Assert.Equal(1, await stage.CountAsync());
        gate.Open();
    }

    [Fact]
    public async Task A_drained_host_takes_nothing_new_lets_the_running_message_finish_and_still_answers_http()
    {
        await using var stage = new Stage(azurite);
        var gate = new Gate();
        stage.Script.Act = (message, _) => message == "running" ? gate.Opened : Task.CompletedTask;
        await stage.SendAsync("running");
        var options = stage.Options<QueueFunctions>() with
        {
            Functions = FunctionCatalog.In(typeof(QueueFunctions), typeof(HttpFunctionsOfTest)),
        };
        var drained = await stage.StartAsync(options);
        await Eventually.HoldsAsync(() => stage.Script.Started.Contains("running"));

        using var client = new HttpClient { BaseAddress = drained.Address };
        (await client.PostAsync("/admin/host/drain", content: null, Cancellation)).EnsureSuccessStatusCode();
        await Eventually.HoldsAsync(() => stage.Logged("Take: listening ended"));

        // What is sent now waits for another host.
        await stage.SendAsync("1", "2", "3");
        gate.Open();
        await Eventually.HoldsAsync(() => stage.Script.Finished.Contains("running"));
        await Eventually.HoldsAsync(async () => await stage.CountAsync() == 3);
        Assert.Equal("\"GET 1\"", await client.GetStringAsync("/things/1", Cancellation));
        Assert.Single(stage.Script.Started);

        await stage.StartAsync(options);
        await Eventually.HoldsAsync(() => stage.Script.Finished.Count == 4);
    }

    private static FunctionHostOptions Hasty(FunctionHostOptions options) =>
        options with { Times = new HostTimes { RunningWork = Soon, CancelledWork = Soon } };

    private static async Task<bool> RefusedAsync(Uri address)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, Cancellation);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
