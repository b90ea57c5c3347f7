namespace Parley.Benchmarks.Load;

/// <summary>Memory over a long run, in MiB.</summary>
internal sealed class MemoryLog
{
    private readonly List<(int Scenarios, double Resident, double Heap)> points = [];

    public IReadOnlyList<(int Scenarios, double Resident, double Heap)> Points => points;

    /// <param name="scenarios">How many there have been by now.</param>
    public void Note(int scenarios)
    {
        GC.Collect();
        points.Add((scenarios, Environment.WorkingSet / 1048576.0, GC.GetTotalMemory(forceFullCollection: true) / 1048576.0));
    }

    /// <summary>The last third over the middle third: the first one is start-up.</summary>
    public double Growth(Func<(int Scenarios, double Resident, double Heap), double> of)
    {
        var third = points.Count / 3;
        return LoadRound.Median(points.TakeLast(third).Select(of)) / LoadRound.Median(points.Skip(third).Take(third).Select(of));
    }
}
