namespace Parley.Benchmarks.Load;

/// <summary>How one round of load is driven, the same for the product and for its bare calls.</summary>
/// <param name="Scenarios">How many are submitted and seen to their end.</param>
/// <param name="Submitters">Each submits one, waits for its end, and goes on with the next.</param>
/// <param name="Workers">Listeners of the queue; each takes two messages at a time, as host.json says.</param>
internal sealed record LoadPlan(int Scenarios, int Submitters, int Workers)
{
    /// <summary>Messages that a worker takes at a time, and finishes before it takes more.</summary>
    public const int Batch = 2;

    /// <summary>Between two looks at a scenario's status.</summary>
    public static TimeSpan BetweenPolls { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a body for each scenario, as many at a time as there are submitters.</summary>
    public Task EachAsync(Func<int, Task> submit) => Parallel.ForEachAsync(
        Enumerable.Range(0, Scenarios), new ParallelOptions { MaxDegreeOfParallelism = Submitters }, async (number, _) => await submit(number));
}
