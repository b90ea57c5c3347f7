using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Sweeping;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Brings a sweep to its end. Whoever finds all chunks done claims the summary by the row's ETag, makes it, stores it, and only then says
/// so in the row.
/// </summary>
public sealed class SweepSummaries(
    SweepTable sweeps,
    SweepChunkTable chunks,
    StoredDocuments stored,
    SummariseVariants summarise,
    DeadLetterTable deadLetters,
    EvaluationOptions options,
    SweepMetrics metrics,
    TimeProvider time,
    ILogger<SweepSummaries> log)
{
    // A sweep is changed a few times in its life; whoever meets more changes than this in a row leaves the end to the next attempt.
    private const int MostConflicts = 5;

    private readonly Leasing<SweepRow> leasing = new(
        options,
        time,
        (row, cancellation) => sweeps.FindAsync(row.Id, cancellation),
        sweeps.ChangeAsync,
        (row, fault) => log.SummaryRenewalFailed(row.Id, fault),
        (row, fault) => log.SummaryReleaseFailed(row.Id, fault));

    public async Task MakeIfCompleteAsync(Guid id, CancellationToken stopping)
    {
        var begun = await chunks.FindAllAsync(id, stopping);
        // In this order: a sweep that is deleted after the first read is seen to be, and what was written for it goes with it.
        if (await sweeps.FindPackedAsync(id, stopping) is not var (row, unpack))
            return;
        // One that is not handed out is summarised by whoever does that: what it has from before a replay is looked through first.
        var now = time.GetUtcNow();
        if (row.Status.IsGone()) // Whoever removes it may be past these rows already.
            await chunks.PurgeAsync(id, stopping);
        else if (row.Status == ScenarioStatus.Running && begun.Values.Count(chunk => chunk.IsDone && !chunk.IsReplacedAt(now)) == row.Chunks && !row.IsLeasedAt(now))
            await ClaimAsync(row, unpack(), stopping);
    }

    /// <summary>Ends a sweep without a result; false when it has ended already, or was stopped.</summary>
    /// <exception cref="InvalidOperationException">It is changed all the time.</exception>
    public async Task<bool> FailAsync(SweepRow row, Failure failure, string errorType, CancellationToken stopping)
    {
        var attempt = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var hasEnded = await sweeps.FinishAsync(Failed(row, failure) with { Owner = attempt }, stopping) is not null;
            // A conflict may be with our own write, when its answer was lost.
            if (hasEnded || (await sweeps.FindAsync(row.Id, stopping) is var current && current?.IsEndedBy(attempt) == true))
            {
                metrics.Failed(errorType);
                log.Failed(row.Id, failure.Detail);
                return true;
            }

            if (current?.Status.IsOpen() != true)
                return false;
            row = current;
        }

        throw new InvalidOperationException($"The row of sweep {row.Id} is changed all the time.");
    }

    private async Task ClaimAsync(SweepRow row, byte[] submission, CancellationToken stopping)
    {
        await using var lease = await leasing.TakeAsync(row, stopping);
        if (lease is not null)
            await MakeAsync(lease, submission, stopping);
    }

    private async Task MakeAsync(Lease<SweepRow> lease, byte[] submission, CancellationToken stopping)
    {
        var id = lease.Row.Id;
        using var span = Spans.StartOfSweep("summarise sweep", id);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        try
        {
            if (await SummariseAsync(lease.Row, submission, either.Token) is not { } summary)
                log.SummarisedLater(id);
            else if (!await StoreAsync(lease, summary, either.Token))
                await LetGoAsync(id, stopping);
            else if (await EndAsync(lease, Succeeded, stopping))
                Succeed(id);
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            await LetGoAsync(id, stopping);
        }
        catch (UnanswerableException impossible)
        {
            await FailAsync(lease, new Failure("The sweep cannot be summarised", impossible.Message), "unanswerable", stopping);
        }
        catch (EngineFaultException fault)
        {
            var failure = EngineFailure.Of(fault);
            var message = SweepMessage.For(id);
            await deadLetters.KeepAsync(message, message.ToJson(), $"{failure.Detail} {fault.Message}", stopping);
            await FailAsync(lease, failure, "engine_fault", stopping);
            log.EngineFailed(id, fault);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException && !StorageFault.IsTransient(unexpected, stopping))
        {
            span.Fail(unexpected.GetType().Name);
            await lease.NoteErrorAsync(unexpected, stopping);
            throw;
        }
    }

    private void Succeed(Guid id)
    {
        metrics.Succeeded();
        log.Succeeded(id);
    }

    /// <summary>False when somebody else has taken over: what that one has written stands.</summary>
    private async Task<bool> StoreAsync(Lease<SweepRow> lease, byte[] summary, CancellationToken cancellation)
    {
        var id = lease.Row.Id;
        string? over = null;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await chunks.WriteSummaryAsync(id, summary, over, cancellation))
                return true;
            // In this order: whoever takes over after the second read writes after the first one, and is not written over.
            over = await chunks.FindSummaryAsync(id, cancellation);
            if ((await sweeps.FindAsync(id, cancellation))?.IsHeldBy(lease.Owner) != true)
                return false;
        }

        throw new InvalidOperationException($"The summary of sweep {id} is changed all the time.");
    }

    private async Task FailAsync(Lease<SweepRow> lease, Failure failure, string errorType, CancellationToken stopping)
    {
        Activity.Current.Fail(errorType);
        if (!await EndAsync(lease, row => Failed(row, failure), stopping))
            return;
        metrics.Failed(errorType);
        log.Failed(lease.Row.Id, failure.Detail);
    }

    /// <summary>False when the sweep was cancelled, deleted or taken over.</summary>
    private async Task<bool> EndAsync(Lease<SweepRow> lease, Func<SweepRow, SweepRow> end, CancellationToken stopping)
    {
        if (await lease.EndAsync(end, sweeps.FinishAsync, stopping))
            return true;
        await LetGoAsync(lease.Row.Id, stopping);
        return false;
    }

    // The summary may have been written after the other rows were removed.
    private async Task LetGoAsync(Guid id, CancellationToken stopping)
    {
        if (await sweeps.FindAsync(id, stopping) is { } row && row.Status.IsGone())
            await chunks.PurgeAsync(id, stopping);
    }

    private SweepRow Succeeded(SweepRow row) =>
        row with { Status = ScenarioStatus.Succeeded, EngineVersion = EngineVersion.Current, LeaseUntil = null, FinishedAt = time.GetUtcNow() };

    private SweepRow Failed(SweepRow row, Failure failure) =>
        row with { Status = ScenarioStatus.Failed, Failure = failure, LeaseUntil = null, FinishedAt = time.GetUtcNow(), EngineVersion = row.EngineOfNumbers };

    /// <summary>Null when not all chunks are of this engine, or one of them is about to be of another.</summary>
    private async Task<byte[]?> SummariseAsync(SweepRow row, byte[] submission, CancellationToken stopping)
    {
        var (situation, sweep) = await stored.ReadAsync(row, submission, stopping);
        var digests = new List<SweepDigest>();
        double[][] outputs = [.. sweep.Outputs.Select(_ => new double[row.Variants])];
        await foreach (var (chunk, numbers, digest) in chunks.EvaluatedAsync(row, sweep, KnownSweep.QuantitiesOf(situation, sweep), stopping))
        {
            if (numbers is null || digest is null || !await IsToStayAsync(chunk, stopping))
                return null;
            digests.Add(digest);
            foreach (var (o, output) in outputs.Index())
                numbers.Means[o].CopyTo(output, numbers.First);
        }

        return digests.Count < row.Chunks
            ? null
            : CanonicalJson.Of(await Task.Run(() => summarise(situation, sweep, digests, outputs, stopping), stopping));
    }

    // The claim of a worker of another engine that has fallen silent is taken away, lest it replaces the numbers after the summary is made of them.
    private async Task<bool> IsToStayAsync(SweepChunk chunk, CancellationToken stopping) =>
        !chunk.IsClaimedOver || (!chunk.IsReplacedAt(time.GetUtcNow()) && await chunks.ChangeAsync(chunk.GivenBack(), stopping) is not null);
}
