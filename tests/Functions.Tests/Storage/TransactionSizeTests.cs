using System.Text;
using Azure.Data.Tables;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Storage;

/// <summary>Azure refuses transactions of more than 4 MiB; Azurite takes them.</summary>
public sealed class TransactionSizeTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData('x')]
    [InlineData('ж')]
    [InlineData('和')]
    [InlineData('<')]
    public async Task Whatever_the_text_of_its_rows_no_transaction_has_more_than_4_MiB_on_the_wire(char letter)
    {
        await using var app = await App.StartAsync(azurite);
        var text = new string(letter, 30_000);
        var rows = Enumerable.Range(0, 24).Select(number => new TableEntity("p", $"{letter}{number}") { ["One"] = text, ["Two"] = text, ["Three"] = text, ["Number"] = 0.1 });

        foreach (var batch in Batches.Of(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))))
            await app.Evaluations.SubmitTransactionAsync(batch, TestContext.Current.CancellationToken);

        Assert.All(app.Wire.Calls.Where(call => call.IsTransaction), call => Assert.InRange(Encoding.UTF8.GetByteCount(call.Body), 1, 4 * 1024 * 1024));
        Assert.Equal(24, (await app.Evaluations.RowsAsync()).Count);
    }

    [Fact]
    public async Task The_size_of_a_row_on_the_wire_is_reckoned_too_large_rather_than_too_small()
    {
        await using var app = await App.StartAsync(azurite);
        var row = new TableEntity("Ж'|", "和 <>")
        {
            ["Text"] = "\u0001\"\\é🗝",
            ["None"] = "",
            ["Bytes"] = new byte[100],
            ["Id"] = Guid.NewGuid(),
            ["Time"] = DateTimeOffset.UtcNow,
            ["Whole"] = int.MinValue,
            ["Long"] = long.MinValue,
            ["Number"] = -1.2345678901234567e-300,
            ["IsTrue"] = false,
        };

        await app.Evaluations.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)], TestContext.Current.CancellationToken);

        var sent = Assert.Single(app.Wire.Calls, call => call.IsTransaction);
        Assert.InRange(Encoding.UTF8.GetByteCount(sent.Body), 1, WireSize.Of(row));
    }
}
