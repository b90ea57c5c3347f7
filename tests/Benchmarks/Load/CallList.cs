using System.Collections.Concurrent;
using System.Diagnostics;
using Parley.Functions.Observing;

namespace Parley.Benchmarks.Load;

/// <summary>Counts the calls that go to storage, by what they are made for: the framework's own spans of them, below ours.</summary>
internal sealed class CallList : IDisposable
{
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private static readonly string[] Shared = ["situations", "allowances"];

    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly ActivityListener listener;
    private readonly HashSet<int> ports;

    /// <param name="ports">Of storage.</param>
    public CallList(IEnumerable<int> ports)
    {
        this.ports = [.. ports];
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Spans.SourceName or "System.Net.Http" or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Calls made for the scenarios themselves, what the listener of their queue does included.</summary>
    public IReadOnlyList<(string Call, int Count)> OfScenarios =>
        [.. counts.Where(each => !IsRequest(each.Key)).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value))];

    /// <summary>Made for requests that read: looks at the status.</summary>
    public int OfPolls => counts.Where(each => IsRequest(each.Key)).Sum(each => each.Value);

    public void Dispose() => listener.Dispose();

    private void Count(Activity span)
    {
        if (span.Source.Name != "System.Net.Http" || span.GetTagItem("server.port") is not int port || !ports.Contains(port))
            return;
        var address = span.GetTagItem("url.full") as string ?? "";
        var isMessage = address.Contains("/scenarios/messages", StringComparison.Ordinal);
        if (span.Parent is null && !isMessage)
            return; // A timer, or a poll of the poison queue: not of scenarios.
        var target = isMessage ? "message" : address.EndsWith("$batch", StringComparison.Ordinal) ? "transaction" : "row";
        counts.AddOrUpdate($"{MakerOf(span.Parent, address)}: {span.GetTagItem("http.request.method")} {target}", 1, (_, count) => count + 1);
    }

    // What a submission needs beside its own rows, now and then: which version of the situation is current, more of the caller's allowance.
    private static string MakerOf(Activity? parent, string address) => parent switch
    {
        null => "listener",
        { OperationName: Request } when Shared.Any(table => address.Contains($"/{table}(", StringComparison.Ordinal)) => "submission, beside the accept",
        _ => parent.OperationName,
    };

    private static bool IsRequest(string call) => call.StartsWith(Request, StringComparison.Ordinal);
}
