using Parley.Functions.Answering;
using Parley.Functions.Changing;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

public sealed class SweepChanges(SweepTable sweeps, SweepChunkTable chunks) : Changes<SweepRow, SweepOutboxRow>(sweeps)
{
    protected override async Task RequireMatchAsync(Visit visit, SweepRow row)
    {
        if (visit.Request.Headers.IfMatch.Count == 0)
            return;
        var progress = SweepProgress.Of(row, (await chunks.FindReadableAsync(row.Id, visit.Deadline)).Values);
        // Progress is no change of state, as a worker's sign of life is none.
        visit.Request.RequireMatch(SweepRow.Noun, SweepStatusAnswer.ETagOf(row, progress), SweepStatusAnswer.StateIn);
    }
}
