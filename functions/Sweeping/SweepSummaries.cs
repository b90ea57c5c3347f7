using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Engine;
using Parley.Functions.Evaluating;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Brings a sweep to its end. Whoever finds all chunks done claims the summary by the row's ETag, makes it, stores it, and only then says
/// so in the row.
/// </summary>
public sealed class SweepSummaries(
    SweepTable sweeps, SweepChunkTable chunks, StoredDocuments stored, EvaluationOptions options, TimeProvider time, ILogger<SweepSummaries> log)
{
    private const int ConflictsWithOurselves = 3;

    public async Task MakeIfCompleteAsync(Guid id, CancellationToken stopping)
    {
        var begun = await chunks.FindAllAsync(id, stopping);
        // In this order: a sweep that is deleted after the first read is seen to be, and what was written for it goes with it.
        if (await sweeps.FindSubmissionAsync(id, stopping) is not var (row, submission))
            return;
        if (row.Status.IsGone()) // Whoever removes it may be past these rows already.
            await chunks.PurgeAsync(id, stopping);
        else if (row.Status.IsOpen() && begun.Values.Count(chunk => chunk.IsDone) == row.Chunks && !row.IsLeasedAt(time.GetUtcNow()))
            await ClaimAsync(row, submission, stopping);
    }

    /// <summary>Ends a sweep without a result, unless it has ended.</summary>
    public async Task FailAsync(SweepRow row, Failure failure, CancellationToken stopping)
    {
        await EndAsync(row, end => end with { Status = ScenarioStatus.Failed, Failure = failure }, stopping);
        log.Failed(row.Id, failure.Detail);
    }

    private async Task ClaimAsync(SweepRow row, byte[] submission, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        var claim = row with
        {
            Status = ScenarioStatus.Running,
            Owner = Guid.CreateVersion7(now).ToString("N"),
            LeaseUntil = now.AddSeconds(options.LeaseSeconds),
            Claims = row.Claims + 1,
        };
        var claimed = await sweeps.ChangeAsync(claim, stopping);
        // A conflict may be with our own write, when its answer was lost.
        if (claimed is null && await sweeps.FindAsync(row.Id, stopping) is { } current && current.Owner == claim.Owner)
            claimed = current;
        if (claimed is not null)
            await MakeAsync(claimed, submission, stopping);
    }

    private async Task MakeAsync(SweepRow claimed, byte[] submission, CancellationToken stopping)
    {
        try
        {
            await chunks.WriteSummaryAsync(claimed.Id, await SummariseAsync(claimed, submission, stopping), stopping);
            await EndAsync(claimed, end => end with { Status = ScenarioStatus.Succeeded, EngineVersion = EngineVersion.Current }, stopping);
            log.Succeeded(claimed.Id);
        }
        catch (UnanswerableException impossible)
        {
            await FailAsync(claimed, new Failure("The sweep cannot be summarised", impossible.Message), stopping);
        }
        catch (EngineFaultException fault)
        {
            await FailAsync(claimed, EngineFailure.Of(fault), stopping);
            log.EngineFailed(claimed.Id, fault);
        }
        catch (Exception fault) when (fault is OperationCanceledException || StorageFault.IsTransient(fault, stopping))
        {
            await ReleaseAsync(claimed);
            throw;
        }
        catch (Exception unexpected)
        {
            await sweeps.ChangeAsync(claimed with { Owner = "", LastError = UnexpectedError.Note(unexpected) }, stopping);
            throw;
        }
    }

    private async Task<byte[]> SummariseAsync(SweepRow row, byte[] submission, CancellationToken stopping)
    {
        var (situation, sweep) = await stored.ReadAsync(row, submission, stopping);
        var digests = await chunks.DigestsAsync(row.Id, stopping);
        var outputs = await chunks.MeansAsync(row.Id, sweep.Outputs.Count, stopping);
        var summary = await Task.Run(() => Sweeper.Summarise(situation, sweep, digests, outputs, stopping), stopping);
        return CanonicalJson.Of(summary);
    }

    private async Task EndAsync(SweepRow row, Func<SweepRow, SweepRow> end, CancellationToken stopping)
    {
        for (var conflicts = 0; conflicts < ConflictsWithOurselves; conflicts++)
        {
            if (await sweeps.FinishAsync(end(row) with { Owner = "", FinishedAt = time.GetUtcNow() }, stopping) is not null)
                return;
            var current = await sweeps.FindAsync(row.Id, stopping);
            if (current?.Status.IsGone() == true)
                await chunks.PurgeAsync(row.Id, stopping); // The summary may have been written after the other rows were removed.
            // Cancelled, deleted, ended by another one, or by ourselves with a lost answer.
            if (current?.Status.IsOpen() != true || current.Owner != row.Owner)
                return;
            row = current;
        }
    }

    private async Task ReleaseAsync(SweepRow claimed)
    {
        try
        {
            await sweeps.ChangeAsync(claimed with { Owner = "" }, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.SummaryReleaseFailed(claimed.Id, fault);
        }
    }
}
