using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>Bytes that a row takes on the wire at most, as JSON in a transaction.</summary>
public static class WireSize
{
    /// <summary>Address and headers, without the keys.</summary>
    private const int Envelope = 1024;

    /// <summary>The name of a column's type, and what stands around name and value.</summary>
    private const int Frame = 96;

    /// <summary>Of a character: all that is not plain ASCII is written as \uXXXX.</summary>
    private const int Escaped = 6;

    /// <summary>Of a character of a key, which stands in the address too: three bytes of UTF-8, each as %XX.</summary>
    private const int InKey = Escaped + 9;

    public static int Of(TableEntity row) =>
        Envelope + InKey * (row.PartitionKey.Length + row.RowKey.Length) + row.Sum(column => Frame + 2 * column.Key.Length + Bytes(column.Value));

    private static int Bytes(object? value) => value switch
    {
        string text => Escaped * text.Length,
        byte[] bytes => (bytes.Length + 2) / 3 * 4, // Base64
        _ => 0, // Numbers, times and ids fit into the frame.
    };
}
