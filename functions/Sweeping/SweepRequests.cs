using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Asks the workers to bring a sweep on. The outbox row must be written by then.</summary>
public sealed class SweepRequests(
    SweepMessages queue, SweepOutbox outbox, OutboxOptions options, TimeProvider time, ILogger<SweepRequests> log)
{
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(2);

    public async Task TrySendAsync(Visit visit, Guid sweep)
    {
        using var span = Spans.SendOfSweep(sweep);
        using var within = visit.Within(SendWithin);
        try
        {
            await queue.SendAsync(SweepMessage.For(sweep, traceparent: Activity.Current?.Id), cancellation: within.Token);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            // Asked for nevertheless: the outbox row has the sweep looked at later.
            span.Fail("storage_away");
            log.SendFailed(sweep, fault);
        }
    }

    /// <summary>The same for somebody who repeats a request, unless that was done a moment ago.</summary>
    public async Task TrySendAgainAsync(Visit visit, Guid sweep)
    {
        using var within = visit.Within(SendWithin);
        if (await outbox.TryRepeatAsync(sweep, time.GetUtcNow(), options.LongestWaitMinutes, within.Token))
            await TrySendAsync(visit, sweep);
    }
}
