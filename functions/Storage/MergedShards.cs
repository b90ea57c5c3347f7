using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Parley.Functions.Storage;

/// <summary>Listing rows of all shards, merged newest first.</summary>
internal static class MergedShards
{
    /// <param name="isWanted">Decided after reading, so that the place reached is known even when nothing was wanted.</param>
    /// <param name="log">Told of rows that cannot be read, which are left out.</param>
    public static async Task<ListingPage<T>> ReadAsync<T>(
        TableClient table,
        KeyRange range,
        Func<TableEntity, T> read,
        Func<T, bool> isWanted,
        int limit,
        ListingCursor? after,
        ILogger log,
        CancellationToken cancellation)
    {
        var reached = after;
        var shards = Keys.Shards.Select(shard => new ShardCursor(table, shard, range, Math.Max(10, limit / 4), cancellation)).ToArray();
        var page = new List<T>();
        try
        {
            await Task.WhenAll(shards.Select(shard => shard.FillAsync()));
            while (shards.All(shard => shard.IsFilled) && page.Count < limit)
            {
                if (shards.Where(shard => shard.Head is not null).MinBy(shard => shard.Head!.RowKey, StringComparer.Ordinal) is not { } newest)
                    return new ListingPage<T>(page, null);

                reached = new ListingCursor(newest.Head!.RowKey);
                if (newest.Head.TryRead(read, log, out var listed) && isWanted(listed))
                    page.Add(listed);
                await newest.NextAsync();
            }

            var more = shards.Any(shard => shard.Head is not null || !shard.IsFilled);
            return new ListingPage<T>(page, more ? reached : null);
        }
        finally
        {
            foreach (var shard in shards)
                await shard.DisposeAsync();
        }
    }
}

/// <param name="Next">Where to go on; null when there is no more. A page can be short, or empty, and still have a next one.</param>
public sealed record ListingPage<T>(IReadOnlyList<T> Rows, ListingCursor? Next);
