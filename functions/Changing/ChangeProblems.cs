using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Changing;

internal static class ChangeProblems
{
    public static ProblemHttpResult AlreadyEnded(ScenarioRow row) => Conflict(
        row, "The scenario has ended already", $"It is {row.Status}: there is nothing left to cancel. Delete it if it should be gone.");

    public static ProblemHttpResult NotEnded(ScenarioRow row) => Conflict(
        row, "The scenario has not ended", $"It is {row.Status}: its run number {row.Generation} has to end, or be cancelled, before another one begins.");

    private static ProblemHttpResult Conflict(ScenarioRow row, string title, string detail) =>
        Problems.Of(StatusCodes.Status409Conflict, title, detail, ("scenarioStatus", $"{row.Status}"));
}
