using Microsoft.Extensions.Caching.Memory;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Reads stored sweeps for whoever asks about them, and keeps those that are asked for while there is room.</summary>
/// <param name="keptBytes">How much is kept at most.</param>
public sealed class StoredSweeps(SweepTable sweeps, StoredDocuments documents, long keptBytes = StoredSweeps.KeptBytes) : IDisposable
{
    private const long KeptBytes = 64_000_000;

    // A picture is drawn, or a result paged through, in some minutes.
    private static readonly TimeSpan KeptUnasked = TimeSpan.FromMinutes(20);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = keptBytes });

    public void Dispose() => known.Dispose();

    /// <summary>The row and the sweep that readers may see.</summary>
    /// <exception cref="RefusedException">There is none, or it is on its way out, or it can no longer be read.</exception>
    public async Task<(SweepRow Row, KnownSweep Sweep)> FindVisibleAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not var (row, submission) || row.Status.IsGone())
            throw new RefusedException(Problems.NotFound(SweepRow.Noun));
        // By its content, too: an id that is free again may come to stand for another sweep.
        var key = (row.Id, row.Fingerprint, row.Situation.Number);
        if (known.TryGetValue<KnownSweep>(key, out var sweep))
            return (row, sweep!);
        sweep = await ReadAsync(row, submission, cancellation);
        return (row, known.Set(key, sweep, new MemoryCacheEntryOptions { Size = sweep.Size, SlidingExpiration = KeptUnasked }));
    }

    private async Task<(SweepRow Row, byte[] Submission)?> FindAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            return await sweeps.FindSubmissionAsync(id, cancellation);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Problems.Unreadable(SweepRow.Noun));
        }
    }

    private async Task<KnownSweep> ReadAsync(SweepRow row, byte[] submission, CancellationToken cancellation)
    {
        try
        {
            var (situation, sweep) = await documents.ReadAsync(row, submission, cancellation);
            return KnownSweep.Of(situation, sweep, submission);
        }
        catch (UnanswerableException)
        {
            throw new RefusedException(Problems.Unreadable(SweepRow.Noun));
        }
    }
}
