using System.Diagnostics;

namespace Parley.Engine.Mutations;

/// <summary>The engine's tests as a program, in a folder of its own so that its engine can be exchanged.</summary>
/// <param name="Folder">What the tests were built into, or a copy of that.</param>
internal sealed record Tests(string Folder)
{
    public string Engine => Path.Combine(Folder, "Parley.Engine.dll");

    public Tests CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return new Tests(folder);
    }

    /// <summary>Its exit code, 0 when all have passed; null when they took longer than they may.</summary>
    /// <param name="limit">How long they may take.</param>
    public async Task<int?> RunAsync(IEnumerable<string> arguments, TimeSpan limit, IEnumerable<(string Name, string Value)>? settings = null)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "Parley.Engine.Tests"), ["-noColor", "-noLogo", "-maxThreads", "1", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Most are over before a guess about what will be called often has paid.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in settings ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        // Read, since one whose output nobody takes stands still; a mutant that fails says so at length.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        using var over = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(over.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return null;
        }
    }
}
