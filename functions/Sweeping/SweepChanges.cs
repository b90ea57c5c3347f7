using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Changes a sweep on condition of what was read, and decides anew when somebody was faster.</summary>
public sealed class SweepChanges(SweepTable sweeps)
{
    private const int MostConflicts = 5;

    /// <param name="isDone">Whether a conflict was with the wish itself; then it is granted.</param>
    /// <param name="write">The change; null when somebody was faster.</param>
    /// <exception cref="RefusedException">No such sweep, or not to be changed in this way.</exception>
    public async Task<SweepRow> MakeAsync(Guid id, Func<SweepRow, bool> isDone, Func<SweepRow, Task<SweepRow?>> write, CancellationToken deadline)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var row = await sweeps.FindAsync(id, deadline);
            if (conflicts > 0 && row is not null && isDone(row))
                return row;
            if (row is null || row.Status.IsGone())
                throw new RefusedException(Problems.NotFound("sweep"));
            if (await write(row) is { } changed)
                return changed;
        }

        throw new RefusedException(Problems.Away);
    }
}
