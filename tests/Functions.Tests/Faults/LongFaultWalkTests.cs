namespace Parley.Functions.Tests.Faults;

/// <summary>
/// Takes minutes: part of <c>tests/long.sh</c>. Each path has a storage account of its own: one for all of them would hold the tables of
/// thousands of runs, all of which Azurite writes to its disk every five seconds.
/// </summary>
[Trait("Suite", "Long")]
public sealed class LongFaultWalkTests : IAsyncLifetime
{
    private const int Walks = 60;
    private const int MostFaults = 4;

    private readonly SharedAzurite azurite = new();

    public static TheoryData<string> Paths => [.. FaultWalk.Paths.Select(path => path.Name)];

    public ValueTask InitializeAsync() => azurite.InitializeAsync();

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Whatever_goes_wrong_at_one_call_nothing_is_lost_and_nothing_is_left_over(string name)
    {
        var path = FaultWalk.Named(name);
        Assert.Equal(path.Calls, await FaultWalk.CallsAsync(azurite, path));
        await FaultWalk.WalkAsync(azurite, path, FaultWalk.EveryFaultAtEveryCall(path));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task However_much_goes_wrong_one_after_the_other_nothing_is_lost_and_nothing_is_left_over(string name)
    {
        var path = FaultWalk.Named(name);
        await FaultWalk.WalkAsync(azurite, path, Enumerable.Range(1, Walks).Select(seed => Several(path, new Random(seed))));
    }

    // The first on the path itself, the others soon after it, or in what follows from that.
    private static Strike[] Several(FaultPath path, Random random)
    {
        var call = random.Next(path.Calls.Count) + 1;
        return
        [
            .. Enumerable.Range(0, random.Next(2, MostFaults + 1))
                .Select(number => random.GetItems([.. Strike.Kinds], 1)[0] with { Call = call += number == 0 ? 0 : random.Next(1, 5) }),
        ];
    }
}
