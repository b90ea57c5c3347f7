using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>Reads the result that a scenario's row names.</summary>
public sealed class StoredReports(ScenarioTable scenarios, EvaluationTable evaluations)
{
    // A rerun's end, or a deletion, may remove the rows between the two reads; nobody does that three times in a row.
    private const int Tries = 3;

    /// <summary>The scenario's row with its evaluation as canonical JSON.</summary>
    /// <exception cref="RefusedException">There is no such scenario, or no result yet or ever, or none that can still be read.</exception>
    public async Task<(ScenarioRow Row, byte[] Report)> ReadAsync(Guid id, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var row = await scenarios.FindVisibleAsync(id, cancellation);
            if (row.Result is not { } result)
                throw new RefusedException(NotDone(row));
            if (await evaluations.ReadReportAsync(result, cancellation).OrRefuseAsync(ScenarioRow.Noun) is { } report)
                return (row, report);
        }

        throw new RefusedException(Problems.Unreadable(ScenarioRow.Noun)); // Rows of the result are lost.
    }

    private static ProblemHttpResult NotDone(ScenarioRow row) => Problems.Of(
        StatusCodes.Status404NotFound,
        "There is no result",
        !row.Status.HasEnded() ? $"The scenario is {row.Status}: ask again later." : row.Failure?.Detail ?? $"The scenario is {row.Status}.",
        ("scenarioStatus", $"{row.Status}"));
}
