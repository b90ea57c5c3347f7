using System.Diagnostics;

namespace Parley.Local.Tests;

public sealed class KillTests(SharedAzurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_host_leaves_its_message_invisible_until_the_lease_is_over_and_then_it_comes_back()
    {
        await using var stage = new Stage(azurite);
        await stage.SendAsync("orphan");
        using var host = KilledHost.Start(azurite.ConnectionString, stage.Name, "00:00:03");
        Assert.Equal("started orphan", await host.StandardOutput.ReadLineAsync(Cancellation));
        host.Kill();
        await host.WaitForExitAsync(Cancellation);

        Assert.Equal(1, await stage.CountAsync());
        Assert.Empty((await stage.Queue.PeekMessagesAsync(1, Cancellation)).Value);
        await Eventually.HoldsAsync(async () =>
            (await stage.Queue.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(1), Cancellation)).Value is [{ DequeueCount: 2 }]);
    }

    [Fact]
    public void The_lease_is_10_minutes_and_a_stop_gives_running_work_10_seconds()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), new HostTimes().MessageLease);
        Assert.Equal(TimeSpan.FromSeconds(10), new HostTimes().RunningWork);
    }

    [Fact]
    public async Task Azurite_ends_when_the_process_that_started_it_is_killed()
    {
        using var parent = KilledHost.Start("azurite");
        var azuriteId = int.Parse((await parent.StandardOutput.ReadLineAsync(Cancellation))!, null);
        using var child = Process.GetProcessById(azuriteId);
        parent.Kill();
        await child.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }
}
