using Microsoft.Extensions.Logging;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>
/// One attempt's claim on a scenario, kept alive by signs of life until it ends. Whoever is found silent for longer than the lease has
/// lost it; every change is made on condition of the row's ETag, so that a loser can change nothing.
/// </summary>
public sealed class Lease : IAsyncDisposable
{
    // Only the answer to our own write can get lost; a second conflict with ourselves in a row means that something is broken.
    private const int ConflictsWithOurselves = 3;

    private const int LongestError = 1000;

    private readonly ScenarioTable scenarios;
    private readonly EvaluationOptions options;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task signsOfLife;
    private ScenarioRow row;
    private bool ended;

    private Lease(ScenarioRow row, ScenarioTable scenarios, EvaluationOptions options, TimeProvider time, ILogger log)
    {
        (this.row, this.scenarios, this.options, this.time, this.log) = (row, scenarios, options, time, log);
        Attempt = new AttemptId(row.Id, row.Generation, row.Owner);
        Lost = lost.Token;
        signsOfLife = GiveSignsOfLifeAsync();
    }

    public AttemptId Attempt { get; }

    /// <summary>False for the very first claim: only then no other attempt can have left rows behind.</summary>
    public bool HadOthersBefore => row.Claims > 1 || row.Generation > 1;

    /// <summary>Cancelled when somebody else has taken over or stopped the scenario.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Claims an open scenario that nobody holds; null when somebody was faster.</summary>
    public static async Task<Lease?> TakeAsync(
        ScenarioRow row, ScenarioTable scenarios, EvaluationOptions options, TimeProvider time, ILogger log, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var claim = row with
        {
            Status = ScenarioStatus.Running,
            Owner = Guid.CreateVersion7(now).ToString("N"),
            Claims = row.Claims + 1,
            LeaseUntil = now.AddSeconds(options.LeaseSeconds),
        };
        return await ClaimAsync(claim, scenarios, cancellation) is { } claimed ? new Lease(claimed, scenarios, options, time, log) : null;
    }

    private static async Task<ScenarioRow?> ClaimAsync(ScenarioRow claim, ScenarioTable scenarios, CancellationToken cancellation)
    {
        using var span = Spans.Start("claim scenario", claim.Id);
        if (await scenarios.ChangeAsync(claim, cancellation) is { } claimed)
            return claimed;
        // The conflict may be with our own write, when its answer was lost.
        return await scenarios.FindAsync(claim.Id, cancellation) is { } current && current.Owner == claim.Owner ? current : null;
    }

    /// <summary>Writes the scenario's end; false when somebody else has taken over or stopped it, so that this attempt's rows are for nothing.</summary>
    public async Task<bool> EndAsync(Func<ScenarioRow, ScenarioRow> end, CancellationToken cancellation)
    {
        await StopSignsOfLifeAsync();
        ended = await ChangeAsync(
            current => end(current) with { Owner = "", FinishedAt = time.GetUtcNow() },
            HadOthersBefore ? scenarios.ChangeAsync : scenarios.FinishAsync,
            cancellation);
        return ended;
    }

    /// <summary>Notes an unexpected error, from which the poison queue's function sees that the scenario was at fault and not a host's end.</summary>
    public async Task NoteErrorAsync(string error, CancellationToken cancellation)
    {
        await StopSignsOfLifeAsync();
        var noted = error.Length <= LongestError ? error : error[..LongestError];
        await ChangeAsync(current => current with { LastError = noted }, scenarios.ChangeAsync, cancellation);
    }

    /// <summary>Lets the next attempt begin at once, as best one can: if that fails, it begins when the lease is over.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopSignsOfLifeAsync();
        try
        {
            if (!ended && !Lost.IsCancellationRequested)
                await ChangeAsync(current => current with { Status = ScenarioStatus.Accepted, Owner = "" }, scenarios.ChangeAsync, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.ReleaseFailed(row.Id, fault);
        }

        stop.Dispose();
        lost.Dispose();
    }

    private async Task GiveSignsOfLifeAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.RenewSeconds), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token) && await RenewAsync())
            {
            }

            await lost.CancelAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The attempt is over.
        }
        catch (Exception fault) // Whatever it is, it must not end the attempt in the place where that waits for the signs to stop.
        {
            log.RenewalFailed(row.Id, fault);
            await lost.CancelAsync();
        }
    }

    private async Task<bool> RenewAsync()
    {
        try
        {
            var until = time.GetUtcNow().AddSeconds(options.LeaseSeconds);
            return await ChangeAsync(current => current with { LeaseUntil = until }, scenarios.ChangeAsync, stop.Token);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, stop.Token))
        {
            log.RenewalFailed(row.Id, fault);
            return true; // The next one may get through; if none does, the ETag decides who finishes.
        }
    }

    private async Task<bool> ChangeAsync(
        Func<ScenarioRow, ScenarioRow> change, Func<ScenarioRow, CancellationToken, Task<ScenarioRow?>> write, CancellationToken cancellation)
    {
        for (var conflicts = 0; conflicts < ConflictsWithOurselves; conflicts++)
        {
            if (await write(change(row), cancellation) is { } written)
            {
                row = written;
                return true;
            }

            var current = await scenarios.FindAsync(row.Id, cancellation);
            if (current?.Attempt == Attempt.Attempt)
                return true; // Our own end, whose answer was lost.
            if (current is not { Status: ScenarioStatus.Running } || current.Owner != Attempt.Attempt)
                return false;
            row = current;
        }

        throw new InvalidOperationException($"The rows of scenario {row.Id} do not belong together.");
    }

    private async Task StopSignsOfLifeAsync()
    {
        await stop.CancelAsync();
        await signsOfLife;
    }
}
