using System.Diagnostics;

namespace Parley.EndToEnd.Tests;

/// <summary>The command of the README, <c>bash infra/local/run.sh</c>, running.</summary>
internal sealed class RunScript : IAsyncDisposable
{
    private const string Announcement = "listening on ";

    private readonly Process process;

    private RunScript(Process process) => this.process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A shell that runs the tests in the background has its children ignore what Ctrl-C sends.
    public static RunScript Start(params string[] arguments) => new(Process.Start(
        new ProcessStartInfo("env", ["--default-signal=INT", "bash", Checkout.PathOf("infra", "local", "run.sh"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Waits until it answers.</summary>
    public async Task<Uri> ListeningAsync()
    {
        var line = await process.StandardOutput.ReadLineAsync(Cancellation)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Cancellation));
        Assert.StartsWith(Announcement, line, StringComparison.Ordinal);
        return new Uri(line[Announcement.Length..]);
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<Ending> EndAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return new Ending(process.ExitCode, await output, await errors);
    }

    /// <summary>Ctrl-C.</summary>
    public async Task<Ending> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    internal sealed record Ending(int ExitCode, string Output, string Errors);
}
