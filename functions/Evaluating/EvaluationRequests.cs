using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>Asks the workers for what a scenario's row says is to be done. The outbox row must be written by then.</summary>
public sealed class EvaluationRequests(
    ScenarioMessages queue, OutboxTable outbox, OutboxOptions options, TimeProvider time, ILogger<EvaluationRequests> log)
{
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(2);

    public async Task TrySendAsync(Visit visit, ScenarioRow row)
    {
        using var span = Spans.Send(row.Id);
        using var within = visit.Within(SendWithin);
        try
        {
            await queue.SendAsync(ScenarioMessage.For(row.Id, row.Generation, Activity.Current?.Id), cancellation: within.Token);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            // Asked for nevertheless: the outbox row has the message sent later.
            span.Fail("storage_away");
            log.SendFailed(row.Id, fault);
        }
    }

    /// <summary>The same for somebody who repeats a request, unless that was done a moment ago.</summary>
    public async Task TrySendAgainAsync(Visit visit, ScenarioRow row)
    {
        using var within = visit.Within(SendWithin);
        if (await outbox.TryRepeatAsync(row.Id, time.GetUtcNow(), options.LongestWaitMinutes, within.Token))
            await TrySendAsync(visit, row);
    }
}

internal static partial class EvaluationRequestLog
{
    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: its message could not be sent; the outbox sends it later.")]
    public static partial void SendFailed(this ILogger log, Guid scenario, Exception fault);
}
