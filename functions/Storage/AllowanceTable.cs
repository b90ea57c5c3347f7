using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>allowances</c>: a row for every caller, with the window of time in which the caller was last allowed something and how much
/// of that window's allowance the processes have taken so far, all of them together.
/// </summary>
public sealed class AllowanceTable(TableServiceClient tables, StorageNames names)
{
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    private readonly TableClient table = tables.GetTableClient(names.Allowances);

    /// <summary>
    /// Takes of a caller's allowance as much as is wished for and left, but not less than the least. A taking that was written without our
    /// hearing of it is known again as long as it is the last of the caller's, and then is not made once more.
    /// </summary>
    /// <param name="most">What all processes together may take in a window.</param>
    /// <returns>What was granted, 0 where the least is not left; and what had been taken before.</returns>
    public async Task<(long Granted, long Before)> TakeAsync(string caller, AllowanceTaking taking, long most, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Allowances(caller), Keys.CostAllowance, cancellationToken: cancellation);
            var row = found.HasValue ? found.Value : null;
            // A row that somebody has damaged counts as none.
            var (latest, before) = row?["Window"] is long number && row["Taken"] is long taken && number >= taking.Window ? (number, taken) : (taking.Window, 0);
            if (row?["Write"] is Guid write && write == taking.Write && row["Granted"] is long ours && ours <= before)
                return (ours, before - ours);
            if (most - before < taking.Least)
                return (0, before);
            var granted = Math.Min(taking.Wish, most - before);
            var next = new TableEntity(Keys.Allowances(caller), Keys.CostAllowance)
            {
                ["Window"] = latest,
                ["Taken"] = before + granted,
                ["Write"] = taking.Write,
                ["Granted"] = granted,
            };
            if (await TryWriteAsync(next, row?.ETag, cancellation))
                return (granted, before);
        }
    }

    /// <summary>The callers, by their hashes, who were allowed nothing since that moment, with the state of their rows.</summary>
    // By the time that storage notes of every row, whatever else stands in it.
    public IAsyncEnumerable<(string Caller, ETag Seen)> UnusedSinceAsync(DateTimeOffset threshold, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey eq {Keys.CostAllowance} and Timestamp lt {threshold}"), select: KeysOnly, cancellationToken: cancellation)
        .Select(row => (row.PartitionKey, row.ETag));

    /// <summary>False when the caller is back.</summary>
    public async Task<bool> ForgetAsync(string caller, ETag seen, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(caller, Keys.CostAllowance, seen, cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }

    private async Task<bool> TryWriteAsync(TableEntity next, ETag? seen, CancellationToken cancellation)
    {
        try
        {
            if (seen is { } etag)
                await table.UpdateEntityAsync(next, etag, TableUpdateMode.Replace, cancellation);
            else
                await table.AddEntityAsync(next, cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }
}

/// <param name="Write">Names the taking.</param>
/// <param name="Window">Number of the present window. A row of an earlier one counts as none; of a later one, by another clock, as this.</param>
public sealed record AllowanceTaking(Guid Write, long Window, long Least, long Wish);
