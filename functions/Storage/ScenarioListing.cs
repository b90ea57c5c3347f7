using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The listing rows of all shards, merged newest first.</summary>
public sealed class ScenarioListing(TableServiceClient tables, StorageNames names)
{
    private readonly TableClient table = tables.GetTableClient(names.Scenarios);

    /// <summary>Status, situation and kind are decided after reading, so that the place reached is known even when nothing was wanted.</summary>
    public async Task<ListingPage> ReadAsync(ListingFilter filter, int limit, ListingCursor? after, CancellationToken cancellation)
    {
        var reached = after;
        var range = filter.RangeAfter(after);
        var shards = Keys.Shards.Select(shard => new ShardCursor(table, shard, range, Math.Max(10, limit / 4), cancellation)).ToArray();
        var page = new List<ListedScenario>();
        try
        {
            await Task.WhenAll(shards.Select(shard => shard.FillAsync()));
            while (shards.All(shard => shard.IsFilled) && page.Count < limit)
            {
                if (shards.Where(shard => shard.Head is not null).MinBy(shard => shard.Head!.RowKey, StringComparer.Ordinal) is not { } newest)
                    return new ListingPage(page, null);

                reached = new ListingCursor(newest.Head!.RowKey);
                if (ListingColumns.Read(newest.Head) is var listed && filter.Wants(listed))
                    page.Add(listed);
                await newest.NextAsync();
            }

            var more = shards.Any(shard => shard.Head is not null || !shard.IsFilled);
            return new ListingPage(page, more ? reached : null);
        }
        finally
        {
            foreach (var shard in shards)
                await shard.DisposeAsync();
        }
    }
}

/// <param name="Next">Where to go on; null when there is no more. A page can be short, or empty, and still have a next one.</param>
public sealed record ListingPage(IReadOnlyList<ListedScenario> Scenarios, ListingCursor? Next);
