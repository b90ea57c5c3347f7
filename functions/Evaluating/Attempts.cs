using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>
/// Makes one attempt at a scenario: claim, evaluate, store the result's rows, and only then name the attempt in the scenario's row.
/// It may be made any number of times, at the same time too: one attempt is named, the others remove what they wrote.
/// </summary>
public sealed class Attempts(
    ScenarioTable scenarios,
    EvaluationTable evaluations,
    StoredDocuments stored,
    ScenarioMessages queue,
    DeadLetterTable deadLetters,
    Stops stops,
    Leftovers leftovers,
    Evaluate evaluate,
    EvaluationGate gate,
    EvaluationOptions options,
    ScenarioMetrics metrics,
    TimeProvider time,
    ILogger<Attempts> log)
{
    private readonly Leasing<ScenarioRow> leasing = new(
        options,
        time,
        (row, cancellation) => scenarios.FindAsync(row.Id, cancellation),
        scenarios.ChangeAsync,
        (row, fault) => log.RenewalFailed(row.Id, fault),
        (row, fault) => log.ReleaseFailed(row.Id, fault));

    public async Task MakeAsync(ScenarioMessage message, CancellationToken stopping)
    {
        using var place = await gate.EnterAsync(stopping);
        // The submission comes along, which saves a second read: most messages find their scenario open. It is unpacked on the way to a claim
        // only, since a damaged one must not keep from its end what is stopped or has left something.
        if (await scenarios.FindPackedAsync(message.Id, stopping) is not var (row, unpack))
        {
            await deadLetters.KeepAsync(message, message.ToJson(), "There is no such scenario.", stopping);
            log.ScenarioMissing(message.Id);
            return;
        }

        if (row.Generation != message.Generation || row.Status == ScenarioStatus.Deleted)
            log.NothingToDo(row.Id, message.Generation);
        else if (row.Status.HasEnded())
            await leftovers.ClearAsync(row.Id, row.Generation, stopping);
        else if (row.IsLeasedAt(time.GetUtcNow()))
            await ComeBackAsync(message, row);
        else if (row.Status.IsStopping())
            await stops.CompleteAsync(row, stopping);
        else
            await ClaimAsync(row, unpack(), message, place, stopping);
    }

    private async Task ClaimAsync(ScenarioRow row, byte[] submission, ScenarioMessage message, IDisposable place, CancellationToken stopping)
    {
        await using var lease = await TakeAsync(row, stopping);
        if (lease is null)
            await ComeBackAsync(message, row);
        else
            await RunAsync(row, submission, message, place, lease, stopping);
    }

    private async Task<Lease<ScenarioRow>?> TakeAsync(ScenarioRow row, CancellationToken stopping)
    {
        using var span = Spans.Start("claim scenario", row.Id);
        return await leasing.TakeAsync(row, stopping);
    }

    // This message is answered by a copy, not left to return by itself: that would count as a failure of the scenario.
    private Task ComeBackAsync(ScenarioMessage message, ScenarioRow row)
    {
        log.HeldByAnother(message.Id);
        return queue.SendAsync(message, Backoff.UntilOver(row.LeaseUntil - time.GetUtcNow() ?? TimeSpan.Zero));
    }

    private async Task RunAsync(
        ScenarioRow row, byte[] submission, ScenarioMessage message, IDisposable place, Lease<ScenarioRow> lease, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        try
        {
            var evaluation = await EvaluateAsync(row, submission, either.Token);
            place.Dispose(); // Storing takes no core: the next one evaluates meanwhile.
            using var span = Spans.Start("store result", row.Id);
            var from = new Provenance(row.Situation.Number, row.Situation.Hash, Fingerprint.Of(submission));
            await evaluations.WriteAsync(AttemptOf(lease), evaluation, from, either.Token);
            if (await EndAsync(lease, end => Succeeded(end, AttemptOf(lease), evaluation), stopping))
                metrics.Evaluated();
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            await LetGoAsync(AttemptOf(lease), stopping);
        }
        catch (Exception impossible) when (impossible is UnanswerableException or RowTooLargeException)
        {
            // What is said of a row stays in the log: an answer tells nothing of storage.
            var detail = impossible is UnanswerableException ? impossible.Message : "The result is larger than what can be stored; ask for fewer analyses.";
            await FailAsync(lease, new Failure("The scenario cannot be evaluated", detail), "unanswerable", stopping);
            log.Unanswerable(row.Id, impossible.Message);
        }
        catch (EngineFaultException fault)
        {
            // The same documents bring it about every time: nothing is gained by another attempt before it is mended.
            var failure = EngineFailure.Of(fault);
            await deadLetters.KeepAsync(message, message.ToJson(), $"{failure.Detail} {fault.Message}", stopping);
            await FailAsync(lease, failure, "engine_fault", stopping);
            log.EngineFailed(row.Id, fault);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException && !StorageFault.IsTransient(unexpected, stopping))
        {
            // Whatever it is, the poison queue's function has to be able to tell it from a host that was stopped.
            Activity.Current.Fail(unexpected.GetType().Name);
            await lease.NoteErrorAsync(unexpected, stopping);
            throw;
        }
    }

    private async Task<Evaluation> EvaluateAsync(ScenarioRow row, byte[] submission, CancellationToken cancellation)
    {
        var (situation, scenario) = await stored.ReadAsync(row, submission, cancellation);
        var settings = new EvaluationSettings(options.Threads);
        using var span = Spans.Start("evaluate scenario", row.Id)?.SetTag("parley.draws", scenario.Draws);
        var begun = time.GetTimestamp();
        try
        {
            var evaluation = await Task.Run(() => evaluate(situation, scenario, settings, cancellation), cancellation);
            metrics.EvaluationTook(time.GetElapsedTime(begun));
            return evaluation;
        }
        catch (ArgumentException refused)
        {
            // What the reader lets through, the engine has to take.
            throw new EngineFaultException($"The engine refused the documents: {refused.Message}", refused) { Where = "the reading of the question" };
        }
    }

    private async Task FailAsync(Lease<ScenarioRow> lease, Failure failure, string errorType, CancellationToken stopping)
    {
        Activity.Current.Fail(errorType);
        if (await EndAsync(lease, end => end with { Status = ScenarioStatus.Failed, Failure = failure }, stopping))
            metrics.Failed(errorType);
    }

    private async Task<bool> EndAsync(Lease<ScenarioRow> lease, Func<ScenarioRow, ScenarioRow> end, CancellationToken stopping)
    {
        var attempt = AttemptOf(lease);
        // Only before the very first claim no other attempt can have left rows behind.
        var hadOthersBefore = lease.Row.Claims > 1 || lease.Row.Generation > 1;
        if (!await lease.EndAsync(row => end(row.Ended(time.GetUtcNow())), hadOthersBefore ? scenarios.ChangeAsync : scenarios.FinishAsync, stopping))
        {
            await LetGoAsync(attempt, stopping);
            return false;
        }

        if (hadOthersBefore)
            await leftovers.ClearAsync(attempt.Scenario, attempt.Generation, stopping);
        log.Ended(attempt.Scenario, attempt.Attempt);
        return true;
    }

    private async Task LetGoAsync(AttemptId lost, CancellationToken stopping)
    {
        await evaluations.PurgeAsync(lost, stopping);
        log.LeaseLost(lost.Scenario);
        await stops.CompleteAsync(lost, stopping);
    }

    private static AttemptId AttemptOf(Lease<ScenarioRow> lease) => new(lease.Row.Id, lease.Row.Generation, lease.Owner);

    private static ScenarioRow Succeeded(ScenarioRow row, AttemptId attempt, Evaluation evaluation) => row with
    {
        Status = ScenarioStatus.Succeeded,
        Owner = "",
        Attempt = attempt.Attempt,
        ResultGeneration = attempt.Generation,
        EngineVersion = evaluation.EngineVersion,
        Summary = Summary.Of(evaluation),
    };
}
