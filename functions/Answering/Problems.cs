using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parley.Contracts;

namespace Parley.Functions.Answering;

/// <summary>Refusals as problem documents (RFC 9457). None tells anything of storage or of the code.</summary>
public static class Problems
{
    public static ProblemHttpResult Invalid(IReadOnlyList<Problem> problems) =>
        Of(400, "The request is not valid", $"{Found(problems.Count)} found; nothing was stored.", ("problems", problems));

    public static ProblemHttpResult Invalid(IReadOnlyList<ParameterProblem> problems) =>
        Of(400, "The request is not valid", $"{problems.Count} problem{(problems.Count == 1 ? "" : "s")} found in its parameters.", ("problems", problems));

    /// <param name="header">A header that is missing or wrong.</param>
    /// <param name="others">Of the body.</param>
    public static ProblemHttpResult Invalid(ParameterProblem header, IReadOnlyList<Problem> others) =>
        Of(
            400,
            "The request is not valid",
            $"{Found(others.Count + 1)} found; nothing was stored.",
            ("problems", new object[] { header }.Concat(others).ToArray()));

    /// <param name="where">Names a header or a query parameter, in words; a document's places have pointers.</param>
    public static ProblemHttpResult Invalid(string where, string detail) => Of(400, $"The {where} is not valid", detail);

    public static ProblemHttpResult NoCaller =>
        Of(401, "Sign in first", "The request carries no principal of App Service authentication.");

    public static ProblemHttpResult NotFound(string what) => Of(404, "Not found", $"There is no such {what}.");

    /// <param name="noun">What it is.</param>
    public static ProblemHttpResult Deleted(string noun, Guid id) =>
        Of(410, $"The {noun} was deleted", $"The Idempotency-Key stands for a {noun} that was deleted since. To submit it once more, use another key.", ("id", id));

    /// <param name="noun">What it is.</param>
    public static ProblemHttpResult OtherState(string noun, string etag) =>
        Of(412, $"The {noun} has changed", "It is not in the state that If-Match names: read it again before you decide.", ("etag", etag));

    public static ProblemHttpResult TooMany(string what, string detail) => Of(409, $"There are too many {what}", detail);

    /// <param name="version">What is current; null when there is nothing.</param>
    public static ProblemHttpResult NotExpected(int? version, string? hash) => Of(
        412,
        "The situation is not as expected",
        version is null ? "There is no such situation yet." : "Another content is current than the conditions of the request allow.",
        [.. version is null ? [] : new (string, object?)[] { ("version", version), ("hash", hash) }]);

    public static ProblemHttpResult NotComparable => Of(
        412, "The situation is not as expected", "What is current can no longer be read. Put a content on no condition, or with If-Match: *.");

    public static ProblemHttpResult TooLarge(int bytes) =>
        Of(413, "The body is too large", $"At most {bytes} bytes are read.");

    public static ProblemHttpResult NotJson =>
        Of(415, "The body is not declared as JSON", "Send it with the header Content-Type: application/json.");

    public static ProblemHttpResult Encoded =>
        Of(415, "The body is encoded", "Send it without Content-Encoding: nothing is unpacked here.");

    public static ProblemHttpResult NotSent =>
        Of(400, "The body did not arrive", "It broke off, came too slowly, or was not what its headers announce.");

    /// <param name="noun">What it is.</param>
    public static ProblemHttpResult OtherPayload(string noun, Guid id) =>
        Of(422, $"The key was used for another {noun}", $"An Idempotency-Key stands for one {noun}; this one already stands for another.", ("id", id));

    /// <param name="noun">What it is.</param>
    public static ProblemHttpResult Unreadable(string noun) =>
        Of(422, $"The {noun} can no longer be read", "It was accepted by another version of Parley, or is damaged. Submit it again, under another Idempotency-Key if it had one.");

    public static ProblemHttpResult NotInTime =>
        Of(503, "Not answered in time", "Every core is busy, or this asks for too much at once: try again in a few seconds, or ask for fewer draws.");

    public static ProblemHttpResult Away =>
        Of(503, "Not available at the moment", "Try again in a few seconds.");

    public static ProblemHttpResult MaybePublished => Of(
        503,
        "Not available at the moment",
        "The situation may have been stored all the same. Repeating the request is safe: the same content is never two versions. "
            + "A repetition with If-None-Match may meet its own first try.");

    /// <param name="noun">What it is.</param>
    public static ProblemHttpResult MaybeAccepted(string noun, Guid id, bool hasKey) =>
        Of(
            503,
            "Not available at the moment",
            hasKey
                ? $"The {noun} may have been accepted all the same. Repeating the request with the same Idempotency-Key is safe: it is never accepted twice."
                : $"The {noun} may have been accepted all the same: look for its id before sending it again, or send it with an Idempotency-Key.",
            ("id", id));

    // Of more than a list holds its last entry counts the rest.
    private static string Found(int count) => count switch
    {
        1 => "1 problem",
        > Reading<Problem>.MaxProblems => $"More than {Reading<Problem>.MaxProblems} problems",
        _ => $"{count} problems",
    };

    public static ProblemHttpResult Of(int status, string title, string detail, params (string Name, object? Value)[] members) =>
        TypedResults.Problem(
            detail,
            statusCode: status,
            title: title,
            extensions: members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
