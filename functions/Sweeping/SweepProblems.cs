using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

internal static class SweepProblems
{
    public static ParameterProblem NoKey =>
        new("Idempotency-Key", "Send one key of 1 to 1000 characters: a repeated request then never makes a second sweep.");

    public static ProblemHttpResult MovedOn(SweepRow row) => Problems.Of(
        StatusCodes.Status409Conflict,
        "The sweep has moved on",
        $"It is {row.Status}; only a sweep that failed is replayed.",
        ("sweepStatus", $"{row.Status}"));

    public static ProblemHttpResult AlreadyEnded(SweepRow row) => Problems.Of(
        StatusCodes.Status409Conflict,
        "The sweep has ended already",
        $"It is {row.Status}: there is nothing left to cancel. Delete it if it should be gone.",
        ("sweepStatus", $"{row.Status}"));
}
