using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Functions.Answering;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

internal static class SweepProblems
{
    public static ProblemHttpResult NoKey =>
        Problems.Invalid("Idempotency-Key", "Send one key of 1 to 1000 characters: a repeated request then never makes a second sweep.");

    public static ProblemHttpResult Deleted(Guid id) => Problems.Of(
        StatusCodes.Status410Gone,
        "The sweep was deleted",
        "The Idempotency-Key stands for a sweep that was deleted since. To submit it once more, use another key.",
        ("id", id));

    public static ProblemHttpResult OtherPayload(Guid id) => Problems.Of(
        StatusCodes.Status422UnprocessableEntity,
        "The key was used for another sweep",
        "An Idempotency-Key stands for one sweep; this one already stands for another.",
        ("id", id));

    public static ProblemHttpResult MaybeAccepted(Guid id) => Problems.Of(
        StatusCodes.Status503ServiceUnavailable,
        "Not available at the moment",
        "The sweep may have been accepted all the same. Repeating the request with the same Idempotency-Key is safe: it is never accepted twice.",
        ("id", id));

    public static ProblemHttpResult AlreadyEnded(SweepRow row) => Problems.Of(
        StatusCodes.Status409Conflict,
        "The sweep has ended already",
        $"It is {row.Status}: there is nothing left to cancel. Delete it if it should be gone.",
        ("sweepStatus", $"{row.Status}"));
}
