using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;
using static Parley.Functions.Tests.Faults.FaultSteps;

namespace Parley.Functions.Tests.Faults;

/// <summary>What seldom comes about on a scenario's way, or once in the life of a process. The short suite strikes one call of each, the long one all.</summary>
public static class RareFaultPaths
{
    public static FaultPath EvaluateFirst { get; } = new(
        "evaluate as the first thing that a process does",
        ["receive", "read", "claim", "situation version", .. FaultPaths.Evaluation[3..]],
        fleet => fleet.Observer.AcceptedAsync(),
        WorkedAsync,
        HasResultAsync)
    { Telling = 4 };

    public static FaultPath ChargeForRerun { get; } = new(
        "run again where nothing is left of what the process took of the caller's allowance",
        ["read", "read allowance", "take allowance", "read", "begin again", "send"],
        async fleet =>
        {
            var id = await fleet.Observer.AcceptedAsync();
            await fleet.Observer.RunMessagesAsync();
            return id;
        },
        async (fleet, id) =>
        {
            fleet.CountAllowances();
            Assert.Contains((await fleet.AskAsync(app => app.RerunAsync(id))).Status, (int[])[202, 409]);
            return id;
        },
        async (fleet, id) =>
        {
            Assert.Equal(2, (await fleet.Observer.RowAsync(id)).Generation);
            await HasResultAsync(fleet, id);
        })
    { Telling = 3 };

    public static FaultPath PutBack { get; } = new(
        "put a poisoned message back while storage is away, send it again once that is there, evaluate",
        ["send", "read", "read", "send", .. FaultPaths.Evaluation],
        UnluckyAsync,
        async (fleet, id) =>
        {
            fleet.KeepFromStorage(call => CallNames.Of(call) == "read");
            await fleet.WorkOnPoisonAsync();
            fleet.KeepFromStorage(_ => false);
            await fleet.WorkOnPoisonAsync();
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync)
    { Telling = 1 };

    public static FaultPath PoisonStopping { get; } = new(
        "send the poisoned message of a scenario again that was cancelled, clear up after it",
        ["read", "send", "receive", "read", "read rows", "remove rows", "end", "delete"],
        UnluckyStopAsync,
        async (fleet, id) =>
        {
            await fleet.WorkOnPoisonAsync();
            return await WorkedAsync(fleet, id);
        },
        (fleet, id) => HasEndedAsync(fleet, id, ScenarioStatus.Cancelled))
    { Telling = 2 };

    /// <summary>With rows of the run before, so that as many are removed.</summary>
    public static FaultPath LongResult { get; } = new(
        "evaluate once more what has a result of two transactions",
        [
            "receive", "read", "claim", "result rows", "result rows", "end", "read outbox", "read", "read rows", "remove rows", "remove rows", "clear outbox",
            "delete",
        ],
        async fleet =>
        {
            var id = await fleet.Observer.AcceptedLongAsync();
            await fleet.AskAsync(app => app.SubmitAsync("""{"schemaVersion":1,"situation":"long-river","title":"","terms":{}}"""));
            await fleet.Observer.RunMessagesAsync();
            Assert.Equal(202, (await fleet.Observer.RerunAsync(id)).Status);
            return id;
        },
        WorkedAsync,
        async (fleet, id) =>
        {
            Assert.Equal(2, (await fleet.Observer.RowAsync(id)).Generation);
            await HasResultAsync(fleet, id);
        })
    { Subject = Subject.LongScenarios, Telling = 5 };

    public static IReadOnlyList<FaultPath> All { get; } = [EvaluateFirst, ChargeForRerun, PutBack, PoisonStopping, LongResult];
}
