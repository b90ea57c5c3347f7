namespace Parley.Local.Tests;

/// <summary>The product as a process of its own, which gets SIGKILL while it accepts and evaluates.</summary>
public sealed class KilledProductTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Killed_twice_under_load_it_loses_nothing_and_leaves_nothing_over() => OutlivesAsync(kills: 2, scenarios: 24);

    [Fact]
    [Trait("Suite", "Long")]
    public Task Killed_ten_times_under_load_it_loses_nothing_and_leaves_nothing_over() => OutlivesAsync(kills: 10, scenarios: 200);

    private static async Task OutlivesAsync(int kills, int scenarios)
    {
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        var (caller, ledger, seen) = (new Caller(), new Ledger(azurite.ConnectionString), new HashSet<string>());
        var process = KilledHost.Start("product", azurite.ConnectionString);
        try
        {
            var address = new Uri((await process.StandardOutput.ReadLineAsync(Cancellation))!);
            var next = 0;
            var load = Enumerable.Range(0, 4).Select(async _ =>
            {
                while (Interlocked.Increment(ref next) is var number && number <= scenarios)
                    await caller.SubmitAsync(() => address, $"{number}", Cancellation);
            }).ToArray();
            for (var kill = 1; kill <= kills; kill++)
            {
                // In the middle of the load, at another moment each time, and as a worker is seen to be at something.
                while (caller.Accepted.Count < scenarios * kill / (kills + 1) || !await ledger.IsAtWorkAsync(seen, Cancellation))
                    await Task.Delay(1, Cancellation);
                process.Kill();
                await process.WaitForExitAsync(Cancellation);
                process.Dispose();
                process = KilledHost.Start("product", azurite.ConnectionString);
                address = new Uri((await process.StandardOutput.ReadLineAsync(Cancellation))!);
            }

            await Task.WhenAll(load);
            Assert.Equal(scenarios, caller.Accepted.Count);
            await ledger.AllHaveSucceededAsync([.. caller.Accepted.Values], Cancellation);
            Assert.True(await ledger.ClaimsAsync(Cancellation) > scenarios, "No kill met a worker at a scenario.");
        }
        finally
        {
            process.Kill();
            process.Dispose();
        }
    }
}
