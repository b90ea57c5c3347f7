using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The whole evaluation, gzipped, in as many rows as it takes.</summary>
public static class ReportRows
{
    public static IEnumerable<TableEntity> Of(AttemptId attempt, byte[] evaluation) =>
        Packing.Compress(evaluation).Chunk(Packing.RowBytes).Select((part, number) => Row(attempt, part, number));

    private static TableEntity Row(AttemptId attempt, byte[] part, int number)
    {
        var row = new TableEntity(
            Keys.Evaluations(attempt.Scenario),
            Keys.Report(attempt.Generation, attempt.Attempt, number));
        Packing.Write(row, part);
        return row;
    }
}
