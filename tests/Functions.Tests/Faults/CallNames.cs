using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>What a call is for, in a word or two.</summary>
public static class CallNames
{
    // What is old enough to go.
    private static readonly string[] OldEnough = ["FinishedAt lt", "RowKey ge 'd|", "KeptAt lt", "PartitionKey lt", "Timestamp lt"];

    public static string Of(Call call) => call switch
    {
        { IsSend: true } => "send",
        { IsReceive: true } => "receive",
        { IsTransaction: true } => OfTransaction(call.Body),
        _ when IsPurge(call) => "look",
        { Method: "DELETE" } when call.Target.Contains("/messages/", StringComparison.Ordinal) => "delete",
        { Method: "DELETE" } when call.Target.Contains("sweepchunks", StringComparison.Ordinal) => "remove chunk",
        { Method: "DELETE" } when call.Target.Contains("deadletters", StringComparison.Ordinal) => "forget dead letter",
        { Method: "DELETE" } when call.Target.Contains("comparisons", StringComparison.Ordinal) => "forget comparison",
        { Method: "DELETE" } when call.Target.Contains("allowances", StringComparison.Ordinal) => "forget allowance",
        { Method: "DELETE" } => "clear outbox",
        _ when call.Target.Contains("allowances", StringComparison.Ordinal) => call.Method == "GET" ? "read allowance" : "take allowance",
        _ when call.Target.Contains("comp=metadata", StringComparison.Ordinal) => "depth",
        _ when call.Target.Contains("NextSend le", StringComparison.Ordinal) || call.Target.Contains("NextLook le", StringComparison.Ordinal) => "due",
        _ when call.Target.Contains("sweepchunks", StringComparison.Ordinal) => OfChunks(call),
        { Method: "PATCH" or "MERGE" } => "note",
        _ when call.Target.Contains("deadletters", StringComparison.Ordinal) => call.Method == "GET" ? "read dead letter" : "dead letter",
        _ when call.Target.Contains("RowKey='c|", StringComparison.Ordinal) => "situation",
        _ when call.Target.Contains("RowKey='v|", StringComparison.Ordinal) => "situation version",
        _ when call.Target.Contains("RowKey='o|", StringComparison.Ordinal) => "read outbox",
        _ when call.Target.Contains("RowKey='s|", StringComparison.Ordinal) => "read",
        _ when call.Target.Contains("RowKey ge", StringComparison.Ordinal) => "read rows",
        _ => $"{call.Method} {call.Target}",
    };

    private static bool IsPurge(Call call) => call.Method == "GET" && OldEnough.Any(part => call.Target.Contains(part, StringComparison.Ordinal));

    private static string OfTransaction(string body) => body switch
    {
        _ when !body.Contains("\"Status\":", StringComparison.Ordinal) => body.Contains("DELETE http", StringComparison.Ordinal) ? "remove rows" : "result rows",
        _ when body.Contains("\"Status\":\"Accepted\"", StringComparison.Ordinal) =>
            body.Contains("PUT http", StringComparison.Ordinal) ? "begin again" : body.Contains("POST http", StringComparison.Ordinal) ? "accept"
                : body.Contains("\"VariantsPerChunk\"", StringComparison.Ordinal) ? "count" : "give back",
        _ when body.Contains("\"Status\":\"Running\"", StringComparison.Ordinal) =>
            body.Contains("\"NextLook\"", StringComparison.Ordinal) ? "hand out" : "claim",
        _ when body.Contains("\"Status\":\"Cancelling\"", StringComparison.Ordinal) || body.Contains("\"Status\":\"Deleting\"", StringComparison.Ordinal) => "stop",
        _ when body.Contains("\"Status\":\"Deleted\"", StringComparison.Ordinal) => "bury",
        _ => "end",
    };

    private static string OfChunks(Call call) => call switch
    {
        { Method: "GET" } when call.Target.Contains("RowKey='s|", StringComparison.Ordinal) => "read summary",
        { Method: "GET" } when call.Target.Contains("RowKey='", StringComparison.Ordinal) => "read chunk",
        { Method: "GET" } when call.Target.Contains("Digest", StringComparison.Ordinal) => "read digests",
        { Method: "GET" } when call.Target.Contains("Claims", StringComparison.Ordinal) => "read chunks",
        { Method: "GET" } when call.Target.Contains("RowKey lt", StringComparison.Ordinal) => "read numbers",
        { Method: "GET" } => "read rows",
        _ when call.Body.Contains("\"Content00\"", StringComparison.Ordinal) => "summary",
        _ when call.Body.Contains("\"Digest\"", StringComparison.Ordinal) => "numbers",
        _ when call.Body.Contains("\"SentAgainAt\":\"", StringComparison.Ordinal) && !call.Body.Contains("\"SentAgainAt\":\"1970", StringComparison.Ordinal) => "note chunk",
        _ => call.Body.Contains("\"Owner\":\"\"", StringComparison.Ordinal) ? "release chunk" : "claim chunk",
    };
}
