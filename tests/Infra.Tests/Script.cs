using System.Diagnostics;

namespace Parley.Infra.Tests;

/// <summary>A script of the repository, run as a person runs it.</summary>
internal static class Script
{
    /// <returns>What it wrote, errors included.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments) =>
        RunAsync(new Dictionary<string, string>(), [Repository.PathOf(script), .. arguments]);

    /// <param name="environment">Variables that it has beside those of the tests.</param>
    /// <param name="bash">Arguments of bash: a script and its own, or <c>-c</c> and commands.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] bash)
    {
        var start = new ProcessStartInfo("bash", bash) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
