using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Parley.Engine;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Makes one attempt at a chunk: claim, evaluate, write. It may be made any number of times, at the same time too: every attempt comes to
/// the same numbers, and the first that are written stand.
/// </summary>
public sealed class ChunkAttempts(
    SweepTable sweeps,
    SweepChunkTable chunks,
    StoredDocuments stored,
    SweepMessages queue,
    DeadLetterTable deadLetters,
    SweepSummaries summaries,
    EvaluateVariants evaluate,
    EvaluationGate gate,
    EvaluationOptions options,
    SweepMetrics metrics,
    TimeProvider time,
    ILogger<ChunkAttempts> log)
{
    // An hour of waits, after which a newer engine has taken over or was taken back.
    private const int WaitsForNewerEngine = 12;

    private readonly Leasing<SweepChunk> leasing = new(
        options,
        time,
        (chunk, cancellation) => chunks.FindAsync(chunk.Sweep, chunk.Number, cancellation),
        chunks.ChangeAsync,
        (chunk, fault) => log.RenewalFailed(chunk.Sweep, chunk.Number, fault),
        (chunk, fault) => log.ReleaseFailed(chunk.Sweep, chunk.Number, fault));

    public async Task MakeAsync(SweepMessage message, int number, CancellationToken stopping)
    {
        using var place = await gate.EnterAsync(stopping);
        // The submission is unpacked on the way to a claim only: a damaged one must not keep messages from their end of a sweep that was stopped.
        if (await sweeps.FindPackedAsync(message.Sweep, stopping) is not var (row, unpack) || number < 0 || number >= row.Chunks)
        {
            await deadLetters.KeepAsync(message, message.ToJson(), "There is no such chunk of a sweep.", stopping);
            log.SweepMissing(message.Sweep);
            return;
        }

        if (!row.Status.IsOpen())
        {
            // Whoever had this message before may have claimed the chunk after the sweep was removed, and died.
            if (row.Status == ScenarioStatus.Deleted)
                await chunks.PurgeAsync(row.Id, stopping);
            log.NothingToDo(row.Id, number);
            return;
        }

        var chunk = await chunks.FindAsync(row.Id, number, stopping) ?? new SweepChunk(row.Id, number);
        if (chunk.IsDone)
            await summaries.MakeIfCompleteAsync(row.Id, stopping);
        else if (chunk.IsLeasedAt(time.GetUtcNow()))
            await ComeBackAsync(message, chunk);
        else if (chunk.IsOfNewerEngine && message.Waits < WaitsForNewerEngine)
            await WaitForUpgradeAsync(message, chunk);
        else if (chunk.HasNumbers && row.IsLeasedAt(time.GetUtcNow()))
            await ComeBackAsync(message, chunk, row);
        else
            await ClaimAsync(row, unpack(), message, chunk, stopping);
    }

    private async Task ClaimAsync(SweepRow row, byte[] submission, SweepMessage message, SweepChunk chunk, CancellationToken stopping)
    {
        await using (var lease = await TakeAsync(chunk, stopping))
        {
            if (lease is null)
            {
                await ComeBackAsync(message, chunk);
                return;
            }

            if (chunk.HasNumbers && !await MayReplaceAsync(row.Id, message, chunk, stopping))
                return;
            if (!await RunAsync(row, submission, message, lease, stopping))
                return;
        }

        await summaries.MakeIfCompleteAsync(row.Id, stopping);
    }

    // Whoever summarises looks for claims of others once its own is written, as is done here the other way round: one of the two sees the other.
    private async Task<bool> MayReplaceAsync(Guid id, SweepMessage message, SweepChunk chunk, CancellationToken stopping)
    {
        if (await sweeps.FindAsync(id, stopping) is not { } row || !row.Status.IsOpen())
            return false;
        if (!row.IsLeasedAt(time.GetUtcNow()) && await IsNotSummarisedAsync(row, stopping))
            return true;
        await ComeBackAsync(message, chunk, row);
        return false;
    }

    // The claim of a worker that has fallen silent is taken away, lest it ends the sweep with a summary of the numbers that were there before.
    private async Task<bool> IsNotSummarisedAsync(SweepRow row, CancellationToken stopping) =>
        row.Owner.Length == 0 || await sweeps.ChangeAsync(row.GivenBack(), stopping) is not null;

    private async Task<Lease<SweepChunk>?> TakeAsync(SweepChunk chunk, CancellationToken stopping)
    {
        using var span = Spans.StartOfSweep("claim chunk", chunk.Sweep);
        return await leasing.TakeAsync(chunk, stopping);
    }

    // This message is answered by a copy, not left to return by itself: that would count as a failure.
    private Task ComeBackAsync(SweepMessage message, SweepChunk chunk)
    {
        log.HeldByAnother(chunk.Sweep, chunk.Number);
        return queue.SendAsync(message, Backoff.UntilOver(chunk.LeaseUntil - time.GetUtcNow() ?? TimeSpan.Zero));
    }

    // The numbers that a summary is made of are not replaced meanwhile.
    private Task ComeBackAsync(SweepMessage message, SweepChunk chunk, SweepRow summarised)
    {
        log.BeingSummarised(chunk.Sweep, chunk.Number);
        return queue.SendAsync(message, Backoff.UntilOver(summarised.LeaseUntil - time.GetUtcNow() ?? TimeSpan.Zero));
    }

    // Two versions of the app that both evaluated what is not theirs would never come to an end.
    private Task WaitForUpgradeAsync(SweepMessage message, SweepChunk chunk)
    {
        log.OfNewerEngine(chunk.Sweep, chunk.Number);
        return queue.SendAsync(message with { Waits = message.Waits + 1 }, Backoff.UntilUpgraded);
    }

    /// <summary>False when the sweep has come to its end without its numbers.</summary>
    private async Task<bool> RunAsync(SweepRow row, byte[] submission, SweepMessage message, Lease<SweepChunk> lease, CancellationToken stopping)
    {
        var number = lease.Row.Number;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        try
        {
            var (situation, sweep) = await stored.ReadAsync(row, submission, either.Token);
            var numbers = await EvaluateAsync(row, situation, sweep, number, either.Token);
            await StoreAsync(lease, numbers, SweepDigest.Of(sweep, numbers), stopping);
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            log.LeaseLost(row.Id, number);
        }
        catch (UnanswerableException impossible)
        {
            Fail("unanswerable");
            await summaries.FailAsync(row, new Failure("The sweep cannot be evaluated", impossible.Message), "unanswerable", stopping);
            return false;
        }
        catch (EngineFaultException fault)
        {
            // The same documents bring it about every time: nothing is gained by another attempt before it is mended.
            Fail("engine_fault");
            var failure = EngineFailure.Of(fault);
            await deadLetters.KeepAsync(message, message.ToJson(), $"{failure.Detail} {fault.Message}", stopping);
            await summaries.FailAsync(row, failure, "engine_fault", stopping);
            log.EngineFailed(row.Id, fault);
            return false;
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException && !StorageFault.IsTransient(unexpected, stopping))
        {
            // Whatever it is, the poison queue's function has to be able to tell it from a host that was stopped.
            Fail(unexpected.GetType().Name);
            await lease.NoteErrorAsync(unexpected, stopping);
            throw;
        }

        return true;
    }

    private async Task StoreAsync(Lease<SweepChunk> lease, VariantNumbers numbers, SweepDigest digest, CancellationToken stopping)
    {
        var (sweep, number) = (lease.Row.Sweep, lease.Row.Number);
        using var span = Spans.StartOfSweep("store chunk", sweep);
        if (await lease.EndAsync(chunk => chunk.Done(), (chunk, cancellation) => chunks.FinishAsync(chunk, numbers, digest, cancellation), stopping))
        {
            metrics.ChunkEvaluated();
            log.ChunkDone(sweep, number);
        }
        else
        {
            log.LeaseLost(sweep, number);
        }
    }

    private void Fail(string errorType)
    {
        Activity.Current.Fail(errorType);
        metrics.ChunkFailed(errorType);
    }

    private async Task<VariantNumbers> EvaluateAsync(SweepRow row, Situation situation, Sweep sweep, int chunk, CancellationToken stopping)
    {
        using var span = Spans.StartOfSweep("evaluate chunk", row.Id)?.SetTag("parley.variants", row.CountOf(chunk)).SetTag("parley.draws", sweep.Draws);
        var begun = time.GetTimestamp();
        try
        {
            var numbers = await Task.Run(() => evaluate(situation, sweep, row.FirstOf(chunk), row.CountOf(chunk), stopping), stopping);
            metrics.ChunkTook(time.GetElapsedTime(begun));
            return numbers;
        }
        catch (ArgumentException refused)
        {
            // What the reader lets through, the engine has to take.
            throw new EngineFaultException($"The engine refused the documents: {refused.Message}", refused) { Where = "the reading of the question" };
        }
    }
}
