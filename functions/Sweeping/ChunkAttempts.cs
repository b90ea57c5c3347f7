using Microsoft.Extensions.Logging;
using Parley.Engine;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;
using Parley.Functions.Evaluating;
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
    TimeProvider time,
    ILogger<ChunkAttempts> log)
{
    public async Task MakeAsync(SweepMessage message, int number, CancellationToken stopping)
    {
        using var place = await gate.EnterAsync(stopping);
        if (await sweeps.FindSubmissionAsync(message.Sweep, stopping) is not var (row, submission) || number < 0 || number >= row.Chunks)
        {
            await deadLetters.KeepAsync(message.ToJson(), $"There is no such chunk of a sweep {message.Sweep}.", scenario: null, stopping);
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
        else if (chunk.IsLeasedAt(time.GetUtcNow()) || await ClaimAsync(chunk, stopping) is not { } claimed)
            await ComeBackAsync(message, chunk);
        else
            await RunAsync(row, submission, message, claimed, stopping);
    }

    private async Task<SweepChunk?> ClaimAsync(SweepChunk chunk, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        var claim = chunk with
        {
            Owner = Guid.CreateVersion7(now).ToString("N"),
            LeaseUntil = now.AddSeconds(options.LeaseSeconds),
            Claims = chunk.Claims + 1,
        };
        if (await chunks.ChangeAsync(claim, stopping) is { } claimed)
            return claimed;
        // A conflict may be with our own write, when its answer was lost.
        return await chunks.FindAsync(chunk.Sweep, chunk.Number, stopping) is { } current && current.Owner == claim.Owner ? current : null;
    }

    // This message is answered by a copy, not left to return by itself: that would count as a failure.
    private Task ComeBackAsync(SweepMessage message, SweepChunk chunk)
    {
        log.HeldByAnother(chunk.Sweep, chunk.Number);
        return queue.SendAsync(message, Backoff.UntilOver(chunk.LeaseUntil - time.GetUtcNow() ?? TimeSpan.Zero));
    }

    private async Task RunAsync(SweepRow row, byte[] submission, SweepMessage message, SweepChunk claimed, CancellationToken stopping)
    {
        try
        {
            var (situation, sweep) = await stored.ReadAsync(row, submission, stopping);
            var numbers = await EvaluateAsync(row, situation, sweep, claimed.Number, stopping);
            if (await chunks.FinishAsync(claimed, numbers, SweepDigest.Of(sweep, numbers), stopping))
                log.ChunkDone(row.Id, claimed.Number);
            await summaries.MakeIfCompleteAsync(row.Id, stopping);
        }
        catch (UnanswerableException impossible)
        {
            await summaries.FailAsync(row, new Failure("The sweep cannot be evaluated", impossible.Message), stopping);
        }
        catch (EngineFaultException fault)
        {
            // The same documents bring it about every time: nothing is gained by another attempt before it is mended.
            var failure = EngineFailure.Of(fault);
            await deadLetters.KeepAsync(message.ToJson(), $"Sweep {row.Id}: {failure.Detail} {fault.Message}", scenario: null, stopping);
            await summaries.FailAsync(row, failure, stopping);
            log.EngineFailed(row.Id, fault);
        }
        catch (Exception fault) when (fault is OperationCanceledException || StorageFault.IsTransient(fault, stopping))
        {
            await ReleaseAsync(claimed);
            throw;
        }
        catch (Exception unexpected)
        {
            // Whatever it is, the poison queue's function has to be able to tell it from a host that was stopped.
            await chunks.ChangeAsync(claimed with { Owner = "", LastError = UnexpectedError.Note(unexpected) }, stopping);
            throw;
        }
    }

    private async Task<VariantNumbers> EvaluateAsync(SweepRow row, Situation situation, Sweep sweep, int chunk, CancellationToken stopping)
    {
        try
        {
            return await Task.Run(() => evaluate(situation, sweep, row.FirstOf(chunk), row.CountOf(chunk), stopping), stopping);
        }
        catch (ArgumentException refused)
        {
            // What the reader lets through, the engine has to take.
            throw new EngineFaultException($"The engine refused the documents: {refused.Message}", refused) { Where = "the reading of the question" };
        }
    }

    /// <summary>Lets the next attempt begin at once, as best one can: if that fails, it begins when the lease is over.</summary>
    private async Task ReleaseAsync(SweepChunk claimed)
    {
        try
        {
            await chunks.ChangeAsync(claimed with { Owner = "" }, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.ReleaseFailed(claimed.Sweep, claimed.Number, fault);
        }
    }
}
