using Microsoft.Extensions.Logging;
using Parley.Functions.Evaluating;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Purging;

/// <summary>Removes what is older than it is kept. Any number of purges may run at a time.</summary>
public sealed class Purge(
    AgedScenarios aged,
    ScenarioTable scenarios,
    EvaluationTable evaluations,
    DeadLetterTable deadLetters,
    ComparisonTable comparisons,
    Stops stops,
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
            await EachAsync(aged.DeletedBeforeAsync(now.AddDays(-retention.TombstoneDays), cancellation), key => PurgeTombstoneAsync(Keys.IdOf(key), cancellation), enough),
            await EachAsync(deadLetters.KeptBeforeAsync(now.AddDays(-retention.DeadLetterDays), cancellation), id => PurgeLetterAsync(id, cancellation), enough),
            await EachAsync(comparisons.OfEarlierMonthsAsync(cancellation), each => PurgeComparisonAsync(each.Month, each.Key, cancellation), enough));
        log.Purged(purged.Scenarios, purged.Tombstones, purged.DeadLetters, purged.Comparisons);
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
        var stopped = await scenarios.StopAsync(row with { Status = ScenarioStatus.Deleting }, OutboxRow.For(row.Id, row.Generation, now), cancellation);
        if (stopped is null)
            return false;
        await stops.CompleteAsync(stopped, cancellation);
        return true;
    }

    // A worker that slept through the deletion may have left rows after it.
    private async Task<bool> PurgeTombstoneAsync(Guid id, CancellationToken cancellation)
    {
        if (await scenarios.FindAsync(id, cancellation) is not { Status: ScenarioStatus.Deleted } row)
            return false;
        await evaluations.PurgeUpToAsync(id, row.Generation, result: null, cancellation);
        await aged.ForgetAsync(row, cancellation);
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
/// <param name="Tombstones">Ids that are free again.</param>
/// <param name="Comparisons">Of earlier months.</param>
public sealed record PurgeAnswer(int Scenarios, int Tombstones, int DeadLetters, int Comparisons);

internal static partial class PurgeLog
{
    [LoggerMessage(LogLevel.Information, "Purged by age: {Scenarios} scenarios, {Tombstones} ids of deleted ones, {DeadLetters} dead letters, {Comparisons} comparisons.")]
    public static partial void Purged(this ILogger log, int scenarios, int tombstones, int deadLetters, int comparisons);

    [LoggerMessage(LogLevel.Warning, "{Row} is old, cannot be read and is passed over.")]
    public static partial void PassedOver(this ILogger log, string row, Exception unreadable);

    [LoggerMessage(LogLevel.Information, "Storage is away; what is old is purged an hour later.")]
    public static partial void PurgingLater(this ILogger log, Exception fault);
}
