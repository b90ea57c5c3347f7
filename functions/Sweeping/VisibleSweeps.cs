using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

internal static class VisibleSweeps
{
    /// <exception cref="RefusedException">There is none, or it is on its way out.</exception>
    public static async Task<SweepRow> FindVisibleAsync(this SweepTable sweeps, Guid id, CancellationToken cancellation) =>
        await sweeps.FindAsync(id, cancellation) is { } row && !row.Status.IsGone()
            ? row
            : throw new RefusedException(Problems.NotFound("sweep"));
}
