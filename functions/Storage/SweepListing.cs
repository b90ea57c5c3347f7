using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace Parley.Functions.Storage;

/// <summary>The listing rows of sweeps, of all shards, merged newest first.</summary>
public sealed class SweepListing(TableServiceClient tables, StorageNames names, ILogger<SweepListing> log)
{
    private readonly TableClient table = tables.GetTableClient(names.Sweeps);

    public Task<ListingPage<ListedSweep>> ReadAsync(SweepFilter filter, int limit, ListingCursor? after, CancellationToken cancellation)
    {
        var range = new KeyRange(after?.RowKey ?? Keys.ListingRange.From, Keys.ListingRange.Before);
        return MergedShards.ReadAsync(table, range, SweepColumns.ReadListing, filter.Wants, limit, after, log, cancellation);
    }
}

/// <summary>Which sweeps a listing shows; what is null narrows nothing.</summary>
public sealed record SweepFilter(ScenarioStatus? Status = null, string? Situation = null)
{
    public bool Wants(ListedSweep sweep) =>
        !sweep.Status.IsGone() && (Status is null || sweep.Status == Status) && (Situation is null || sweep.Situation.Id == Situation);
}
