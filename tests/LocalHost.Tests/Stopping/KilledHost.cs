using System.Diagnostics;

namespace Parley.Local.Tests;

internal static class KilledHost
{
    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "Parley.KilledHost.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
    })!;
}
