using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Recovering;

internal static class ReplayProblems
{
    /// <summary>True while the run that the message asked for is the last one, and failed.</summary>
    public static bool IsGivenUp(this ScenarioRow row, ScenarioMessage message) =>
        row.Status == ScenarioStatus.Failed && row.Generation == message.Generation;

    public static ProblemHttpResult Unreadable(DeadLetter letter) =>
        Problems.Of(StatusCodes.Status409Conflict, "There is nothing to replay", $"The message asks for no run that this version knows. {letter.Reason}");

    public static ProblemHttpResult Damaged() => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "The dead letter can no longer be read", "It was kept by another version of Parley, or is damaged. Run what it names again.");

    public static ProblemHttpResult MovedOn(ScenarioRow row) => Problems.Of(
        StatusCodes.Status409Conflict,
        "The scenario has moved on",
        $"Its run number {row.Generation} is {row.Status}; only a run that failed, and is the last one, is replayed. Rerun it if another run is wanted.",
        ("scenarioStatus", $"{row.Status}"));
}
