using Microsoft.Extensions.Logging;
using Parley.Functions.Evaluating;
using Parley.Functions.Settings;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;

namespace Parley.Functions.Purging;

/// <summary>Removes what is older than it is kept. Any number of purges may run at a time.</summary>
public sealed class Purge(
    AgedScenarios aged,
    AgedSweeps agedSweeps,
    ScenarioTable scenarios,
    EvaluationTable evaluations,
    DeadLetterTable deadLetters,
    ComparisonTable comparisons,
    AllowanceTable allowances,
    SweepTable sweeps,
    SweepChunkTable chunks,
    Stops stops,
    SweepUpkeep upkeep,
    RetentionOptions retention,
    TimeProvider time,
    ILogger<Purge> log)
{
    /// <param name="enough">Begins nothing more once this is cancelled.</param>
    public async Task<PurgeAnswer> RunAsync(CancellationToken enough, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var purged = new PurgeAnswer(
            await EachAsync(aged.EndedBeforeAsync(now.AddDays(-retention.ScenarioDays), cancellation), key => PurgeScenarioAsync(Keys.IdOf(key), now, cancellation), enough),
            await EachAsync(agedSweeps.EndedBeforeAsync(now.AddDays(-retention.SweepDays), cancellation), key => PurgeSweepAsync(Keys.IdOf(key), now, cancellation), enough),
            await EachAsync(aged.DeletedBeforeAsync(now.AddDays(-retention.TombstoneDays), cancellation), key => PurgeTombstoneAsync(Keys.IdOf(key), cancellation), enough)
            + await EachAsync(agedSweeps.DeletedBeforeAsync(now.AddDays(-retention.TombstoneDays), cancellation), key => PurgeSweepTombstoneAsync(Keys.IdOf(key), cancellation), enough),
            await EachAsync(deadLetters.KeptBeforeAsync(now.AddDays(-retention.DeadLetterDays), cancellation), id => PurgeLetterAsync(id, cancellation), enough),
            await EachAsync(comparisons.OfEarlierMonthsAsync(cancellation), each => PurgeComparisonAsync(each.Month, each.Key, cancellation), enough));
        // Their windows are hours; a day later no clock is so far behind that it would still take of one.
        await EachAsync(allowances.UnusedSinceAsync(now.AddDays(-1), cancellation), each => allowances.ForgetAsync(each.Caller, each.Seen, cancellation), enough);
        log.Purged(purged.Scenarios, purged.Sweeps, purged.Tombstones, purged.DeadLetters, purged.Comparisons);
        return purged;
    }

    private async Task<int> EachAsync<T>(IAsyncEnumerable<T> found, Func<T, Task<bool>> purge, CancellationToken enough)
    {
        var purged = 0;
        await foreach (var each in found)
        {
            if (enough.IsCancellationRequested || purged == retention.PerRun)
                break;
            if (await TryAsync(each, purge))
                purged++;
        }

        return purged;
    }

    // What nobody can read must not keep what comes after it.
    private async Task<bool> TryAsync<T>(T each, Func<T, Task<bool>> purge)
    {
        try
        {
            return await purge(each);
        }
        catch (InvalidDataException unreadable)
        {
            log.PassedOver($"{each}", unreadable);
            return false;
        }
    }

    // Deleted like any other, so that whoever dies on the way is followed by another.
    private async Task<bool> PurgeScenarioAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await scenarios.FindAsync(id, cancellation) is not { } row || !row.Status.HasEnded() || row.FinishedAt >= now.AddDays(-retention.ScenarioDays))
            return false;
        var stopped = await scenarios.ChangeAsync(row with { Status = ScenarioStatus.Deleting }, OutboxRow.For(row.Id, row.Generation, now), cancellation);
        if (stopped is null)
            return false;
        await stops.CompleteAsync(stopped, cancellation);
        return true;
    }

    private async Task<bool> PurgeSweepAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await sweeps.FindAsync(id, cancellation) is not { } row || !row.Status.HasEnded() || row.FinishedAt >= now.AddDays(-retention.SweepDays))
            return false;
        var stopped = await sweeps.ChangeAsync(row with { Status = ScenarioStatus.Deleting }, SweepOutboxRow.For(id, now), cancellation);
        if (stopped is null)
            return false;
        await upkeep.RemoveAsync(stopped, cancellation);
        return true;
    }

    private async Task<bool> PurgeSweepTombstoneAsync(Guid id, CancellationToken cancellation)
    {
        if (await sweeps.FindAsync(id, cancellation) is not { Status: ScenarioStatus.Deleted } row)
            return false;
        await chunks.PurgeAsync(id, cancellation);
        await agedSweeps.ForgetAsync(id, row.FinishedAt!.Value, row.ETag, cancellation);
        return true;
    }

    // A worker that slept through the deletion may have left rows after it.
    private async Task<bool> PurgeTombstoneAsync(Guid id, CancellationToken cancellation)
    {
        if (await scenarios.FindAsync(id, cancellation) is not { Status: ScenarioStatus.Deleted } row)
            return false;
        await evaluations.PurgeUpToAsync(id, row.Generation, result: null, cancellation);
        await aged.ForgetAsync(id, row.FinishedAt!.Value, row.ETag, cancellation);
        return true;
    }

    private async Task<bool> PurgeLetterAsync(string id, CancellationToken cancellation)
    {
        await deadLetters.RemoveAsync(id, cancellation);
        return true;
    }

    private async Task<bool> PurgeComparisonAsync(string month, string key, CancellationToken cancellation)
    {
        await comparisons.RemoveAsync(month, key, cancellation);
        return true;
    }
}

/// <summary>How many of each were removed.</summary>
/// <param name="Scenarios">Deleted by age; their ids stay taken as those of any deleted one.</param>
/// <param name="Sweeps">The same.</param>
/// <param name="Tombstones">Ids that are free again.</param>
/// <param name="Comparisons">Of earlier months.</param>
public sealed record PurgeAnswer(int Scenarios, int Sweeps, int Tombstones, int DeadLetters, int Comparisons);

internal static partial class PurgeLog
{
    [LoggerMessage(LogLevel.Information, "Purged by age: {Scenarios} scenarios, {Sweeps} sweeps, {Tombstones} ids of deleted ones, {DeadLetters} dead letters, {Comparisons} comparisons.")]
    public static partial void Purged(this ILogger log, int scenarios, int sweeps, int tombstones, int deadLetters, int comparisons);

    [LoggerMessage(LogLevel.Warning, "{Row} is old, cannot be read and is passed over.")]
    public static partial void PassedOver(this ILogger log, string row, Exception unreadable);

    [LoggerMessage(LogLevel.Information, "Storage is away; what is old is purged an hour later.")]
    public static partial void PurgingLater(this ILogger log, Exception fault);
}
