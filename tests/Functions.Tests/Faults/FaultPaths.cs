using Parley.Functions.Storage;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;
using static Parley.Functions.Tests.Faults.FaultSteps;

namespace Parley.Functions.Tests.Faults;

/// <summary>The paths of a scenario that somebody submits, runs again, cancels or deletes.</summary>
public static class FaultPaths
{
    internal static readonly string[] Evaluation = ["receive", "read", "claim", "result rows", "end", "delete"];

    // Then the outbox row stays until what they left is removed.
    private static readonly string[] AfterOthers =
        [.. Evaluation[..^1], "read outbox", "read", "read rows", "remove rows", "clear outbox", "delete"];

    internal static readonly string[] AfterOthersThatWroteNothing = [.. AfterOthers.Where(call => call != "remove rows")];

    public static FaultPath Submit { get; } = new(
        "submit, evaluate, read",
        ["accept", "send", .. Evaluation, "read", "read rows"],
        WarmAsync,
        async (fleet, _) =>
        {
            var id = await SubmittedAsync(fleet, key: null);
            await fleet.WorkAsync();
            await fleet.AskAsync(app => app.ImpactsAsync(id));
            return id;
        },
        HasResultAsync);

    public static FaultPath FirstOfAll { get; } = new(
        "submit and evaluate as the first thing that a process does",
        ["situation", "situation version", "read allowance", "take allowance", "accept", "send", .. Evaluation],
        _ => Task.FromResult(Guid.Empty),
        async (fleet, _) =>
        {
            fleet.CountAllowances();
            return await SucceededAsync(fleet);
        },
        HasResultAsync);

    public static FaultPath SubmitWithKey { get; } = new(
        "submit with a key, evaluate, submit again",
        ["accept", "send", .. Evaluation, "accept", "read"],
        // With an allowance that covers one more.
        SucceededAsync,
        async (fleet, _) =>
        {
            var id = await SubmittedAsync(fleet, "order-7");
            await fleet.WorkAsync();
            fleet.Observer.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(id, await SubmittedAsync(fleet, "order-7"));
            return id;
        },
        async (fleet, id) =>
        {
            Assert.Equal(Identity.IdOf("", "order-7", default), id);
            Assert.Equal(2, (await fleet.Observer.Scenarios.RowsAsync()).Count(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal)));
            await HasResultAsync(fleet, id);
        });

    /// <summary>The second message finds nothing to do.</summary>
    public static FaultPath SubmitAgain { get; } = new(
        "submit with a key, submit again before anybody begins, evaluate",
        ["accept", "send", "accept", "read", "read outbox", "note", "send", .. Evaluation, "receive", "read", "read outbox", "delete"],
        SucceededAsync,
        async (fleet, _) =>
        {
            var id = await SubmittedAsync(fleet, "order-7");
            fleet.Observer.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(id, await SubmittedAsync(fleet, "order-7"));
            await fleet.WorkAsync();
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync);

    public static FaultPath Rerun { get; } = new(
        "run again, evaluate",
        ["read", "read", "begin again", "send", .. AfterOthers],
        SucceededAsync,
        async (fleet, id) =>
        {
            // Whoever is asked again after a death finds the new run going on.
            Assert.Contains((await fleet.AskAsync(app => app.RerunAsync(id))).Status, (int[])[202, 409]);
            await fleet.WorkAsync();
            return id;
        },
        async (fleet, id) =>
        {
            Assert.Equal(2, (await fleet.Observer.RowAsync(id)).Generation);
            await HasResultAsync(fleet, id);
        });

    public static FaultPath TakeOver { get; } = new(
        "take over from a worker that was killed",
        AfterOthers,
        async fleet =>
        {
            var id = await KilledOverAsync(fleet);
            fleet.Observer.Time.Advance(TimeSpan.FromSeconds(61));
            return id;
        },
        WorkedAsync,
        HasResultAsync);

    public static FaultPath CancelWaiting { get; } = new(
        "cancel before a worker begins",
        ["read", "end", "receive", "read", "read outbox", "delete"],
        AcceptedAsync,
        async (fleet, id) =>
        {
            await fleet.AskAsync(app => app.CancelAsync(id));
            return await WorkedAsync(fleet, id);
        },
        (fleet, id) => HasEndedAsync(fleet, id, ScenarioStatus.Cancelled));

    public static FaultPath CancelRunning { get; } = new(
        "cancel while a worker is at it",
        ["read", "stop", "send", "receive", "read", "read rows", "remove rows", "end", "delete"],
        KilledOverAsync,
        async (fleet, id) =>
        {
            await fleet.AskAsync(app => app.CancelAsync(id));
            fleet.Observer.Time.Advance(TimeSpan.FromSeconds(61));
            return await WorkedAsync(fleet, id);
        },
        (fleet, id) => HasEndedAsync(fleet, id, ScenarioStatus.Cancelled));

    public static FaultPath DeleteSucceeded { get; } = new(
        "delete a scenario that has succeeded",
        ["read", "stop", "send", "receive", "read", "read rows", "remove rows", "bury", "delete"],
        SucceededAsync,
        async (fleet, id) =>
        {
            await fleet.AskAsync(app => app.DeleteAsync(id));
            return await WorkedAsync(fleet, id);
        },
        IsDeletedAsync);

    public static FaultPath DeleteRunning { get; } = new(
        "delete while a worker is at it",
        ["read", "stop", "send", "receive", "read", "read rows", "remove rows", "bury", "delete"],
        KilledOverAsync,
        async (fleet, id) =>
        {
            await fleet.AskAsync(app => app.DeleteAsync(id));
            fleet.Observer.Time.Advance(TimeSpan.FromSeconds(61));
            return await WorkedAsync(fleet, id);
        },
        IsDeletedAsync);

    public static FaultPath Shutdown { get; } = new(
        "be stopped in the middle, evaluate",
        ["receive", "read", "claim", "give back", "send", "delete", .. AfterOthersThatWroteNothing],
        AcceptedAsync,
        async (fleet, id) =>
        {
            using var stopping = new CancellationTokenSource();
            fleet.StopAt(call => CallNames.Of(call) == "result rows", stopping);
            await fleet.WorkAsync(stopping.Token);
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync);

    /// <summary>Two signs of life of a worker that takes its time; only these are struck.</summary>
    public static FaultPath SignsOfLife { get; } = new(
        "give signs of life",
        ["claim", "claim"],
        AcceptedAsync,
        async (fleet, id) =>
        {
            await fleet.WorkSlowlyAsync("result rows", signs: 2, TimeSpan.FromSeconds(20));
            return id;
        },
        HasResultAsync);

    public static IReadOnlyList<FaultPath> All { get; } =
    [
        Submit, FirstOfAll, SubmitWithKey, Rerun, TakeOver, CancelWaiting, CancelRunning, DeleteSucceeded, DeleteRunning, Shutdown, SignsOfLife, SubmitAgain,
    ];
}
