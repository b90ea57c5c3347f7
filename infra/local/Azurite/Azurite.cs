using System.ComponentModel;
using System.Diagnostics;

namespace Parley.Local;

/// <summary>
/// An Azurite of our own: blob, queue and table storage on free ports of 127.0.0.1. It ends when disposed of, and also when this
/// process ends in any other way.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    // The account that every storage emulator has, and its published key.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private bool paused;

    private Azurite(Process process, AzuriteAnnouncement addresses)
    {
        this.process = process;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
            $"BlobEndpoint={addresses.Blob}/{Account};" +
            $"QueueEndpoint={addresses.Queue}/{Account};" +
            $"TableEndpoint={addresses.Table}/{Account};";
    }

    public string ConnectionString { get; }

    public int ProcessId => process.Id;

    /// <summary>
    /// Starts Azurite and returns once it answers. It keeps its data in the folder, or without one in memory, which stalls for seconds
    /// once some thousand messages have passed.
    /// </summary>
    public static async Task<Azurite> StartAsync(string? folder = null, CancellationToken cancellation = default)
    {
        var files = AzuriteFiles.Find(AppContext.BaseDirectory);
        var process = Start(files, folder);
        try
        {
            var addresses = await AzuriteAnnouncement.ReadAsync(process, TimeToStart, cancellation);
            return new Azurite(process, addresses);
        }
        catch
        {
            await StopAsync(process);
            throw;
        }
    }

    /// <summary>Stops it from answering, as in an outage, without losing anything.</summary>
    public async Task PauseAsync()
    {
        await SignalAsync("STOP");
        paused = true;
    }

    public async Task ResumeAsync()
    {
        await SignalAsync("CONT");
        paused = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (paused && !process.HasExited)
            await ResumeAsync(); // A paused process does not notice that it should go.
        await StopAsync(process);
    }

    /// <summary>Ends it at once, for data that nobody wants any more: writing all of it takes seconds after a long run.</summary>
    public async Task AbandonAsync()
    {
        using (process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static Process Start(AzuriteFiles files, string? folder)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--require", files.ChildScript, files.EntryPoint,
                "--silent", "--disableTelemetry", "--skipApiVersionCheck",
                "--blobHost", "127.0.0.1", "--blobPort", "0",
                "--queueHost", "127.0.0.1", "--queuePort", "0",
                "--tableHost", "127.0.0.1", "--tablePort", "0",
            },
        };
        foreach (var argument in folder is null ? ["--inMemoryPersistence"] : new[] { "--location", folder })
            start.ArgumentList.Add(argument);

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception notFound)
        {
            throw new AzuriteUnavailableException("Node.js, which runs Azurite, is not on the PATH: install Node 20 or later.", notFound);
        }
    }

    private static async Task StopAsync(Process process)
    {
        using (process)
        {
            if (process.HasExited)
                return;
            process.StandardInput.Close();
            try
            {
                await process.WaitForExitAsync().WaitAsync(TimeToStop);
            }
            catch (TimeoutException)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }
    }

    // By the shell's kill, which every Unix has, since the numbers of these two signals differ between systems.
    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0)
            throw new InvalidOperationException($"Azurite (process {process.Id}) did not take the signal {signal}.");
    }
}
