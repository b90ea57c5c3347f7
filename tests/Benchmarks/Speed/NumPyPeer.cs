using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Parley.Contracts;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Benchmarks.Speed;

/// <summary>Runs the vectorised NumPy program on the same documents, one thread, and reads what it measured.</summary>
internal static class NumPyPeer
{
    /// <summary>Null where Python or NumPy is missing.</summary>
    public static NumPyTimes? Measure(Situation situation, Scenario scenario, FedImpacts fed)
    {
        var folder = Directory.CreateTempSubdirectory("parley-speed-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "situation.json"), CanonicalJson.Of(situation));
            File.WriteAllBytes(Path.Combine(folder, "scenario.json"), CanonicalJson.Of(scenario));
            File.WriteAllText(Path.Combine(folder, "rows.json"), JsonSerializer.Serialize(fed.Keys.Select(key => $"{key}")));
            File.WriteAllBytes(Path.Combine(folder, "draws.f64"), MemoryMarshal.AsBytes<double>(fed.Draws));
            return Run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static NumPyTimes? Run(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "NumPy", "impacts.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [program, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var python = Process.Start(start);
        if (python is null)
        {
            return null;
        }

        var errors = python.StandardError.ReadToEndAsync();
        var answer = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        if (python.ExitCode != 0)
        {
            Console.Error.WriteLine(errors.Result);
            return null;
        }

        return JsonSerializer.Deserialize<NumPyTimes>(answer, JsonSerializerOptions.Web);
    }
}

/// <summary>CPU seconds of one evaluation.</summary>
/// <param name="Sampled">Whole arrays of all draws, sampling included.</param>
/// <param name="Fed">The same from draws in memory.</param>
/// <param name="SampledInChunks">Cut into chunks of draws, the fastest of several sizes.</param>
/// <param name="Means">Mean impacts, for every stakeholder against no deal and the status quo in turn.</param>
internal sealed record NumPyTimes(
    string NumPy, double Sampled, double Fed, double SampledInChunks, double FedInChunks, IReadOnlyList<double> Means);
