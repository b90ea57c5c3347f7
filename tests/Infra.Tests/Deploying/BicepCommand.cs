using System.Diagnostics;
using System.Reflection;

namespace Parley.Infra.Tests.Deploying;

/// <summary>The Bicep compiler, which needs no network for anything that is done here.</summary>
internal static class BicepCommand
{
    private static readonly string Program = typeof(BicepCommand).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(each => each.Key == "Bicep").Value!;

    /// <returns>What was asked for, and what there was to say about it.</returns>
    public static async Task<(int ExitCode, string Output, string Remarks)> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var bicep = Process.Start(start)!;
        var output = bicep.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var remarks = bicep.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bicep.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bicep.ExitCode, await output, await remarks);
    }
}
