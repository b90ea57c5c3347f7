using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>Goes a path again and again, with other faults each time, and looks whether every promise is kept.</summary>
public static class FaultWalk
{
    public static IReadOnlyList<FaultPath> Paths { get; } = [.. FaultPaths.All, .. UpkeepFaultPaths.All, .. SweepFaultPaths.All, .. RareFaultPaths.All, .. RareSweepFaultPaths.All];

    public static FaultPath Named(string name) => Paths.Single(path => path.Name == name);

    public static IEnumerable<Strike[]> EveryFaultAtEveryCall(FaultPath path) =>
        from call in Enumerable.Range(1, path.Calls.Count)
        from kind in Strike.Kinds
        select new[] { kind with { Call = call } };

    /// <param name="walk">The faults of each time that the path is gone.</param>
    public static async Task WalkAsync(SharedAzurite azurite, FaultPath path, IEnumerable<Strike[]> walk)
    {
        await using var observer = await App.StartAsync(azurite);
        var (undisturbed, wrong, runs) = (await path.Subject.UndisturbedAsync(observer), new List<string>(), 0);
        foreach (var strikes in walk)
        {
            runs++;
            if (await RunAsync(azurite, path, undisturbed, strikes) is { } problem)
                wrong.Add(problem);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {runs} runs of {path}:\n{string.Join('\n', wrong)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: gone {runs} times");
    }

    /// <summary>The names of the path's calls when nothing goes wrong.</summary>
    public static async Task<IReadOnlyList<string>> CallsAsync(SharedAzurite azurite, FaultPath path)
    {
        await using var observer = await App.StartAsync(azurite);
        await using var fleet = await Fleet.StartAsync(azurite.ConnectionString, path.Subject, observer);
        await GoAsync(fleet, path);
        return [.. fleet.Calls.Numbered.Select(CallNames.Of)];
    }

    // With tables of its own, so that whatever is left over in them is left by this run.
    private static async Task<string?> RunAsync(SharedAzurite azurite, FaultPath path, string undisturbed, Strike[] strikes)
    {
        await using var observer = await App.StartAsync(azurite);
        await using var fleet = await Fleet.StartAsync(azurite.ConnectionString, path.Subject, observer, strikes);
        try
        {
            var id = await GoAsync(fleet, path);
            await fleet.SettleAsync();
            fleet.Calls.Counts = _ => false;
            Assert.True(fleet.Calls.Struck > 0, "It did not come to the fault, or to the first of them.");
            await path.Subject.CheckAsync(observer, undisturbed);
            await path.CheckAsync(fleet, id);
            return null;
        }
        catch (Exception problem)
        {
            var calls = string.Join(", ", fleet.Calls.Numbered.Select(CallNames.Of));
            return $"{string.Join(", then ", strikes.Select(strike => strike.ToString()))} [{calls}]: {problem.Message}";
        }
    }

    private static async Task<Guid> GoAsync(Fleet fleet, FaultPath path)
    {
        var prepared = await path.PrepareAsync(fleet);
        fleet.Calls.Counts = call => !CallNumbers.IsPoll(call);
        return await path.RunAsync(fleet, prepared);
    }
}
