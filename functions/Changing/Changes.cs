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

    /// <param name="isDone">
    /// Whether the wish has come true already (of the row read before a conflict, or the same, and the one read now). Then it is granted whatever
    /// If-Match says (RFC 9110, section 13.1.1): the answer to the first request may have been lost.
    /// </param>
    /// <param name="write">The change; null when somebody was faster.</param>
    /// <exception cref="RefusedException">There is none, or it is not in the state that If-Match names, or not to be changed in this way, or can no longer be read.</exception>
    public async Task<TRow> MakeAsync(Visit visit, Guid id, Func<TRow, TRow, bool> isDone, Func<TRow, Task<TRow?>> write)
    {
        TRow? before = null;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            if (await FindAsync(visit, id) is not { } now)
                break;
            if (before is null && now.Status.IsGone())
                break;
            if (isDone(before ?? now, now))
                return now;
            if (now.Status.IsGone())
                break;
            await RequireMatchAsync(visit, now);
            // A new run needs what was submitted.
            if (await write(now).OrRefuseAsync(TRow.Noun) is { } changed)
                return changed;
            before = now;
        }

        throw new RefusedException(before is null || await IsGoneAsync(visit, id) ? Problems.NotFound(TRow.Noun) : Problems.Away);
    }

    /// <summary>The same for a change that stops what has not ended.</summary>
    /// <param name="write">Is given the name under which the row has to note the stop.</param>
    /// <param name="stopped">Called once when this request has stopped it, also where it hears of that only from the row.</param>
    public async Task<TRow> StopAsync(Visit visit, Guid id, Func<TRow, TRow, bool> isDone, Func<TRow, Guid, Task<TRow?>> write, Action stopped)
    {
        var (stop, wasOpen) = (Guid.NewGuid(), false);
        var row = await MakeAsync(visit, id, isDone, before =>
        {
            wasOpen = before.Status.IsOpen();
            return write(before, stop);
        });
        if (wasOpen && row.Stop == stop)
            stopped();
        return row;
    }

    /// <exception cref="RefusedException">It is not in the state that If-Match names.</exception>
    protected abstract Task RequireMatchAsync(Visit visit, TRow row);

    private async Task<bool> IsGoneAsync(Visit visit, Guid id) => await FindAsync(visit, id) is not { } row || row.Status.IsGone();

    private Task<TRow?> FindAsync(Visit visit, Guid id) => table.FindAsync(id, visit.Deadline).OrRefuseAsync(TRow.Noun);
}
