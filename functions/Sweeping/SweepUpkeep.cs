using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Sees to it that a sweep goes on: hands its chunks out, finds those that were lost, has it summarised, removes it.</summary>
public sealed class SweepUpkeep(
    SweepTable sweeps,
    SweepChunkTable chunks,
    SweepOutbox outbox,
    SweepMessages queue,
    DeadLetterTable deadLetters,
    SweepSummaries summaries,
    DamagedChunks damaged,
    EvaluationGate gate,
    OutboxOptions options,
    SweepMetrics metrics,
    TimeProvider time,
    ILogger<SweepUpkeep> log)
{
    /// <summary>Does what the sweep's row says is to be done next.</summary>
    public async Task BringOnAsync(SweepMessage message, CancellationToken stopping)
    {
        if (await sweeps.FindAsync(message.Sweep, stopping) is not { } row)
        {
            await deadLetters.KeepAsync(message, message.ToJson(), "There is no such sweep.", stopping);
            log.SweepMissing(message.Sweep);
        }
        else if (row.Status == ScenarioStatus.Accepted)
        {
            await CountAndHandOutAsync(row, message, stopping);
        }
        else if (row.Status == ScenarioStatus.Running)
        {
            using var place = await gate.EnterAsync(stopping);
            await summaries.MakeIfCompleteAsync(row.Id, stopping);
        }
        else if (row.Status == ScenarioStatus.Deleting)
        {
            await RemoveAsync(row, stopping);
        }
        else if (row.Status == ScenarioStatus.Deleted)
        {
            await chunks.PurgeAsync(row.Id, stopping); // Somebody may have written a summary since, and died.
        }
    }

    /// <summary>Removes a sweep that was stopped for good.</summary>
    public async Task RemoveAsync(SweepRow deleting, CancellationToken cancellation)
    {
        await chunks.PurgeAsync(deleting.Id, cancellation);
        var buried = deleting with { Status = ScenarioStatus.Deleted, Title = "", Owner = "", Failure = null, FinishedAt = time.GetUtcNow() };
        if (await sweeps.BuryAsync(buried, cancellation) is not null)
            log.Removed(deleting.Id);
    }

    /// <summary>Looks at a sweep whose time has come: messages of it may be lost, or a worker with a chunk.</summary>
    /// <param name="depth">Messages in the queue.</param>
    public async Task LookAtAsync(SweepOutboxRow due, int depth, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await sweeps.FindAsync(due.Id, cancellation) is not { } row)
            return;
        // What waits in a deep queue is late, not lost, but not for ever: all that it holds may be of others.
        var isDeep = depth >= options.DeepQueue && due.MayWaitAt(now, options.LongestWaitMinutes);
        // One that cannot be read is sent again as the others are, and its message sees to it that the sweep ends.
        var begun = await chunks.FindReadableAsync(row.Id, cancellation);
        var missing = Missing(row, begun).ToArray();
        var done = row.Chunks - missing.Length;
        var isQuiet = done <= due.Done && !isDeep;
        var isStalled = isQuiet && due.IsStalledAt(now);
        // Messages in the queue may all be of others: that there are enough of them lets a sweep wait, though not for ever.
        var isStuck = isQuiet && (depth < missing.Length || isStalled) && !missing.Any(chunk => chunk.IsLeasedAt(now));
        if (row.Status == ScenarioStatus.Running && missing.Length > 0)
            await ResendAsync(row, missing, isStuck, due.Traceparent, now, cancellation);
        else if (!row.IsLeasedAt(now) && !isDeep)
            await queue.SendAsync(SweepMessage.For(row.Id, traceparent: due.Traceparent), cancellation: cancellation);
        if (isStalled)
            metrics.Stalled();
        // Sent before it is noted: what fails in between is sent twice, never not at all.
        await outbox.NoteAsync(due.LookedAt(now, done, isDeep, options.LongestWaitMinutes), cancellation);
    }

    /// <summary>
    /// Sends the chunks again whose workers have fallen silent; and, where it is stuck, also those that nobody has begun with: nothing has happened
    /// since the last look, nobody is at anything, and the queue holds too few messages for all that is missing, or nothing has happened for long.
    /// Until then these wait in the queue most likely, behind those of other sweeps for instance, and a backlog must not double itself.
    /// </summary>
    private async Task ResendAsync(
        SweepRow row, IReadOnlyList<SweepChunk> missing, bool isStuck, string? traceparent, DateTimeOffset now, CancellationToken cancellation)
    {
        var lost = missing.Where(chunk => isStuck || chunk.IsLostAt(now)).ToArray();
        await queue.SendAsync(lost.Select(chunk => SweepMessage.For(row.Id, chunk.Number, traceparent)), cancellation);
        foreach (var chunk in lost.Where(chunk => chunk.IsLostAt(now)))
            await chunks.ChangeAsync(chunk with { SentAgainAt = now }, cancellation); // Where that fails, somebody is at it, or it is sent twice.
        if (lost.Length > 0)
            log.SentAgain(row.Id, lost.Length);
    }

    // Counted beforehand, as a claim is: what only brings its workers down has to come to an end, too.
    private async Task CountAndHandOutAsync(SweepRow row, SweepMessage message, CancellationToken stopping)
    {
        if (await sweeps.ChangeAsync(row with { Claims = row.Claims + 1 }, stopping) is { } counted)
            await TryHandOutAsync(counted, stopping);
        else // By somebody else, or by our own write whose answer was lost.
            await queue.SendAsync(message, Backoff.UntilOver(TimeSpan.Zero), stopping);
    }

    private async Task TryHandOutAsync(SweepRow row, CancellationToken stopping)
    {
        try
        {
            await HandOutAsync(row, stopping);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException && !StorageFault.IsTransient(unexpected, stopping))
        {
            // Whatever it is, the poison queue's function has to be able to tell it from a host that was stopped.
            Activity.Current.Fail(unexpected.GetType().Name);
            await sweeps.ChangeAsync(row.Noting(UnexpectedError.Note(unexpected)), stopping);
            throw;
        }
    }

    // Whatever dies on the way, the row is still Accepted, and all that is missing is handed out once more: which is harmless twice.
    private async Task HandOutAsync(SweepRow row, CancellationToken stopping)
    {
        using (Spans.StartOfSweep("hand out sweep", row.Id))
            await SendMissingAsync(row, stopping);
        log.HandedOut(row.Id, row.Chunks);
        // All that was missing may have been done before the row said so, by an earlier message.
        using var place = await gate.EnterAsync(stopping);
        await summaries.MakeIfCompleteAsync(row.Id, stopping);
    }

    private async Task SendMissingAsync(SweepRow row, CancellationToken stopping)
    {
        var begun = await chunks.FindAllAsync(row.Id, stopping);
        if (begun.Values.Any(chunk => chunk.IsDone))
        {
            await damaged.RemoveAsync(row.Id, stopping);
            begun = await chunks.FindAllAsync(row.Id, stopping);
        }

        var now = time.GetUtcNow();
        var missing = Missing(row, begun).Where(chunk => !chunk.IsLeasedAt(now)).Select(chunk => SweepMessage.For(row.Id, chunk.Number, Activity.Current?.Id));
        await queue.SendAsync(missing, stopping);
        await sweeps.ChangeAsync(row with { Status = ScenarioStatus.Running, Claims = 0, LastError = "" }, SweepOutboxRow.For(row.Id, now), stopping);
    }

    private static IEnumerable<SweepChunk> Missing(SweepRow row, IReadOnlyDictionary<int, SweepChunk> begun) => Enumerable.Range(0, row.Chunks)
        .Select(number => begun.GetValueOrDefault(number) ?? new SweepChunk(row.Id, number))
        .Where(chunk => !chunk.IsDone);
}
