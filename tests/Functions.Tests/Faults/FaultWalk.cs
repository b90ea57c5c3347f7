using Azure.Data.Tables;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>Goes a path again and again, with other faults each time, and looks whether every promise is kept.</summary>
public static class FaultWalk
{
    public static IEnumerable<Strike[]> EveryFaultAtEveryCall(FaultPath path) =>
        from call in Enumerable.Range(1, path.Calls.Count)
        from kind in Strike.Kinds
        select new[] { kind with { Call = call } };

    /// <param name="walk">The faults of each time that the path is gone.</param>
    public static async Task WalkAsync(SharedAzurite azurite, FaultPath path, IEnumerable<Strike[]> walk)
    {
        await using var observer = await App.StartAsync(azurite);
        var undisturbed = await observer.AcceptedAsync();
        await observer.RunMessagesAsync();
        var (bytes, wrong, runs) = (await observer.ReportAsync(undisturbed), new List<string>(), 0);
        foreach (var strikes in walk)
        {
            runs++;
            if (await RunAsync(azurite, path, bytes, strikes) is { } problem)
                wrong.Add(problem);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {runs} runs of {path}:\n{string.Join('\n', wrong)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: gone {runs} times");
    }

    /// <summary>The names of the path's calls when nothing goes wrong.</summary>
    public static async Task<IReadOnlyList<string>> CallsAsync(SharedAzurite azurite, FaultPath path)
    {
        await using var observer = await App.StartAsync(azurite);
        await using var fleet = await Fleet.StartAsync(azurite.ConnectionString, observer);
        await GoAsync(fleet, path);
        return [.. fleet.Calls.Numbered.Select(CallNames.Of)];
    }

    // With tables of its own, so that whatever is left over in them is left by this run.
    private static async Task<string?> RunAsync(SharedAzurite azurite, FaultPath path, byte[] bytes, Strike[] strikes)
    {
        await using var observer = await App.StartAsync(azurite);
        await using var fleet = await Fleet.StartAsync(azurite.ConnectionString, observer, strikes);
        try
        {
            var id = await GoAsync(fleet, path);
            await fleet.SettleAsync();
            fleet.Calls.Counts = _ => false;
            Assert.True(strikes.Length > 1 || fleet.Calls.HaveAllStruck, "It did not come to the fault.");
            await CheckAsync(observer, bytes);
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

    /// <summary>What is true of every scenario once all has settled.</summary>
    private static async Task CheckAsync(App app, byte[] bytes)
    {
        var (rows, results) = (await app.Scenarios.RowsAsync(), await app.Evaluations.RowsAsync());
        foreach (var found in rows.Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal)))
        {
            var row = await app.RowAsync(found.GetGuid("Id")!.Value);
            Assert.True(row.Status.HasEnded() || row.Status == ScenarioStatus.Deleted, $"It is {row.Status}.");
            Assert.Equal(row.Result is { } result ? [$"{result.Generation:D6}|{result.Attempt}"] : [], AttemptsAt(row.Id, results));
            if (row.Result is not null)
                Assert.Equal(bytes, await app.Get<EvaluationTable>().ReadReportAsync(row.Result, CancellationToken.None));
            Assert.Equal(row.Status == ScenarioStatus.Deleted ? [] : [$"{row.Status}"], StatusesListed(row.Id, rows));
        }

        Assert.DoesNotContain(rows, row => row.RowKey.StartsWith("o|", StringComparison.Ordinal));
        Assert.Empty((await app.PoisonQueue.PeekMessagesAsync(32)).Value);
    }

    private static IEnumerable<string> AttemptsAt(Guid id, IEnumerable<TableEntity> results) =>
        results.Where(row => row.PartitionKey == $"{id}").Select(row => string.Join('|', row.RowKey.Split('|')[..2])).Distinct();

    private static IEnumerable<string> StatusesListed(Guid id, IEnumerable<TableEntity> rows) =>
        rows.Where(row => row.RowKey.StartsWith("t|", StringComparison.Ordinal) && row.GetGuid("Id") == id).Select(row => row.GetString("Status"));
}
