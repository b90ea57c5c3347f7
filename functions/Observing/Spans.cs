using System.Diagnostics;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;

namespace Parley.Functions.Observing;

/// <summary>
/// The spans of the way of a scenario or a sweep, from its POST to its result one trace. Without a listener there are none, and all this costs a few
/// nanoseconds.
/// </summary>
public static class Spans
{
    public const string SourceName = "Parley";

    private const int LengthOfTraceparent = 55;

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Start(string name, Guid scenario, ActivityKind kind = ActivityKind.Internal) =>
        Source.StartActivity(name, kind)?.SetTag("parley.scenario.id", $"{scenario}");

    public static Activity? StartOfSweep(string name, Guid sweep, ActivityKind kind = ActivityKind.Internal) =>
        Source.StartActivity(name, kind)?.SetTag("parley.sweep.id", $"{sweep}");

    /// <summary>The sending of a message, whose id travels in it.</summary>
    public static Activity? Send(Guid scenario) =>
        Start($"send {StorageNames.ScenarioQueue}", scenario, ActivityKind.Producer)?.Messaging(StorageNames.ScenarioQueue, "send");

    public static Activity? SendOfSweep(Guid sweep) =>
        StartOfSweep($"send {StorageNames.SweepQueue}", sweep, ActivityKind.Producer)?.Messaging(StorageNames.SweepQueue, "send");

    public static Activity? Process(ScenarioMessage message) => Process(StorageNames.ScenarioQueue, message.Traceparent)?
        .SetTag("parley.scenario.id", $"{message.Id}")
        .SetTag("parley.generation", message.Generation)
        .SetTag("parley.attempt", message.Attempt);

    public static Activity? Process(SweepMessage message) => Process(StorageNames.SweepQueue, message.Traceparent)?
        .SetTag("parley.sweep.id", $"{message.Sweep}")
        .SetTag("parley.chunk", message.Chunk)
        .SetTag("parley.attempt", message.Attempt);

    /// <summary>
    /// The work on one message. Its parent is the sending, so that one trace tells the whole way, and it links to that as messaging
    /// conventions ask; it links, too, to whatever the host has begun for this run, which is a trace of the host's own.
    /// </summary>
    private static Activity? Process(string queue, string? traceparent)
    {
        if (!Source.HasListeners())
            return null;
        ActivityContext.TryParse(traceparent, null, isRemote: true, out var sending);
        var ambient = Activity.Current?.Context ?? default;
        var links = new[] { sending, ambient }.Where(context => context != default).Select(context => new ActivityLink(context));
        return Source.StartActivity($"process {queue}", ActivityKind.Consumer, sending == default ? ambient : sending, links: links)?.Messaging(queue, "process");
    }

    /// <summary>A traceparent as W3C Trace Context writes it; null for anything else, which may be of any length.</summary>
    public static string? WellFormed(string? traceparent) =>
        traceparent?.Length == LengthOfTraceparent && ActivityContext.TryParse(traceparent, null, out _) ? traceparent : null;

    /// <summary>Marks a span as failed. The message of an exception stays in the log: it may be long, and says what a span need not.</summary>
    public static void Fail(this Activity? span, string errorType) => span?.SetTag("error.type", errorType).SetStatus(ActivityStatusCode.Error);

    private static Activity Messaging(this Activity span, string queue, string operation) =>
        span.SetTag("messaging.destination.name", queue).SetTag("messaging.operation.type", operation);
}
