using Parley.Contracts;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;
using Parley.Functions.Answering;
using Parley.Functions.Describing;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Reads stored sweeps with the content of the situation that they were accepted under.</summary>
public sealed class StoredSweeps(SweepTable sweeps, KnownSituations situations)
{
    /// <summary>The row and the sweep that readers may see.</summary>
    /// <exception cref="RefusedException">There is none, or it is on its way out, or it can no longer be read.</exception>
    public async Task<(SweepRow Row, Situation Situation, Sweep Sweep)> FindVisibleAsync(Guid id, CancellationToken cancellation)
    {
        if (await sweeps.FindSubmissionAsync(id, cancellation) is not var (row, submission) || row.Status.IsGone())
            throw new RefusedException(Problems.NotFound("sweep"));
        try
        {
            var (situation, sweep) = await ReadAsync(row, submission, cancellation);
            return (row, situation, sweep);
        }
        catch (UnanswerableException)
        {
            throw new RefusedException(Problems.NotFound("sweep that this version can read"));
        }
    }

    /// <param name="submission">Its canonical JSON.</param>
    /// <exception cref="UnanswerableException">It cannot be read any more.</exception>
    public async Task<(Situation Situation, Sweep Sweep)> ReadAsync(SweepRow row, byte[] submission, CancellationToken cancellation)
    {
        var situation = await FindAsync(row.Situation, cancellation)
            ?? throw new UnanswerableException($"Version {row.Situation.Number} of the situation {row.Situation.Id} is gone.");
        var reading = SweepReader.Read(submission, situation.Situation);
        return reading.Value is { } sweep
            ? (situation.Situation, sweep)
            : throw new UnanswerableException("The sweep was accepted by an earlier version that read it in another way: "
                + string.Join(' ', reading.Problems.Select(problem => $"{problem.Pointer}: {problem.Detail}")));
    }

    private async Task<KnownSituation?> FindAsync(SituationVersion version, CancellationToken cancellation)
    {
        try
        {
            return await situations.FindAsync(version.Id, version.Number, cancellation);
        }
        catch (InvalidDataException unreadable)
        {
            throw new UnanswerableException($"Version {version.Number} of the situation {version.Id} can no longer be read.", unreadable);
        }
    }
}
