using System.Diagnostics;
using System.Globalization;
using Parley.Local;

namespace Parley.Benchmarks.Load;

/// <summary>What one round of load came to.</summary>
/// <param name="Seconds">By the clock on the wall.</param>
/// <param name="Cpu">Seconds of this process: product, clients and generator together.</param>
/// <param name="StorageCpu">Seconds of Azurite, which is one thread.</param>
/// <param name="Accepts">Seconds from each POST to its answer, sorted.</param>
/// <param name="Ends">Seconds from each POST until its end was seen, sorted.</param>
internal sealed record LoadRound(LoadPlan Plan, double Seconds, double Cpu, double StorageCpu, int Polls, double[] Accepts, double[] Ends)
{
    public double PerSecond => Plan.Scenarios / Seconds;

    public double PollsPerScenario => (double)Polls / Plan.Scenarios;

    public static async Task<LoadRound> MeasureAsync(LoadPlan plan, Azurite azurite, Func<LoadPlan, LoadTimes, Task> run)
    {
        var times = new LoadTimes();
        var (wall, cpu, storage) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, CpuOf(azurite));
        await run(plan, times);
        return new LoadRound(
            plan,
            Stopwatch.GetElapsedTime(wall).TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            CpuOf(azurite) - storage,
            times.Polls,
            [.. times.Accepts.Order()],
            [.. times.Ends.Order()]);
    }

    public static double Median(IEnumerable<double> values) => Quantile([.. values.Order()], 0.5);

    public static double Quantile(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

    // Fields 14 and 15 of the line after the name in brackets: user and system time, in hundredths of a second.
    public static double CpuOf(Azurite azurite)
    {
        var line = File.ReadAllText($"/proc/{azurite.ProcessId}/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / 100;
    }
}
