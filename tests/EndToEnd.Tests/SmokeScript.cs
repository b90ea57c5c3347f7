using System.Diagnostics;

namespace Parley.EndToEnd.Tests;

/// <summary>The smoke test, run as a person or the pipeline runs it.</summary>
internal static class SmokeScript
{
    public static IReadOnlyList<string> Titles =>
    [
        .. File.ReadLines(Checkout.PathOf("infra", "local", "requests.http"))
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..].Trim()),
    ];

    /// <returns>With the titles of the requests that were answered as announced.</returns>
    public static async Task<(int ExitCode, IReadOnlyList<string> Answered)> RunAsync(Uri host, params string[] flags)
    {
        var start = new ProcessStartInfo("bash", [Checkout.PathOf("infra", "azure", "smoke.sh"), $"{host}", .. flags]) { RedirectStandardOutput = true };
        using var smoke = Process.Start(start)!;
        var output = await smoke.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await smoke.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.Write(output);
        var answered = output.Split('\n').Where(line => line.StartsWith("ok ", StringComparison.Ordinal)).Select(line => line[3..].Trim());
        return (smoke.ExitCode, [.. answered]);
    }
}
