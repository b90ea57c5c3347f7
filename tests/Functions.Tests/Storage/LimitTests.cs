using System.Security.Cryptography;
using Azure.Data.Tables;
using Parley.Functions.Storage;

namespace Parley.Functions.Tests.Storage;

/// <summary>Azurite stores what Azure refuses, so the limits are ours to keep.</summary>
public sealed class LimitTests
{
    [Fact]
    public void A_column_over_64_KiB_is_refused()
    {
        Assert.Throws<RowTooLargeException>(() => RowSize.Check(new TableEntity("p", "r") { ["Text"] = new string('x', 32 * 1024) }));
        Assert.Throws<RowTooLargeException>(() => RowSize.Check(new TableEntity("p", "r") { ["Bytes"] = new byte[64 * 1024] }));
    }

    [Fact]
    public void A_row_over_1_MiB_is_refused()
    {
        var row = new TableEntity("p", "r");
        for (var column = 0; column < 18; column++)
            row[$"Content{column}"] = new byte[60_000];

        Assert.Throws<RowTooLargeException>(() => RowSize.Check(row));
    }

    [Fact]
    public void A_row_of_more_than_252_columns_is_refused()
    {
        var row = new TableEntity("p", "r");
        for (var column = 0; column < 252; column++)
            row[$"C{column}"] = column;
        RowSize.Check(row);
        row["OneMore"] = 1;

        Assert.Throws<RowTooLargeException>(() => RowSize.Check(row));
    }

    [Fact]
    public void Transactions_have_at_most_100_rows_and_4_MiB()
    {
        Assert.Equal([100, 100, 50], Batches.Of(Rows(250, bytes: 10)).Select(batch => batch.Count));
        Assert.All(Batches.Of(Rows(50, bytes: 60_000, columns: 15)), batch => Assert.InRange(batch.Count * 15 * 60_000 * 4 / 3, 1, 4 * 1024 * 1024));
    }

    [Fact]
    public void A_transaction_covers_one_partition()
    {
        TableTransactionAction[] two = [.. Rows(1, 1, partition: "a"), .. Rows(1, 1, partition: "b")];

        Assert.Throws<ArgumentException>(() => Batches.Of(two).ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(61_440)]
    [InlineData(61_441)]
    [InlineData(900_000)]
    public void A_packed_document_comes_back_as_it_was(int length)
    {
        var document = RandomNumberGenerator.GetBytes(length);
        var row = new TableEntity("p", "r");

        Packing.Write(row, Packing.Compress(document));

        RowSize.Check(row);
        Assert.Equal(document, Packing.Decompress(Packing.Read(row)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(61_440)]
    public void What_a_lost_column_leaves_of_a_packed_document_is_none(int left)
    {
        var packed = Packing.Compress(RandomNumberGenerator.GetBytes(100_000));

        Assert.Throws<InvalidDataException>(() => Packing.Decompress(packed[..left]));
    }

    [Fact]
    public void A_report_that_fits_into_no_row_takes_several()
    {
        var report = RandomNumberGenerator.GetBytes(2_500_000);

        var rows = ReportRows.Of(new AttemptId(Guid.Empty, 1, "a"), report).ToArray();

        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => RowSize.Check(row));
        Assert.Equal(report, Packing.Decompress([.. rows.SelectMany(Packing.Read)]));
    }

    private static IEnumerable<TableTransactionAction> Rows(int count, int bytes, int columns = 1, string partition = "p")
    {
        for (var number = 0; number < count; number++)
        {
            var row = new TableEntity(partition, $"{number}");
            for (var column = 0; column < columns; column++)
                row[$"C{column}"] = new byte[bytes];
            yield return new TableTransactionAction(TableTransactionActionType.Add, row);
        }
    }
}
