using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>
/// The limits of Azure Table storage, checked by ourselves since the emulator accepts more:
/// https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
/// </summary>
public static class RowSize
{
    private const int PropertyBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int Properties = 252;

    /// <summary>Bytes that a row takes, after all its limits were checked.</summary>
    /// <exception cref="RowTooLargeException">A limit is passed.</exception>
    public static int Check(TableEntity row)
    {
        var columns = row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).ToArray();
        if (columns.Length > Properties)
            throw new RowTooLargeException($"The row {row.RowKey} has {columns.Length} columns, {Properties} are allowed.");

        var bytes = 4 + 2 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (var (name, value) in columns)
        {
            if (Bytes(value) > PropertyBytes)
                throw new RowTooLargeException($"The column {name} of the row {row.RowKey} has {Bytes(value)} bytes, {PropertyBytes} are allowed.");
            bytes += 8 + 2 * name.Length + Bytes(value);
        }

        return bytes <= EntityBytes
            ? bytes
            : throw new RowTooLargeException($"The row {row.RowKey} has {bytes} bytes, {EntityBytes} are allowed.");
    }

    private static int Bytes(object? value) => value switch
    {
        null => 0,
        string text => 4 + 2 * text.Length,
        byte[] bytes => 4 + bytes.Length,
        Guid => 16,
        _ => 8,
    };
}
