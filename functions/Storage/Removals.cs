using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

internal static class Removals
{
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    /// <summary>Removes the rows of one partition that a filter finds. Any number of workers may remove the same rows.</summary>
    /// <param name="isToGo">Of row keys.</param>
    public static async Task RemoveAsync(this TableClient table, string filter, Func<string, bool> isToGo, CancellationToken cancellation)
    {
        while (true)
        {
            var rows = await table.QueryAsync<TableEntity>(filter, select: KeysOnly, cancellationToken: cancellation)
                .Where(row => isToGo(row.RowKey))
                .ToListAsync(cancellation);
            if (await TryRemoveAsync(table, rows, cancellation))
                return;
            // Whoever removes the same rows makes a transaction fail, and may die before the next: one by one there is no conflict.
            foreach (var row in rows)
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }

    private static async Task<bool> TryRemoveAsync(TableClient table, List<TableEntity> rows, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in Batches.Of(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))))
                await table.SubmitTransactionAsync(batch, cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }
}
