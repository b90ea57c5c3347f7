using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The whole evaluation, gzipped, in as many rows as it takes. Each says how many there are: some of them are not a report.</summary>
public static class ReportRows
{
    public static IEnumerable<TableEntity> Of(AttemptId attempt, byte[] evaluation)
    {
        var parts = Packing.Compress(evaluation).Chunk(Packing.RowBytes).ToArray();
        return parts.Select((part, number) => Row(attempt, part, number, parts.Length));
    }

    /// <summary>Null when there are none, or not all.</summary>
    /// <exception cref="InvalidDataException">They are no rows as any version has written them.</exception>
    public static byte[]? Read(IReadOnlyList<TableEntity> rows)
    {
        if (rows.Count == 0 || rows.Count != (rows[0].Read(row => row.GetInt32("Parts")) ?? rows.Count))
            return null;
        using var compressed = new MemoryStream();
        foreach (var row in rows)
            compressed.Write(Packing.Read(row));
        return Packing.Decompress(compressed.ToArray());
    }

    private static TableEntity Row(AttemptId attempt, byte[] part, int number, int parts)
    {
        var row = new TableEntity(
            Keys.Evaluations(attempt.Scenario),
            Keys.Report(attempt.Generation, attempt.Attempt, number))
        {
            ["Parts"] = parts,
        };
        Packing.Write(row, part);
        return row;
    }
}
