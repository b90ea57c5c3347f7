using System.Buffers.Binary;
using System.IO.Compression;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>A document gzipped into binary columns, because one column holds 64 KiB and one row 1 MiB.</summary>
public static class Packing
{
    /// <summary>A column's share, in bytes, with room below the 64 KiB that Table storage takes.</summary>
    public const int ColumnBytes = 60 * 1024;

    /// <summary>Columns a row: 900 KiB, with room for the other columns below 1 MiB.</summary>
    public const int ColumnsPerRow = 15;

    public const int RowBytes = ColumnBytes * ColumnsPerRow;

    // Of zlib's nine levels: a fifth less time than its usual 6, for a report that is less than a hundredth larger.
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 5 };

    public static byte[] Compress(ReadOnlySpan<byte> document)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, Compression))
            gzip.Write(document);
        return compressed.ToArray();
    }

    /// <exception cref="InvalidDataException">It is damaged, breaks off, or is not there at all.</exception>
    public static byte[] Decompress(byte[] compressed)
    {
        using var document = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress))
            gzip.CopyTo(document);
        // A stream that breaks off is no error to GZipStream; a whole one ends with its document's length (RFC 1952, section 2.3.1).
        return compressed.Length >= sizeof(uint) && BinaryPrimitives.ReadUInt32LittleEndian(compressed.AsSpan(^sizeof(uint)..)) == (uint)document.Length
            ? document.ToArray()
            : throw new InvalidDataException("The packed document is not whole.");
    }

    /// <exception cref="RowTooLargeException">More than a row holds.</exception>
    public static void Write(TableEntity row, byte[] compressed)
    {
        if (compressed.Length > RowBytes)
            throw new RowTooLargeException($"A row holds {RowBytes} bytes of a document, this one has {compressed.Length}.");
        foreach (var (column, bytes) in compressed.Chunk(ColumnBytes).Index())
            row[Name(column)] = bytes;
    }

    /// <exception cref="InvalidDataException">Something else stands in its columns.</exception>
    public static byte[] Read(TableEntity row)
    {
        using var compressed = new MemoryStream();
        for (var column = 0; row.TryGetValue(Name(column), out var content) && content is not null; column++)
            compressed.Write(content as byte[] ?? throw new InvalidDataException($"The column {Name(column)} of the row {row.RowKey} is no packed document."));
        return compressed.ToArray();
    }

    private static string Name(int column) => $"Content{column:D2}";
}
