using Parley.Engine.Situations;
using Parley.Engine.Sweeping;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Reads stored sweeps for whoever asks about them.</summary>
public sealed class StoredSweeps(SweepTable sweeps, StoredDocuments documents)
{
    /// <summary>The row and the sweep that readers may see.</summary>
    /// <exception cref="RefusedException">There is none, or it is on its way out, or it can no longer be read.</exception>
    public async Task<(SweepRow Row, Situation Situation, Sweep Sweep)> FindVisibleAsync(Guid id, CancellationToken cancellation)
    {
        if (await sweeps.FindSubmissionAsync(id, cancellation) is not var (row, submission) || row.Status.IsGone())
            throw new RefusedException(Problems.NotFound("sweep"));
        try
        {
            var (situation, sweep) = await documents.ReadAsync(row, submission, cancellation);
            return (row, situation, sweep);
        }
        catch (UnanswerableException)
        {
            throw new RefusedException(Problems.NotFound("sweep that this version can read"));
        }
    }
}
