using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Rows of one partition, cut into transactions that Table storage takes.</summary>
public static class Batches
{
    private const int Rows = 100;

    // A transaction may have 4 MiB on the wire, some of which lie around the rows.
    private const int Bytes = 4 * 1024 * 1024 - 16 * 1024;

    /// <exception cref="RowTooLargeException">A row passes a limit.</exception>
    public static IEnumerable<IReadOnlyList<TableTransactionAction>> Of(IEnumerable<TableTransactionAction> actions)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var action in actions)
        {
            RowSize.Check((TableEntity)action.Entity);
            var row = WireSize.Of((TableEntity)action.Entity);
            if (batch.Count > 0 && action.Entity.PartitionKey != batch[0].Entity.PartitionKey)
                throw new ArgumentException("A transaction covers one partition.", nameof(actions));
            if (batch.Count == Rows || bytes + row > Bytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(action);
            bytes += row;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>Actions that take effect together or not at all.</summary>
    public static IReadOnlyList<TableTransactionAction> Single(params TableTransactionAction[] actions) => Of(actions).Single();
}
