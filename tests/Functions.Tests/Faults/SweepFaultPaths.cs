using Parley.Functions.Recovering;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;
using static Parley.Functions.Tests.Faults.SweepFaultSteps;

namespace Parley.Functions.Tests.Faults;

/// <summary>The paths of a sweep of three chunks.</summary>
public static class SweepFaultPaths
{
    private static readonly string[] HandOut = ["receive", "read", "count", "read chunks", "send", "send", "send", "hand out", "read chunks", "read", "delete"];
    internal static readonly string[] Chunk = ["receive", "read", "read chunk", "claim chunk", "numbers", "read chunks", "read", "delete"];
    internal static readonly string[] Summarise = ["claim", "read numbers", "summary", "end"];
    // Whoever was killed has written one.
    private static readonly string[] SummariseAgain = ["claim", "read numbers", "summary", "read summary", "read", "summary", "end"];
    private static readonly string[] LastChunk = [.. Chunk[..^1], .. Summarise, "delete"];
    private static readonly string[] Remove = ["receive", "read", "read rows", "remove rows", "bury", "delete"];
    private static readonly string[] NothingToDo = ["receive", "read", "delete"];
    private static readonly string[] NothingLeft = ["receive", "read", "read rows", "delete"];

    public static FaultPath Submit { get; } = OfSweep(
        "submit a sweep, hand it out, evaluate, summarise, read",
        ["read", "accept", "send", .. HandOut, .. Chunk, .. Chunk, .. LastChunk, "read", "read summary", "read", "read numbers"],
        WarmAsync,
        async (fleet, _) =>
        {
            var answer = await fleet.AskAsync(app => app.SubmitSweepAsync());
            Assert.Equal(202, answer.Status);
            var id = Guid.Parse(answer["id"]);
            for (var messages = 0; messages < 1 + Sweeps.Chunks; messages++)
                await fleet.WorkAsync();
            await fleet.AskAsync(app => app.SweepAsync(id));
            await fleet.AskAsync(app => app.VariantsAsync(id));
            return id;
        },
        HasResultAsync);

    public static FaultPath Cancel { get; } = OfSweep(
        "cancel a sweep in mid-run",
        ["read", "end", "read chunks", .. NothingToDo, .. NothingToDo],
        MidRunAsync,
        async (fleet, id) =>
        {
            await fleet.AskAsync(app => app.CancelSweepAsync(id));
            return await WorkedAsync(fleet, id, messages: 2);
        },
        async (fleet, id) =>
        {
            Assert.Equal(ScenarioStatus.Cancelled, (await fleet.Observer.SweepRowAsync(id)).Status);
            Assert.Equal([0], (await fleet.Observer.ChunksAsync(id)).Values.Where(chunk => chunk.IsDone).Select(chunk => chunk.Number));
            Assert.Equal(500, (await fleet.Observer.VariantsAsync(id)).Json["variants"]!.AsArray().Count);
        });

    public static FaultPath Delete { get; } = OfSweep(
        "delete a sweep in mid-run",
        ["read", "stop", "send", .. NothingToDo, .. NothingToDo, .. Remove],
        MidRunAsync,
        async (fleet, id) =>
        {
            await fleet.AskAsync(app => app.DeleteSweepAsync(id));
            return await WorkedAsync(fleet, id, messages: 3);
        },
        IsDeletedAsync);

    public static FaultPath DeleteBeforeClaim { get; } = OfSweep(
        "remove a sweep just before a worker claims a chunk of it",
        [.. Chunk[..^1], "read rows", "remove rows", "delete", .. NothingLeft],
        fleet => HandedOutAsync(fleet, done: [0, 1], left: [2]),
        (fleet, id) => RemovedMeanwhileAsync(fleet, id, "claim chunk"),
        IsDeletedAsync);

    public static FaultPath DeleteBeforeNumbers { get; } = OfSweep(
        "remove a sweep just before a worker writes a chunk of it",
        ["receive", "read", "read chunk", "claim chunk", "numbers", "read chunk", "read chunks", "read", "read rows", "delete", .. NothingLeft],
        fleet => HandedOutAsync(fleet, done: [0, 1], left: [2]),
        (fleet, id) => RemovedMeanwhileAsync(fleet, id, "numbers"),
        IsDeletedAsync);

    public static FaultPath DeleteBeforeSummary { get; } = OfSweep(
        "remove a sweep just before a worker writes its summary",
        [.. LastChunk[..^1], "read", "read", "read rows", "remove rows", "delete", .. NothingLeft],
        fleet => HandedOutAsync(fleet, done: [0, 1], left: [2]),
        (fleet, id) => RemovedMeanwhileAsync(fleet, id, "summary"),
        IsDeletedAsync);

    public static FaultPath TakeOverChunk { get; } = OfSweep(
        "take over a chunk from a worker that was killed",
        LastChunk,
        fleet => KilledOverAsync(fleet, "numbers", left: [2]),
        (fleet, id) => WorkedAsync(fleet, id),
        HasResultAsync);

    public static FaultPath TakeOverSummary { get; } = OfSweep(
        "take over a summary from a worker that was killed",
        ["receive", "read", "read chunk", "read chunks", "read", .. SummariseAgain, "delete"],
        fleet => KilledOverAsync(fleet, "end", left: [2]),
        (fleet, id) => WorkedAsync(fleet, id),
        HasResultAsync);

    public static FaultPath Shutdown { get; } = OfSweep(
        "be stopped in the middle of a chunk, evaluate it",
        ["receive", "read", "read chunk", "claim chunk", "release chunk", "send", "delete", .. LastChunk],
        fleet => HandedOutAsync(fleet, done: [0, 1], left: [2]),
        async (fleet, id) =>
        {
            using var stopping = new CancellationTokenSource();
            fleet.StopAt(call => CallNames.Of(call) == "numbers", stopping);
            await fleet.WorkAsync(stopping.Token);
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync);

    public static FaultPath Resend { get; } = OfSweep(
        "send the lost first message of a sweep again, hand it out",
        ["read", "read chunks", "send", "note", .. HandOut],
        async fleet =>
        {
            await WarmAsync(fleet);
            var id = await fleet.Observer.AcceptedSweepAsync();
            await fleet.Observer.SweepQueue().ClearMessagesAsync();
            fleet.Observer.Time.Advance(TimeSpan.FromMinutes(1));
            return id;
        },
        LookedAndWorkedAsync,
        HasResultAsync);

    public static FaultPath ResendChunk { get; } = OfSweep(
        "send a chunk again whose worker and message are lost, evaluate it",
        ["read", "read chunks", "send", "note chunk", "note", .. LastChunk],
        fleet => KilledOverAsync(fleet, "numbers", left: []),
        LookedAndWorkedAsync,
        HasResultAsync);

    public static FaultPath ResendSummary { get; } = OfSweep(
        "ask again for a summary whose worker and message are lost",
        ["read", "read chunks", "send", "note", "receive", "read", "read chunks", "read", .. SummariseAgain, "delete"],
        fleet => KilledOverAsync(fleet, "end", left: []),
        LookedAndWorkedAsync,
        HasResultAsync);

    /// <summary>Two signs of life of a worker that takes its time over a summary; only these are struck.</summary>
    public static FaultPath SummarySignsOfLife { get; } = OfSweep(
        "give signs of life over a summary",
        ["claim", "claim"],
        fleet => HandedOutAsync(fleet, done: [0, 1], left: [2]),
        async (fleet, id) =>
        {
            await fleet.WorkSlowlyAsync("summary", signs: 2, TimeSpan.FromSeconds(20));
            return id;
        },
        HasResultAsync);

    /// <summary>The same over a chunk.</summary>
    public static FaultPath ChunkSignsOfLife { get; } = OfSweep(
        "give signs of life over a chunk",
        ["claim chunk", "claim chunk"],
        fleet => HandedOutAsync(fleet, done: [0, 1], left: [2]),
        async (fleet, id) =>
        {
            await fleet.WorkSlowlyAsync(before: null, signs: 2, TimeSpan.FromSeconds(20));
            return id;
        },
        HasResultAsync);

    /// <summary>The timer with a sweep whose first message is lost, from its first call on; only what it does itself is struck.</summary>
    public static FaultPath Tick { get; } = OfSweep(
        "look after the sweeps",
        ["depth", "due", "read", "read chunks", "send", "note"],
        async fleet =>
        {
            await WarmAsync(fleet);
            var id = await fleet.Observer.AcceptedSweepAsync();
            await fleet.Observer.SweepQueue().ClearMessagesAsync();
            fleet.Observer.Time.Advance(TimeSpan.FromMinutes(1));
            return id;
        },
        async (fleet, id) =>
        {
            await fleet.TickAsync();
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync);

    public static FaultPath Replay { get; } = OfSweep(
        "replay a dead letter of a sweep with a damaged chunk",
        ["read dead letter", "read", "read", "read", "read chunks", "read chunks", "release chunk", "begin again", "send", "note", "read chunks"],
        async fleet =>
        {
            var id = await PoisonedAsync(fleet);
            await fleet.WorkOnPoisonAsync();
            await fleet.Observer.DamageChunkAsync(id, 0, "Error00", null);
            await WarmAsync(fleet);
            return id;
        },
        async (fleet, id) =>
        {
            var letter = Assert.Single(await fleet.Observer.DeadLetters.RowsAsync()).RowKey;
            await fleet.AskAsync(app => app.CallAsync<ReplayDeadLetter>((function, request) => function.RunAsync(request, letter)));
            return id;
        },
        async (fleet, id) => Assert.Equal(ScenarioStatus.Succeeded, (await fleet.Observer.SweepRowAsync(id)).Status));

    public static FaultPath Purge { get; } = OfSweep(
        "purge a sweep by age",
        ["read", "stop", "read rows", "remove rows", "bury"],
        async fleet =>
        {
            var id = await HandedOutAsync(fleet, done: [0, 1, 2], left: []);
            fleet.Observer.Time.Advance(TimeSpan.FromDays(400));
            return id;
        },
        async (fleet, id) =>
        {
            await fleet.PurgeHourlyAsync();
            return id;
        },
        IsDeletedAsync);

    public static FaultPath GiveUp { get; } = OfSweep(
        "give up a sweep with a chunk that is poisoned",
        ["read", "read chunks", "dead letter", "end"],
        PoisonedAsync,
        async (fleet, id) =>
        {
            await fleet.WorkOnPoisonAsync();
            return id;
        },
        async (fleet, id) =>
        {
            Assert.Equal(ScenarioStatus.Failed, (await fleet.Observer.SweepRowAsync(id)).Status);
            Assert.Single(await fleet.Observer.DeadLetters.RowsAsync());
        });

    public static IReadOnlyList<FaultPath> All { get; } =
    [
        Submit, Cancel, Delete, DeleteBeforeClaim, DeleteBeforeNumbers, DeleteBeforeSummary, TakeOverChunk, TakeOverSummary, Shutdown, Resend, ResendChunk,
        ResendSummary, SummarySignsOfLife, GiveUp, Replay, Purge, ChunkSignsOfLife, Tick,
    ];

    internal static FaultPath OfSweep(
        string name, IReadOnlyList<string> calls, Func<Fleet, Task<Guid>> prepare, Func<Fleet, Guid, Task<Guid>> run, Func<Fleet, Guid, Task> check) =>
        new(name, calls, prepare, run, check) { Subject = Subject.Sweeps };
}
