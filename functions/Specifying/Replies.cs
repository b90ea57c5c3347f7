namespace Parley.Functions.Specifying;

/// <summary>Replies that several operations give.</summary>
internal static class Replies
{
    public static Reply NoCaller { get; } = Problem(401, "Where a caller is required: nobody is signed in.");

    public static Reply TooMuch { get; } = new(
        429, "The caller asks for too much at a time.", [new("application/problem+json", Schemas.Refusal)], ["Retry-After"], []);

    public static Reply Away { get; } = new(503, "Storage is away for a moment.", [new("application/problem+json", Schemas.Refusal)], ["Retry-After"], []);

    // The host's own answers, before any function runs.
    public static Reply NoKey { get; } = Empty(401, "The key is missing or wrong.");

    public static Reply OtherKey { get; } = Empty(403, "The key is not an administrator's.");

    public static Reply NotModified { get; } = new(304, "The client has it already.", [], ["ETag"], ["Retry-After", "Vary"]);

    public static Reply NoScenario { get; } = Problem(404, "There is no such scenario.");

    public static Reply NoSweep { get; } = Problem(404, "There is no such sweep.");

    public static Reply NoSituation { get; } = Problem(404, "There is no such situation.");

    public static Reply Unreadable { get; } = Problem(422, "What is stored of it can no longer be read.");

    public static Reply NoResult { get; } = Problem(404, "There is no such scenario, or no such result yet or ever.");

    public static Reply NotPlainJson { get; } = new(
        415, "The body is not declared as JSON, or encoded.", [new("application/problem+json", Schemas.Refusal)], [], ["Accept-Encoding"]);

    public static Reply NotSent { get; } = Problem(400, "The body did not arrive whole.");

    public static Reply UnknownParameter { get; } = Problem(400, "The query has a parameter that is not known.");

    public static Reply NotReadable { get; } = Problem(400, "If-Match cannot be read.");

    public static Reply Changed { get; } = Problem(412, "It is no longer in the state that If-Match names.");

    public static Reply Json(int status, string description, string schema, string[]? headers = null, string[]? mayHave = null) =>
        new(status, description, [new("application/json", schema)], headers ?? [], mayHave ?? []);

    public static Reply File(string description, params string[] types) =>
        new(200, description, [.. types.Select(type => new Content(type, Schemas.Text))], ["ETag", "Vary"], ["Content-Encoding"]);

    public static Reply Problem(int status, string description) => new(status, description, [new("application/problem+json", Schemas.Refusal)], [], []);

    /// <summary>The replies, with the one to a query where there is nothing to ask, which has the status of what else may be wrong with a request.</summary>
    public static IEnumerable<Reply> AlsoUnknown(IEnumerable<Parameter> parameters, IReadOnlyList<Reply> replies)
    {
        if (parameters.Any(each => each.In == "query"))
            return replies;
        return replies.Any(reply => reply.Status == UnknownParameter.Status)
            ? replies.Select(reply => reply.Status == UnknownParameter.Status ? reply with { Description = $"{reply.Description} {UnknownParameter.Description}" } : reply)
            : replies.Append(UnknownParameter);
    }

    public static Reply Empty(int status, string description) => new(status, description, [], [], []);
}
