using System.Diagnostics;
using Azure.Storage.Queues;

namespace Parley.Local.Tests;

public sealed class AzuriteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_stored_on_disk_is_there_when_Azurite_starts_again()
    {
        var folder = Directory.CreateTempSubdirectory("parley-");
        try
        {
            await using (var azurite = await Azurite.StartAsync(folder.FullName, Cancellation))
                await new QueueClient(azurite.ConnectionString, "kept").CreateAsync(cancellationToken: Cancellation);
            await using (var azurite = await Azurite.StartAsync(folder.FullName, Cancellation))
                Assert.True(await new QueueClient(azurite.ConnectionString, "kept").ExistsAsync(Cancellation));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_paused_Azurite_does_not_answer_until_it_is_resumed()
    {
        await using var azurite = await Azurite.StartAsync(cancellation: Cancellation);
        await azurite.PauseAsync();
        var asked = new QueueClient(azurite.ConnectionString, "patient").CreateAsync(cancellationToken: Cancellation);
        await Assert.ThrowsAsync<TimeoutException>(() => asked.WaitAsync(TimeSpan.FromMilliseconds(300), Cancellation));
        await azurite.ResumeAsync();
        await asked;
    }

    [Fact]
    public async Task A_paused_Azurite_ends_too_when_disposed_of()
    {
        Process process;
        await using (var azurite = await Azurite.StartAsync(cancellation: Cancellation))
        {
            process = Process.GetProcessById(azurite.ProcessId);
            await azurite.PauseAsync();
        }

        using (process)
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_missing_installation_is_said_in_one_sentence()
    {
        var refusal = Assert.Throws<AzuriteUnavailableException>(() => AzuriteFiles.Find(Path.GetTempPath()));
        Assert.Equal("Azurite is not installed: run `bash infra/local/setup.sh` once.", refusal.Message);
    }
}
