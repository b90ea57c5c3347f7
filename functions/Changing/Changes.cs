using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

/// <summary>
/// Changes what was submitted on condition of what was read, and decides anew when somebody was faster: a worker's sign of life, another
/// caller, or our own write whose answer was lost.
/// </summary>
public abstract class Changes<TRow, TOutbox>(SubmissionTable<TRow, TOutbox> table)
    where TRow : class, ISubmittedRow<TRow>
    where TOutbox : IOutboxRow<TOutbox>
{
    private const int MostConflicts = 5;

    /// <param name="isDone">Whether a conflict was with the wish itself (of the row read before and the one read now); then it is granted.</param>
    /// <param name="write">The change; null when somebody was faster.</param>
    /// <exception cref="RefusedException">There is none, or it is not in the state that If-Match names, or not to be changed in this way.</exception>
    public async Task<TRow> MakeAsync(Visit visit, Guid id, Func<TRow, TRow, bool> isDone, Func<TRow, Task<TRow?>> write)
    {
        TRow? before = null;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await table.FindAsync(id, visit.Deadline) is not { } now)
                break;
            if (before is not null && isDone(before, now))
                return now;
            if (now.Status.IsGone())
                break;
            await RequireMatchAsync(visit, now);
            if (await write(now) is { } changed)
                return changed;
            before = now;
        }

        throw new RefusedException(before is null || await IsGoneAsync(visit, id) ? Problems.NotFound(TRow.Noun) : Problems.Away);
    }

    /// <exception cref="RefusedException">It is not in the state that If-Match names.</exception>
    protected abstract Task RequireMatchAsync(Visit visit, TRow row);

    private async Task<bool> IsGoneAsync(Visit visit, Guid id) => await table.FindAsync(id, visit.Deadline) is not { } row || row.Status.IsGone();
}
