using System.Diagnostics;

namespace Parley.Local.Tests;

/// <summary>The program itself, as run.sh starts it.</summary>
internal sealed class LocalHostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Parley.LocalHost.dll");

    private readonly Process process;

    private LocalHostProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public static LocalHostProcess Start(IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        // A shell that runs the tests in the background has its children ignore what Ctrl-C sends.
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", DotNet(), Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new LocalHostProcess(Process.Start(start)!);
    }

    public static LocalHostProcess Start(params string[] arguments) => Start([], arguments);

    public async Task<Uri> ListeningAsync()
    {
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        return new Uri(line!["listening on ".Length..]);
    }

    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (process.ExitCode, errors.TrimEnd());
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    // In full, since one test takes the PATH away.
    private static string DotNet() => Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet"
        ? self
        : Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet");
}
