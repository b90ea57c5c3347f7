using System.Diagnostics;

namespace Parley.Page.Tests.Running;

/// <summary>The local host as it was built, on free ports and with storage of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Announcement = "listening on ";

    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<HostProcess> StartAsync()
    {
        // bin/Release/net10.0, as this assembly's.
        var built = Path.GetRelativePath(Checkout.PathOf("tests", "Page.Tests"), AppContext.BaseDirectory);
        var process = Process.Start(new ProcessStartInfo("dotnet", [Checkout.PathOf("infra", "local", "LocalHost", built, "Parley.LocalHost.dll"), "--port", "0", "--empty"])
        {
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The local host did not start; its errors stand above.");
        return new HostProcess(process, new Uri(line[Announcement.Length..]));
    }

    /// <summary>As a system does that shuts down, so that it ends its storage too.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await signal.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
