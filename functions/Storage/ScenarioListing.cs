using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Parley.Functions.Storage;

/// <summary>The listing rows of scenarios, of all shards, merged newest first.</summary>
public sealed class ScenarioListing(TableServiceClient tables, StorageNames names, ILogger<ScenarioListing> log)
{
    private readonly TableClient table = tables.GetTableClient(names.Scenarios);

    /// <summary>Status, situation and kind are decided after reading, so that the place reached is known even when nothing was wanted.</summary>
    public Task<ListingPage<ListedScenario>> ReadAsync(ListingFilter filter, int limit, ListingCursor? after, CancellationToken cancellation) =>
        MergedShards.ReadAsync(table, filter.RangeAfter(after), ListingColumns.Read, filter.Wants, limit, after, log, cancellation);
}
