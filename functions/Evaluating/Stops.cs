using Microsoft.Extensions.Logging;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>
/// Brings a scenario to its end that was stopped: removes what its attempts wrote, then says so in its row. Made by the worker that was
/// at it, once it has heard of the stop, or by any other when no lease is left.
/// </summary>
public sealed class Stops(ScenarioTable scenarios, EvaluationTable evaluations, TimeProvider time, ILogger<Stops> log)
{
    /// <param name="row">Stopping: nobody can claim it any more, so that no attempt's rows can become the result.</param>
    public async Task CompleteAsync(ScenarioRow row, CancellationToken cancellation)
    {
        var isCancelled = row.Status == ScenarioStatus.Cancelling;
        await evaluations.PurgeUpToAsync(row.Id, row.Generation, isCancelled ? row.Result : null, cancellation);
        var completed = isCancelled
            ? await scenarios.FinishAsync(Ended(row, ScenarioStatus.Cancelled), cancellation)
            : await scenarios.BuryAsync(Ended(row, ScenarioStatus.Deleted) with { Title = "", Attempt = "", Summary = null, Failure = null }, cancellation);
        // Nothing written: somebody else has completed it, or a cancelled scenario is deleted now, which brings a message of its own.
        if (completed is not null)
            log.Stopped(row.Id, completed.Status);
    }

    /// <summary>The same for an attempt that has just found out that it lost its scenario, if that was by a stop.</summary>
    public async Task CompleteAsync(AttemptId lost, CancellationToken cancellation)
    {
        if (await scenarios.FindAsync(lost.Scenario, cancellation) is { } row && row.Status.IsStopping() && row.Owner == lost.Attempt)
            await CompleteAsync(row, cancellation);
    }

    private ScenarioRow Ended(ScenarioRow row, ScenarioStatus status) =>
        row with { Status = status, Owner = "", FinishedAt = time.GetUtcNow() };
}
