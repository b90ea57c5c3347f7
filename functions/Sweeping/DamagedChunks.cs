using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Sees to it that what was evaluated before a sweep is handed out, before a replay most likely, does not fail it once more. A worker does it: to
/// read all numbers of a large sweep takes longer than an answer may.
/// </summary>
public sealed class DamagedChunks(SweepTable sweeps, SweepChunkTable chunks, StoredDocuments stored)
{
    /// <summary>Removes the chunks whose numbers are not whole, so that they are evaluated again.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken stopping)
    {
        if (await sweeps.FindSubmissionAsync(id, stopping) is not var (row, submission) || !row.Status.IsOpen())
            return;
        try
        {
            var (situation, sweep) = await stored.ReadAsync(row, submission, stopping);
            await chunks.RemoveDamagedAsync(row, sweep, KnownSweep.QuantitiesOf(situation, sweep), stopping);
        }
        catch (UnanswerableException)
        {
            // Whoever evaluates the next chunk, or summarises, ends the sweep with the reason.
        }
    }
}
