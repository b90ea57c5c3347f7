using Azure;
using Azure.Data.Tables;
using Parley.Contracts;
using Parley.Engine.Evaluating;

namespace Parley.Functions.Storage;

/// <summary>
/// The table <c>evaluations</c>: a partition for every scenario, rows for every attempt at a generation of it. An attempt's rows mean
/// nothing until the scenario's row names the attempt, and never change after.
/// </summary>
public sealed class EvaluationTable(TableServiceClient tables, StorageNames names)
{
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey"];

    private readonly TableClient table = tables.GetTableClient(names.Evaluations);

    /// <exception cref="RowTooLargeException">The evaluation does not fit into rows.</exception>
    public async Task WriteAsync(AttemptId attempt, Evaluation evaluation, CancellationToken cancellation)
    {
        IEnumerable<TableEntity> rows =
        [
            .. StakeholderRows.Of(attempt, evaluation),
            .. EffectRows.Of(attempt, evaluation),
            .. ReportRows.Of(attempt, CanonicalJson.Of(evaluation)),
        ];
        // Replaced, not added: after a lost answer the client sends the same rows again.
        await SubmitAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellation);
    }

    /// <summary>The evaluation's canonical JSON.</summary>
    public async Task<byte[]> ReadReportAsync(AttemptId attempt, CancellationToken cancellation)
    {
        using var compressed = new MemoryStream();
        var range = Keys.Report(attempt.Generation, attempt.Attempt);
        await foreach (var row in table.QueryAsync<TableEntity>(In(attempt.Scenario, range), cancellationToken: cancellation))
            compressed.Write(Packing.Read(row));
        return Packing.Decompress(compressed.ToArray());
    }

    /// <summary>Removes what an attempt wrote that is not the result.</summary>
    public Task PurgeAsync(AttemptId attempt, CancellationToken cancellation) =>
        PurgeAsync(attempt.Scenario, Keys.Attempt(attempt.Generation, attempt.Attempt), _ => true, cancellation);

    /// <summary>Removes what all attempts at a generation wrote but the one that became the result.</summary>
    public Task PurgeLosersAsync(AttemptId winner, CancellationToken cancellation)
    {
        var won = Keys.Attempt(winner.Generation, winner.Attempt).From;
        return PurgeAsync(winner.Scenario, Keys.Generation(winner.Generation), key => !key.StartsWith(won, StringComparison.Ordinal), cancellation);
    }

    /// <summary>Removes what all attempts at a generation wrote that has no result.</summary>
    public Task PurgeAllAsync(Guid scenario, int generation, CancellationToken cancellation) =>
        PurgeAsync(scenario, Keys.Generation(generation), _ => true, cancellation);

    private async Task PurgeAsync(Guid scenario, KeyRange range, Func<string, bool> purged, CancellationToken cancellation)
    {
        var rows = new List<TableTransactionAction>();
        await foreach (var row in table.QueryAsync<TableEntity>(In(scenario, range), select: KeysOnly, cancellationToken: cancellation))
            if (purged(row.RowKey))
                rows.Add(new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All));
        try
        {
            await SubmitAsync(rows, cancellation);
        }
        catch (RequestFailedException conflict) when (StorageFault.IsConflict(conflict))
        {
            // Somebody else is purging the same rows.
        }
    }

    private async Task SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        // All sizes are checked before the first row is written.
        foreach (var batch in Batches.Of(actions).ToArray())
            await table.SubmitTransactionAsync(batch, cancellation);
    }

    private static string In(Guid scenario, KeyRange range)
    {
        var partition = Keys.Evaluations(scenario);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {range.From} and RowKey lt {range.Before}");
    }
}
