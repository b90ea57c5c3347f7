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
    private readonly TableClient table = tables.GetTableClient(names.Evaluations);

    /// <exception cref="RowTooLargeException">The evaluation does not fit into rows.</exception>
    public async Task WriteAsync(AttemptId attempt, Evaluation evaluation, Provenance from, CancellationToken cancellation)
    {
        IEnumerable<TableEntity> rows =
        [
            .. StakeholderRows.Of(attempt, evaluation),
            .. EffectRows.Of(attempt, evaluation),
            .. ReportRows.Of(attempt, CanonicalJson.Of(evaluation, from)),
        ];
        // Replaced, not added: after a lost answer the client sends the same rows again.
        await SubmitAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellation);
    }

    /// <summary>The evaluation's canonical JSON; null when its rows are no longer all there, since it is not the result any more.</summary>
    /// <exception cref="InvalidDataException">They can no longer be read.</exception>
    public async Task<byte[]?> ReadReportAsync(AttemptId attempt, CancellationToken cancellation)
    {
        var range = Keys.Report(attempt.Generation, attempt.Attempt);
        var rows = await table.QueryAsync<TableEntity>(In(attempt.Scenario, range), cancellationToken: cancellation).ToListAsync(cancellation);
        return ReportRows.Read(rows);
    }

    /// <summary>Removes what an attempt wrote that is not the result.</summary>
    public Task PurgeAsync(AttemptId attempt, CancellationToken cancellation) =>
        PurgeAsync(attempt.Scenario, Keys.Attempt(attempt.Generation, attempt.Attempt), _ => true, cancellation);

    /// <summary>
    /// Removes what all attempts up to a generation wrote but the result. That generation must have ended: before, an attempt at it may
    /// be about to become the result; and those of a later one are none of our business.
    /// </summary>
    /// <param name="result">Null when nothing is to be kept.</param>
    public Task PurgeUpToAsync(Guid scenario, int generation, AttemptId? result, CancellationToken cancellation)
    {
        var kept = result is null ? null : Keys.Attempt(result.Generation, result.Attempt).From;
        return PurgeAsync(
            scenario, Keys.GenerationsUpTo(generation), key => kept is null || !key.StartsWith(kept, StringComparison.Ordinal), cancellation);
    }

    private Task PurgeAsync(Guid scenario, KeyRange range, Func<string, bool> purged, CancellationToken cancellation) =>
        table.RemoveAsync(In(scenario, range), purged, cancellation);

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
