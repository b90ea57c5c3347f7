namespace Parley.Functions.Tests.Faults;

/// <summary>Faults at one call after another, as many as the test suite has time for. The rest of them stands in <see cref="LongFaultWalkTests"/>.</summary>
public sealed class FaultWalkTests(SharedAzurite azurite)
{
    public static TheoryData<string> Paths => [.. FaultWalk.Paths.Select(path => path.Name)];

    [Fact]
    public async Task A_quiet_scenario_costs_the_eight_calls_that_the_README_lists()
    {
        var calls = (await FaultWalk.CallsAsync(azurite, FaultPaths.Submit)).Take(8).ToArray();

        Assert.Equal("accept, send, receive, read, claim, result rows, end, delete", string.Join(", ", calls));
        Assert.Contains(
            $"a scenario costs eight storage calls: {string.Join(", ", calls[..2])}; {string.Join(", ", calls[2..])}", Repository.Read("functions/README.md"));
    }

    [Fact]
    public void A_quiet_sweep_of_three_chunks_costs_as_many_calls_as_the_README_says() =>
        Assert.Contains($"from submission to the variants ({SweepFaultPaths.Submit.Calls.Count} calls)", Repository.Read("functions/README.md"), StringComparison.Ordinal);

    [Fact]
    public async Task Whatever_goes_wrong_at_one_call_from_submission_to_result_nothing_is_lost_and_nothing_is_left_over() =>
        await FaultWalk.WalkAsync(azurite, FaultPaths.Submit, FaultWalk.EveryFaultAtEveryCall(FaultPaths.Submit));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_path_makes_the_calls_it_is_said_to_and_survives_faults_at_them(string name)
    {
        var path = FaultWalk.Named(name);
        Assert.Equal(path.Calls, await FaultWalk.CallsAsync(azurite, path));

        // Another fault at every second call or third, and beginning with another one on each path: the long suite has all at all of them.
        var first = FaultWalk.Paths.ToList().IndexOf(path);
        var step = path.Subject == Subject.Scenarios || path == SweepFaultPaths.Submit ? 2 : 3;
        await FaultWalk.WalkAsync(
            azurite,
            path,
            from call in Enumerable.Range(1, path.Calls.Count)
            where path.Telling is { } telling ? call == telling : call % step == first % step
            select new[] { Strike.Kinds[(first + call / step) % Strike.Kinds.Count] with { Call = call } });
    }
}
