using Azure.Data.Tables;
using Parley.Functions.Recovering;
using Parley.Functions.Storage;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;
using static Parley.Functions.Tests.Faults.FaultSteps;

namespace Parley.Functions.Tests.Faults;

/// <summary>The paths of a scenario that the service looks after by itself or for an administrator: lost messages, poison, age.</summary>
public static class UpkeepFaultPaths
{
    public static FaultPath Resend { get; } = new(
        "send a lost message again, evaluate",
        ["send", "note", .. FaultPaths.Evaluation],
        async fleet =>
        {
            var id = await AcceptedAsync(fleet);
            await fleet.Observer.Queue.ClearMessagesAsync();
            fleet.Observer.Time.Advance(TimeSpan.FromMinutes(2));
            return id;
        },
        async (fleet, id) =>
        {
            await fleet.TryAsync(app => app.TickAsync());
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync);

    /// <summary>The timer with two messages that are lost, from its first call on; only what it does itself is struck.</summary>
    public static FaultPath Tick { get; } = new(
        "look for lost messages and send them again",
        ["depth", "due", "send", "note", "due", "send", "note"],
        async fleet =>
        {
            await WarmAsync(fleet);
            foreach (var key in new[] { "order-1", "order-2" }) // Of two shards.
                Assert.Equal(202, (await fleet.Observer.SubmitAsync(Requests.Scenario(), key)).Status);
            await fleet.Observer.Queue.ClearMessagesAsync();
            fleet.Observer.Time.Advance(TimeSpan.FromMinutes(2));
            return Identity.IdOf("", "order-1", default);
        },
        async (fleet, id) =>
        {
            await fleet.TickAsync();
            await fleet.WorkAsync();
            return await WorkedAsync(fleet, id);
        },
        HasResultAsync);

    public static FaultPath GiveUp { get; } = new(
        "give up what is poisoned",
        ["read", "dead letter", "end", "read outbox", "read", "read rows", "clear outbox"],
        PoisonedAsync,
        async (fleet, id) =>
        {
            await fleet.WorkOnPoisonAsync();
            return id;
        },
        async (fleet, id) =>
        {
            // After several faults the message may not even have been put back: then the outbox has asked for the scenario once more.
            var status = (await fleet.Observer.RowAsync(id)).Status;
            Assert.True(status == ScenarioStatus.Failed || (status == ScenarioStatus.Succeeded && fleet.Calls.Struck > 1), $"It is {status}.");
            Assert.Equal(id, Assert.Single(await fleet.Observer.DeadLetters.RowsAsync()).GetGuid("Scenario"));
        });

    public static FaultPath Replay { get; } = new(
        "replay a dead letter",
        ["read dead letter", "read", "read", "begin again", "send", "note", .. FaultPaths.AfterOthersThatWroteNothing],
        async fleet =>
        {
            var id = await PoisonedAsync(fleet);
            await fleet.WorkOnPoisonAsync();
            return id;
        },
        async (fleet, id) =>
        {
            var letter = Assert.Single(await fleet.Observer.DeadLetters.RowsAsync()).RowKey;
            await fleet.AskAsync(app => app.CallAsync<ReplayDeadLetter>((function, request) => function.RunAsync(request, letter)));
            return await WorkedAsync(fleet, id);
        },
        async (fleet, id) => Assert.Equal((ScenarioStatus.Succeeded, 2), await fleet.Observer.RowAsync(id) is var row ? (row.Status, row.ResultGeneration) : default));

    public static FaultPath Purge { get; } = new(
        "purge by age",
        ["read", "stop", "read rows", "remove rows", "bury"],
        async fleet =>
        {
            var id = await SucceededAsync(fleet);
            fleet.Observer.Time.Advance(TimeSpan.FromDays(400));
            return id;
        },
        async (fleet, id) =>
        {
            await fleet.PurgeHourlyAsync();
            return id;
        },
        IsDeletedAsync);

    /// <summary>The rest of a purge: what is left of a deleted scenario, a dead letter, a comparison, what a caller was allowed. Looks at other shards are not struck.</summary>
    public static FaultPath Forget { get; } = new(
        "purge what is left over",
        [
            "look", "look", "look", "read", "read rows", "remove rows", "look", "look", "forget dead letter", "look", "forget comparison", "look",
            "forget allowance",
        ],
        async fleet =>
        {
            var id = await SucceededAsync(fleet);
            await fleet.AskAsync(app => app.DeleteAsync(id));
            await fleet.WorkAsync();
            await fleet.Observer.Get<DeadLetterTable>().KeepAsync("no message", "for the test", null, CancellationToken.None);
            await fleet.Observer.Get<ComparisonTable>().KeepAsync("a comparison", [1], CancellationToken.None);
            fleet.Observer.Time.Advance(TimeSpan.FromDays(4_000));
            return id;
        },
        async (fleet, id) =>
        {
            fleet.Calls.Counts = call => CallNames.Of(call) != "due" && !call.Target.Contains("comp=metadata", StringComparison.Ordinal)
                && (!call.Target.Contains("PartitionKey eq '", StringComparison.Ordinal) || !CallNumbers.IsPoll(call) || call.Touches($"'{Keys.Shard(id)}'") || call.Touches("KeptAt lt"));
            await fleet.PurgeHourlyAsync();
            return id;
        },
        async (fleet, _) =>
        {
            Assert.Empty(await fleet.Observer.Scenarios.RowsAsync());
            Assert.Empty(await fleet.Observer.DeadLetters.RowsAsync());
            foreach (var table in new[] { fleet.Observer.Names.Comparisons, fleet.Observer.Names.Allowances })
                Assert.Empty(await fleet.Observer.Get<TableServiceClient>().GetTableClient(table).RowsAsync());
        });

    public static IReadOnlyList<FaultPath> All { get; } = [Resend, GiveUp, Replay, Purge, Forget, Tick];
}
