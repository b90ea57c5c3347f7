using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Reads the variants of a sweep page by page. Of one that has ended no page is empty while others follow, since what is not there will
/// never be; only where many are damaged.
/// </summary>
public sealed class VariantPages(SweepChunkTable chunks)
{
    // Each leads to a chunk that has numbers; on with it only where those turn out to be damaged.
    private const int MostSkips = 10;

    /// <summary>The page, and the number that the next one begins with; null for the last one.</summary>
    /// <param name="row">With the engine of its numbers.</param>
    public async Task<(VariantsPage Page, int? Next)> ReadAsync(SweepRow row, KnownSweep sweep, VariantsQuery query, CancellationToken cancellation)
    {
        for (var skips = 0; ; skips++)
        {
            var before = (int)Math.Min(row.Variants, query.Before);
            var page = await PageAsync(row, sweep, query, before, cancellation);
            int? next = before < row.Variants ? before : null;
            if (next is null || !row.Status.HasEnded() || skips == MostSkips || page.Variants.Any())
                return (page, next);
            if (await NextAsync(row, before, query.Step, cancellation) is not { } there)
                return (page, null);
            query = query with { From = there };
        }
    }

    private async Task<VariantsPage> PageAsync(SweepRow row, KnownSweep sweep, VariantsQuery query, int before, CancellationToken cancellation)
    {
        var last = Math.Min(row.Variants, query.Last + 1);
        var numbers = await chunks.NumbersAsync(
            row, sweep.Quantities, query.From / row.VariantsPerChunk, (last + row.VariantsPerChunk - 1) / row.VariantsPerChunk, cancellation);
        return new VariantsPage(row.Id, sweep, numbers, query.From, before, query.Step);
    }

    /// <summary>The first number that is there, of those from one on by steps; null when none is.</summary>
    private async Task<int?> NextAsync(SweepRow row, int from, int step, CancellationToken cancellation)
    {
        await foreach (var chunk in chunks.WithNumbersAsync(row, from / row.VariantsPerChunk, cancellation))
        {
            var steps = (Math.Max(0, row.FirstOf(chunk) - from) + step - 1) / step;
            var first = from + (steps * step);
            if (first < row.FirstOf(chunk) + row.CountOf(chunk))
                return first;
        }

        return null;
    }
}
