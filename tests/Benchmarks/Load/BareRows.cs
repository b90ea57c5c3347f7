using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Benchmarks.Load;

/// <summary>The rows of one evaluated scenario, to be written again under other ids.</summary>
internal sealed class BareRows
{
    private const int RowsOfATransaction = 100;

    private readonly TableEntity submitted;
    private readonly TableEntity listing;
    private readonly TableEntity state;
    private readonly IReadOnlyList<TableEntity> result;
    private readonly DateTimeOffset acceptedAt;

    private BareRows(TableEntity stored, IReadOnlyList<TableEntity> result)
    {
        var row = ScenarioColumns.Read(stored);
        (submitted, listing, state, this.result, acceptedAt) =
            (Copy(stored), ListingColumns.Write(row), ScenarioColumns.Write(row), result, row.AcceptedAt);
        submitted["Status"] = nameof(ScenarioStatus.Accepted);
    }

    public static async Task<BareRows> OfAsync(TableServiceClient tables, Guid id)
    {
        var names = new StorageNames();
        var stored = await tables.GetTableClient(names.Scenarios).GetEntityAsync<TableEntity>(Keys.Shard(id), Keys.Submission(id));
        var result = await tables.GetTableClient(names.Evaluations)
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Evaluations(id)}")).Select(Copy).ToListAsync();
        return new BareRows(stored.Value, result);
    }

    public IEnumerable<TableTransactionAction> Accept(Guid id) =>
    [
        new(TableTransactionActionType.Add, In(submitted, id, Keys.Submission(id))),
        new(TableTransactionActionType.Add, In(listing, id, Keys.Listing(acceptedAt, id))),
        new(TableTransactionActionType.Add, OutboxRow.Write(OutboxRow.For(id, 1, acceptedAt))),
    ];

    public static string Message(Guid id) => ScenarioMessage.For(id, 1, "00-00000000000000000000000000000000-0000000000000000-00").ToJson();

    public static Guid IdOf(string message) => ScenarioMessage.Parse(message)!.Id;

    public IEnumerable<TableTransactionAction> Claim(Guid id, ETag seen)
    {
        var claimed = In(state, id, Keys.Submission(id));
        claimed["Status"] = nameof(ScenarioStatus.Running);
        return
        [
            new(TableTransactionActionType.UpdateMerge, claimed, seen),
            new(TableTransactionActionType.UpdateMerge, In(listing, id, Keys.Listing(acceptedAt, id)), ETag.All),
        ];
    }

    public IEnumerable<IEnumerable<TableTransactionAction>> Result(Guid id) => result
        .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, In(row, Keys.Evaluations(id), row.RowKey)))
        .Chunk(RowsOfATransaction);

    public IEnumerable<TableTransactionAction> End(Guid id, ETag seen) =>
    [
        new(TableTransactionActionType.UpdateMerge, In(state, id, Keys.Submission(id)), seen),
        new(TableTransactionActionType.UpdateMerge, In(listing, id, Keys.Listing(acceptedAt, id)), ETag.All),
        new(TableTransactionActionType.Delete, new TableEntity(Keys.Shard(id), Keys.Outbox(id)), ETag.All),
    ];

    public int ResultRows => result.Count;

    /// <summary>Of all rows that stay when a scenario has ended.</summary>
    public int StoredBytes => result.Append(submitted).Append(listing).Sum(RowSize.Check);

    public string Size => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Count} result rows; of the report {result.Sum(Bytes) / 1024.0:0.0} KiB, of the submission {Bytes(submitted) / 1024.0:0.0} KiB, packed");

    private static int Bytes(TableEntity row) => ((IDictionary<string, object>)row).Values.OfType<byte[]>().Sum(bytes => bytes.Length);

    private static TableEntity In(TableEntity row, Guid id, string rowKey) => In(row, Keys.Shard(id), rowKey);

    private static TableEntity In(TableEntity row, string partition, string rowKey) => new(row) { PartitionKey = partition, RowKey = rowKey };

    // Without what storage has added.
    private static TableEntity Copy(TableEntity row)
    {
        var copy = new TableEntity(row);
        copy.Remove("odata.etag");
        copy.Remove("Timestamp");
        return copy;
    }
}
