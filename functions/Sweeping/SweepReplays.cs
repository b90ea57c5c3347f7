using Parley.Functions.Answering;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Goes on with a sweep that was given up: what was evaluated stays, and all that is missing, or not whole, is handed out again.</summary>
public sealed class SweepReplays(SweepTable sweeps, SweepChunkTable chunks, StoredSweeps stored, EvaluationOptions options, TimeProvider time)
{
    /// <summary>True when somebody who asked at the same time has begun.</summary>
    public static bool IsSame(SweepRow before, SweepRow now) => before.Status == ScenarioStatus.Failed && now.Status.IsOpen();

    /// <summary>The sweep's row, open again; null when somebody was faster.</summary>
    /// <exception cref="RefusedException">It has not failed, or can no longer be read.</exception>
    public async Task<SweepRow?> BeginAsync(SweepRow row, CancellationToken deadline)
    {
        if (row.Status != ScenarioStatus.Failed)
            throw new RefusedException(SweepProblems.MovedOn(row));
        await stored.FindVisibleAsync(row.Id, deadline);
        if (await sweeps.FindSubmissionAsync(row.Id, deadline) is not var (_, submission))
            return null;

        // Before it is open again: what its chunks have been through must not end it once more.
        await chunks.RemoveUnreadableAsync(row.Id, deadline);
        foreach (var chunk in (await chunks.FindReadableAsync(row.Id, deadline)).Values.Where(IsHeldAgainst))
            await chunks.ChangeAsync(chunk with { Claims = 0, Owner = "", LastError = "" }, deadline);
        var again = row with
        {
            Status = ScenarioStatus.Accepted,
            Claims = 0,
            Owner = "",
            LeaseUntil = null,
            LastError = "",
            EngineVersion = "",
            FinishedAt = null,
            Failure = null,
        };
        return await sweeps.BeginAgainAsync(again, submission, SweepOutboxRow.For(row.Id, time.GetUtcNow()), deadline);
    }

    // A worker that is at one has begun with it since, for somebody who replays at the same time.
    private bool IsHeldAgainst(SweepChunk chunk) =>
        !chunk.IsDone && !chunk.IsLeasedAt(time.GetUtcNow()) && (chunk.LastError.Length > 0 || chunk.Claims > options.Attempts / 2);
}
