using System.Diagnostics;

namespace Parley.Benchmarks.Speed;

/// <summary>Times of one piece of work, in seconds: medians, since other work may share the machine.</summary>
/// <param name="Wall">By the clock on the wall.</param>
/// <param name="Cpu">Of the processor, all threads of this process.</param>
internal readonly record struct Measured(double Wall, double Cpu)
{
    private const int Rounds = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Runs the work until its code is compiled for good (two seconds, at least three times), then in rounds.</summary>
    /// <param name="repeats">Runs per round, so that a round is much longer than the clock's step.</param>
    public static Measured Of(Action work, int repeats = 1)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var run = 0; run < 3 || Stopwatch.GetElapsedTime(begun) < WarmUp; run++)
        {
            work();
        }

        var (walls, cpus) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            var (wall, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            for (var run = 0; run < repeats; run++)
            {
                work();
            }

            walls[round] = Stopwatch.GetElapsedTime(wall).TotalSeconds / repeats;
            cpus[round] = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds / repeats;
        }

        return new Measured(Median(walls), Median(cpus));
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
