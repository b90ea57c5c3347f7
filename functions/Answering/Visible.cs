using Parley.Functions.Storage;

namespace Parley.Functions.Answering;

internal static class Visible
{
    /// <exception cref="RefusedException">There is none, or it is on its way out, or it can no longer be read.</exception>
    public static async Task<TRow> FindVisibleAsync<TRow, TOutbox>(this SubmissionTable<TRow, TOutbox> table, Guid id, CancellationToken cancellation)
        where TRow : ISubmittedRow<TRow>
        where TOutbox : IOutboxRow<TOutbox> =>
        await table.FindAsync(id, cancellation).OrRefuseAsync(TRow.Noun) is { } row && !row.Status.IsGone() ? row : throw new RefusedException(Problems.NotFound(TRow.Noun));
}
