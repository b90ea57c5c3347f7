using Parley.Functions.Recovering;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;
using static Parley.Functions.Tests.Faults.SweepFaultSteps;

namespace Parley.Functions.Tests.Faults;

/// <summary>What seldom comes about on a sweep's way, or once in the life of a process. The short suite strikes one call of each, the long one all.</summary>
public static class RareSweepFaultPaths
{
    private static readonly string[] Chunk = SweepFaultPaths.Chunk[..^1];
    private static readonly string[] Summarise = SweepFaultPaths.Summarise;

    public static FaultPath FirstOfAll { get; } = SweepFaultPaths.OfSweep(
        "submit a sweep as the first thing that a process does",
        ["read", "situation", "situation version", "read allowance", "take allowance", "accept", "send"],
        _ => Task.FromResult(Guid.Empty),
        async (fleet, _) =>
        {
            fleet.CountAllowances();
            var answer = await fleet.AskAsync(app => app.SubmitSweepAsync());
            Assert.Equal(202, answer.Status);
            return Guid.Parse(answer["id"]);
        },
        HasResultAsync) with
    { Telling = 5 };

    public static FaultPath EvaluateFirst { get; } = SweepFaultPaths.OfSweep(
        "evaluate the last chunk of a sweep as the first thing that a process does",
        [.. Chunk[..4], "situation version", .. Chunk[4..], .. Summarise, "delete"],
        fleet => LeftAsync(fleet, done: [0, 1], left: [2]),
        (fleet, id) => WorkedAsync(fleet, id),
        HasResultAsync) with
    { Telling = 5 };

    public static FaultPath PoisonUnharmed { get; } = SweepFaultPaths.OfSweep(
        "send the poisoned message of a chunk again that was only unlucky, evaluate it",
        ["read", "read chunks", "read", "send", .. Chunk, .. Summarise, "delete"],
        async fleet =>
        {
            var id = await HandedOutAsync(fleet, done: [0, 1], left: []);
            await fleet.Observer.Get<SweepMessages>().SendPoisonAsync(SweepMessage.For(id, 2).ToJson(), TimeSpan.Zero);
            return id;
        },
        async (fleet, id) =>
        {
            await fleet.WorkOnPoisonAsync();
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync) with
    { Telling = 4 };

    public static FaultPath PoisonStopping { get; } = SweepFaultPaths.OfSweep(
        "send the poisoned message of a sweep again that was deleted, remove it",
        ["read", "send", "receive", "read", "read rows", "remove rows", "bury", "delete"],
        async fleet =>
        {
            var id = await HandedOutAsync(fleet, done: [0], left: []);
            Assert.Equal(204, (await fleet.Observer.DeleteSweepAsync(id)).Status);
            await fleet.Observer.SweepQueue().ClearMessagesAsync();
            await fleet.Observer.Get<SweepMessages>().SendPoisonAsync(SweepMessage.For(id).ToJson(), TimeSpan.Zero);
            return id;
        },
        async (fleet, id) =>
        {
            await fleet.WorkOnPoisonAsync();
            return await WorkedAsync(fleet, id);
        },
        IsDeletedAsync) with
    { Telling = 2 };

    /// <summary>With a row that somebody wrote after it was removed.</summary>
    public static FaultPath Forget { get; } = SweepFaultPaths.OfSweep(
        "purge what is left over of a deleted sweep",
        ["read", "read rows", "remove rows", "remove rows"],
        async fleet =>
        {
            var id = await HandedOutAsync(fleet, done: [0], left: []);
            Assert.Equal(204, (await fleet.Observer.DeleteSweepAsync(id)).Status);
            await fleet.Observer.RunSweepMessagesAsync();
            Assert.True(await fleet.Observer.Get<SweepChunkTable>().WriteSummaryAsync(id, "{}"u8.ToArray(), over: null, CancellationToken.None));
            fleet.Observer.Time.Advance(TimeSpan.FromDays(4_000));
            return id;
        },
        async (fleet, id) =>
        {
            await fleet.PurgeHourlyAsync();
            return id;
        },
        async (fleet, _) =>
        {
            Assert.Empty(await fleet.Observer.SweepRows().RowsAsync());
            Assert.Empty(await fleet.Observer.ChunkRows().RowsAsync());
        }) with
    { Telling = 4 };

    public static FaultPath HandOutAgain { get; } = SweepFaultPaths.OfSweep(
        "hand out what is missing of a replayed sweep, and what is damaged of it",
        ["receive", "read", "count", "read chunks", "read", "read numbers", "remove chunk", "read chunks", "send", "send", "hand out", "read chunks", "read", "delete"],
        async fleet =>
        {
            var id = await PoisonedAsync(fleet);
            await fleet.WorkOnPoisonAsync();
            await fleet.Observer.DamageChunkAsync(id, 0, "Error00", null);
            var letter = Assert.Single(await fleet.Observer.DeadLetters.RowsAsync()).RowKey;
            var replayed = await fleet.Observer.CallAsync<ReplayDeadLetter>((function, request) => function.RunAsync(request, letter));
            Assert.Equal(202, replayed.Status);
            return id;
        },
        (fleet, id) => WorkedAsync(fleet, id),
        async (fleet, id) => Assert.Equal(ScenarioStatus.Succeeded, (await fleet.Observer.SweepRowAsync(id)).Status)) with
    { Telling = 7 };

    public static FaultPath ReplaceOlder { get; } = SweepFaultPaths.OfSweep(
        "replace the numbers of an older engine after a worker that fell silent over the summary",
        ["receive", "read", "read chunk", "claim chunk", "read", "claim", "numbers", "read chunks", "read", .. Summarise, "delete"],
        OfTwoEnginesAsync,
        (fleet, id) => WorkedAsync(fleet, id),
        HasResultAsync) with
    { Telling = 6 };

    public static FaultPath SummariseOverAClaim { get; } = SweepFaultPaths.OfSweep(
        "summarise after a worker of another engine that fell silent before it replaced a chunk",
        [.. Chunk, "claim", "read numbers", "release chunk", "summary", "end", "delete"],
        async fleet =>
        {
            var id = await HandedOutAsync(fleet, done: [0, 1], left: [2]);
            var claimed = (await fleet.Observer.ChunksAsync(id))[0].Claimed("of another engine", fleet.Observer.Time.GetUtcNow().AddMinutes(-1));
            Assert.NotNull(await fleet.Observer.Get<SweepChunkTable>().ChangeAsync(claimed, CancellationToken.None));
            return id;
        },
        (fleet, id) => WorkedAsync(fleet, id),
        HasResultAsync) with
    { Telling = 10 };

    public static IReadOnlyList<FaultPath> All { get; } =
        [FirstOfAll, EvaluateFirst, PoisonUnharmed, PoisonStopping, Forget, HandOutAgain, ReplaceOlder, SummariseOverAClaim];
}
