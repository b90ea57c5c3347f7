using System.Text;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Sweeping;

namespace Parley.Functions.Storage;

/// <summary>The table <c>deadletters</c>: messages that nothing could be done with, and why.</summary>
public sealed class DeadLetterTable(TableServiceClient tables, StorageNames names, ScenarioMetrics metrics, TimeProvider time, ILogger<DeadLetterTable> log)
{
    /// <summary>Characters; a column holds some 32,000.</summary>
    private const int MostOfReason = 8_000;

    private static readonly string[] WithoutMessage = ["RowKey", "Reason", "Scenario", "Sweep", "KeptAt", "ReplayedAt"];

    private readonly TableClient table = tables.GetTableClient(names.DeadLetters);

    public Task KeepAsync(string message, string reason, Guid? scenario, CancellationToken cancellation) =>
        KeepAsync(Keys.DeadLetter(message), message, reason, scenario, sweep: null, cancellation);

    /// <summary>Of a message that can be read: once for every run and reason, however often and late it is sent.</summary>
    /// <param name="text">The message as it was received.</param>
    public Task KeepAsync(ScenarioMessage message, string text, string reason, CancellationToken cancellation) =>
        KeepAsync(Keys.DeadLetter(message.Id, message.Generation, reason), text, reason, message.Id, sweep: null, cancellation);

    /// <summary>The same: once for every sweep or chunk of one, and reason.</summary>
    /// <param name="text">The message as it was received.</param>
    public Task KeepAsync(SweepMessage message, string text, string reason, CancellationToken cancellation) =>
        KeepAsync(Keys.DeadLetter(message.Sweep, message.Chunk, reason), text, reason, scenario: null, message.Sweep, cancellation);

    /// <summary>Those that can be read, in the order of their ids, from the one after that on.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string after, int limit, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Keys.DeadLetters} and RowKey gt {after}");
        var rows = table.QueryAsync<TableEntity>(filter, limit, WithoutMessage, cancellation);
        var letters = new List<DeadLetter>();
        await foreach (var row in rows)
        {
            if (row.TryRead(Read, log, out var letter))
                letters.Add(letter);
            if (letters.Count == limit)
                break;
        }

        return letters;
    }

    /// <summary>The letter and the message itself.</summary>
    /// <exception cref="InvalidDataException">It is no letter as any version has written it.</exception>
    public async Task<(DeadLetter Letter, string Message)?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Keys.DeadLetters, id, cancellationToken: cancellation);
        return found.HasValue ? found.Value!.Read(row => (Read(row), MessageOf(row))) : null;
    }

    public async Task NoteReplayAsync(string id, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.DeadLetters, id) { ["ReplayedAt"] = time.GetUtcNow() };
        try
        {
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // Purged meanwhile.
        }
    }

    /// <summary>Old letters, and those of which nobody can read how old they are that nobody has touched since.</summary>
    public IAsyncEnumerable<string> KeptBeforeAsync(DateTimeOffset threshold, CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {Keys.DeadLetters} and (KeptAt lt {threshold} or Timestamp lt {threshold})"),
            select: ["RowKey", "KeptAt", "Timestamp"],
            cancellationToken: cancellation)
        .Where(row => (row["KeptAt"] as DateTimeOffset? ?? row.Timestamp) < threshold)
        .Select(row => row.RowKey);

    public Task RemoveAsync(string id, CancellationToken cancellation) => table.DeleteEntityAsync(Keys.DeadLetters, id, ETag.All, cancellation);

    private async Task KeepAsync(string key, string message, string reason, Guid? scenario, Guid? sweep, CancellationToken cancellation)
    {
        var row = new TableEntity(Keys.DeadLetters, key)
        {
            ["Reason"] = reason.CutTo(MostOfReason),
            ["Scenario"] = scenario,
            ["Sweep"] = sweep,
            ["KeptAt"] = time.GetUtcNow(),
        };
        // A message may have 64 KiB, a column of text half as many characters.
        Packing.Write(row, Packing.Compress(Encoding.UTF8.GetBytes(message)));
        RowSize.Check(row);
        if (await AddAsync(row, cancellation) || await ReplaceAsync(row, cancellation))
            metrics.DeadLetter();
    }

    private async Task<bool> AddAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            return false;
        }
    }

    /// <summary>True when the letter counts as a new one: the former was replayed, or is damaged, or is our own, whose answer was lost.</summary>
    private async Task<bool> ReplaceAsync(TableEntity row, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, ["KeptAt", "ReplayedAt"], cancellation);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        return !found.HasValue
            || found.Value!["ReplayedAt"] is not null
            || found.Value!["KeptAt"] is not DateTimeOffset keptAt
            || keptAt == row.GetDateTimeOffset("KeptAt");
    }

    // GZipStream writes nothing of an empty message.
    private static string MessageOf(TableEntity row) =>
        Packing.Read(row) is { Length: > 0 } packed ? Encoding.UTF8.GetString(Packing.Decompress(packed)) : "";

    private static DeadLetter Read(TableEntity row) => new(
        row.RowKey,
        row.GetString("Reason") ?? throw new InvalidDataException($"The dead letter {row.RowKey} has no reason."),
        row.GetGuid("Scenario"),
        row.GetGuid("Sweep"),
        row.GetDateTimeOffset("KeptAt")!.Value,
        row.GetDateTimeOffset("ReplayedAt"));
}
