using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

/// <summary>Begins a new generation of a scenario that has ended.</summary>
public sealed class Reruns(ScenarioTable scenarios, TimeProvider time)
{
    /// <summary>True when a new run was begun between the two, by us or by somebody who asked at the same time: they get the same one.</summary>
    public static bool IsSame(ScenarioRow before, ScenarioRow now) =>
        before.Status.HasEnded() && now.Generation == before.Generation + 1 && !now.Status.IsGone();

    /// <summary>The scenario's row with the new generation; null when somebody was faster.</summary>
    /// <exception cref="RefusedException">It has not ended.</exception>
    public async Task<ScenarioRow?> BeginAsync(ScenarioRow row, CancellationToken deadline)
    {
        if (!row.Status.HasEnded())
            throw new RefusedException(ChangeProblems.NotEnded(row));
        if (await scenarios.FindSubmissionAsync(row.Id, deadline) is not var (_, submission))
            return null;

        var again = row with
        {
            Status = ScenarioStatus.Accepted,
            Generation = row.Generation + 1,
            Claims = 0,
            Owner = "",
            LeaseUntil = null,
            LastError = "",
            FinishedAt = null,
            Failure = null,
            Stop = null,
        };
        return await scenarios.BeginAgainAsync(again, submission, OutboxRow.For(again.Id, again.Generation, time.GetUtcNow()), deadline);
    }
}
