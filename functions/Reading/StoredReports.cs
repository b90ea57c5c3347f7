using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Reading;

/// <summary>Reads the result that a scenario's row names.</summary>
public sealed class StoredReports(ScenarioTable scenarios, EvaluationTable evaluations)
{
    /// <summary>The scenario's row with its evaluation as canonical JSON.</summary>
    /// <exception cref="RefusedException">There is no such scenario, or no result yet or ever.</exception>
    public async Task<(ScenarioRow Row, byte[] Report)> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var row = await scenarios.FindVisibleAsync(id, cancellation);
        if (row.Status != ScenarioStatus.Succeeded)
            throw new RefusedException(NotDone(row));
        return (row, await evaluations.ReadReportAsync(new AttemptId(row.Id, row.Generation, row.Attempt), cancellation));
    }

    private static ProblemHttpResult NotDone(ScenarioRow row) => Problems.Of(
        StatusCodes.Status404NotFound,
        "There is no result",
        row.Status.IsOpen() ? $"The scenario is {row.Status}: ask again later." : row.Failure?.Detail ?? $"The scenario is {row.Status}.",
        ("scenarioStatus", $"{row.Status}"));
}
