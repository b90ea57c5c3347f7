using Parley.Functions.Answering;
using Parley.Functions.Reading;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

/// <summary>
/// Changes a scenario on condition of what was read, and decides anew when somebody was faster: a worker's sign of life, another
/// caller, or our own write whose answer was lost.
/// </summary>
public sealed class Changes(ScenarioTable scenarios)
{
    private const int MostConflicts = 5;

    /// <param name="isDone">Whether a conflict was with the wish itself (of the row read before and the one read now); then it is granted.</param>
    /// <param name="write">The change; null when somebody was faster.</param>
    /// <exception cref="RefusedException">No such scenario, not in the state that If-Match names, or not to be changed in this way.</exception>
    public async Task<ScenarioRow> MakeAsync(
        Visit visit, Guid id, Func<ScenarioRow, ScenarioRow, bool> isDone, Func<ScenarioRow, Task<ScenarioRow?>> write)
    {
        ScenarioRow? before = null;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await scenarios.FindAsync(id, visit.Deadline) is not { } now)
                break;
            if (before is not null && isDone(before, now))
                return now;
            if (now.Status.IsGone())
                break;
            visit.Request.RequireMatch(ScenarioRow.Noun, StatusAnswer.ETagOf(now));
            if (await write(now) is { } changed)
                return changed;
            before = now;
        }

        throw new RefusedException(before is null || await IsGoneAsync(visit, id) ? Problems.NotFound("scenario") : Problems.Away);
    }

    private async Task<bool> IsGoneAsync(Visit visit, Guid id) =>
        await scenarios.FindAsync(id, visit.Deadline) is null or { Status: ScenarioStatus.Deleting or ScenarioStatus.Deleted };
}
