using System.Text;
using Azure.Data.Tables;

namespace Parley.Functions.Storage;

/// <summary>The table <c>deadletters</c>: messages that nothing could be done with, and why.</summary>
public sealed class DeadLetterTable(TableServiceClient tables, StorageNames names, TimeProvider time)
{
    private readonly TableClient table = tables.GetTableClient(names.DeadLetters);

    public async Task KeepAsync(string message, string reason, Guid? scenario, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.DeadLetters, Keys.DeadLetter(message))
        {
            ["Reason"] = reason,
            ["Scenario"] = scenario,
            ["KeptAt"] = time.GetUtcNow(),
        };
        // A message may have 64 KiB, a column of text half as many characters.
        Packing.Write(row, Packing.Compress(Encoding.UTF8.GetBytes(message)));
        RowSize.Check(row);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }
}
