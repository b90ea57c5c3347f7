using Azure;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Walks the listing rows of one shard, page by page, as far as one request may go.</summary>
internal sealed class ShardCursor(TableClient table, string shard, KeyRange range, int rowsPerPage, CancellationToken cancellation)
    : IAsyncDisposable
{
    private const int PagesPerRequest = 4;

    private readonly Queue<TableEntity> rows = new();
    private readonly IAsyncEnumerator<Page<TableEntity>> pages =
        table.QueryAsync<TableEntity>(Filter(shard, range), rowsPerPage, cancellationToken: cancellation).AsPages().GetAsyncEnumerator(cancellation);
    private int pagesRead;
    private bool ended;

    /// <summary>The newest row not taken yet; null at the end of the shard, or of what may be read of it.</summary>
    public TableEntity? Head => rows.TryPeek(out var row) ? row : null;

    /// <summary>False when there may be more rows that this request may not read.</summary>
    public bool IsFilled => rows.Count > 0 || ended;

    public Task NextAsync()
    {
        rows.Dequeue();
        return FillAsync();
    }

    /// <summary>
    /// Storage may give an empty page although more rows follow. Those are not counted: else a request could end where it began, and
    /// send its client in a circle.
    /// </summary>
    public async Task FillAsync()
    {
        while (rows.Count == 0 && !ended && pagesRead < PagesPerRequest)
        {
            if (!await pages.MoveNextAsync())
            {
                ended = true;
                return;
            }

            foreach (var row in pages.Current.Values)
                rows.Enqueue(row);
            if (rows.Count > 0)
                pagesRead++;
            ended = pages.Current.ContinuationToken is null;
        }
    }

    public ValueTask DisposeAsync() => pages.DisposeAsync();

    private static string Filter(string shard, KeyRange range) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey gt {range.From} and RowKey lt {range.Before}");
}
