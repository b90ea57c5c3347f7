using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The listing rows of all shards, merged newest first.</summary>
public sealed class ScenarioListing(TableServiceClient tables, StorageNames names)
{
    private readonly TableClient table = tables.GetTableClient(names.Scenarios);

    /// <summary>Status, situation and kind are decided after reading, so that the place reached is known even when nothing was wanted.</summary>
    public async Task<ListingPage> ReadAsync(ListingFilter filter, int limit, ListingCursor? after, CancellationToken cancellation)
    {
        var (page, next) = await MergedShards.ReadAsync(table, filter.RangeAfter(after), ListingColumns.Read, filter.Wants, limit, after, cancellation);
        return new ListingPage(page, next);
    }
}

/// <param name="Next">Where to go on; null when there is no more. A page can be short, or empty, and still have a next one.</param>
public sealed record ListingPage(IReadOnlyList<ListedScenario> Scenarios, ListingCursor? Next);
