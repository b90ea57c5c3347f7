using System.Diagnostics;

namespace Parley.Local.Tests;

public sealed class RunStorageTests
{
    /// <summary>Less than an Azurite is given to write its data, and far more than it takes to end a process.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_that_is_not_kept_is_not_waited_for()
    {
        var storage = await RunStorage.StartAsync(null, null, Cancellation);
        using var azurite = Process.GetProcessById(storage.ProcessId!.Value);
        // It writes nothing any more, however long one waits.
        using (var pause = Process.Start("kill", ["-STOP", $"{azurite.Id}"]))
            await pause.WaitForExitAsync(Cancellation);

        var watch = Stopwatch.StartNew();
        await storage.DisposeAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AtOnce);
        Assert.True(azurite.HasExited);
    }

    [Fact]
    public async Task Data_that_is_kept_is_written_to_the_end()
    {
        var folder = Directory.CreateTempSubdirectory("parley-");
        try
        {
            var storage = await RunStorage.StartAsync(null, folder.FullName, Cancellation);
            await new Azure.Storage.Queues.QueueClient(storage.ConnectionString, "kept").CreateAsync(cancellationToken: Cancellation);
            await storage.DisposeAsync();

            Assert.Contains("\"kept\"", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "__azurite_db_queue__.json"), Cancellation), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
