using System.Diagnostics;

namespace Parley.Local.Tests;

/// <summary>The program itself, as run.sh starts it, which is asked to end while it accepts and evaluates.</summary>
public sealed class StoppedProductTests
{
    private const int Stops = 3;
    private const int Scenarios = 48;

    /// <summary>That of <c>Evaluation:LeaseSeconds</c> where nothing else is said.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_three_times_under_load_it_loses_nothing_and_nobody_waits_for_what_it_held()
    {
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        var (caller, ledger, seen) = (new Caller(), new Ledger(azurite.ConnectionString), new HashSet<string>());
        LocalHostProcess Start() => LocalHostProcess.Start([new("AzureWebJobsStorage", azurite.ConnectionString)], "--empty", "--port", "0");
        var program = Start();
        try
        {
            var address = await program.ListeningAsync();
            var next = 0;
            var load = Enumerable.Range(0, 4).Select(async _ =>
            {
                while (Interlocked.Increment(ref next) is var number && number <= Scenarios)
                    await caller.SubmitAsync(() => address, $"{number}", Cancellation);
            }).ToArray();
            for (var stop = 1; stop <= Stops; stop++)
            {
                while (caller.Accepted.Count < Scenarios * stop / (Stops + 1) || !await ledger.IsAtWorkAsync(seen, Cancellation))
                    await Task.Delay(1, Cancellation);
                await program.SignalAsync("TERM");
                Assert.Equal(0, (await program.EndAsync()).ExitCode);
                Assert.Equal(0, await ledger.HeldAsync(Cancellation));
                program.Dispose();
                program = Start();
                address = await program.ListeningAsync();
            }

            var since = Stopwatch.StartNew();
            await Task.WhenAll(load);
            Assert.Equal(Scenarios, caller.Accepted.Count);
            await ledger.AllHaveSucceededAsync([.. caller.Accepted.Values], Cancellation);
            Assert.True(since.Elapsed < Lease, $"It took {since.Elapsed}: somebody waited for a lease, or for a message.");
        }
        finally
        {
            program.Dispose();
        }
    }
}
