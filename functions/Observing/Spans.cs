using System.Diagnostics;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;

namespace Parley.Functions.Observing;

/// <summary>
/// The spans of a scenario's way, from its POST to its result one trace. Without a listener there are none, and all this costs a few
/// nanoseconds.
/// </summary>
public static class Spans
{
    public const string SourceName = "Parley";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Start(string name, Guid scenario, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind)?.Of(scenario);

    /// <summary>The sending of a message, whose id travels in it.</summary>
    public static Activity? Send(Guid scenario) => Start($"send {StorageNames.ScenarioQueue}", scenario, ActivityKind.Producer)?
        .SetTag("messaging.destination.name", StorageNames.ScenarioQueue)
        .SetTag("messaging.operation.type", "send");

    /// <summary>
    /// The work on one message. Its parent is the sending, so that one trace tells the whole way, and it links to that as messaging
    /// conventions ask; it links, too, to whatever the host has begun for this run, which is a trace of the host's own.
    /// </summary>
    public static Activity? Process(ScenarioMessage message)
    {
        if (!Source.HasListeners())
            return null;
        ActivityContext.TryParse(message.Traceparent, null, isRemote: true, out var sending);
        var ambient = Activity.Current?.Context ?? default;
        var links = new[] { sending, ambient }.Where(context => context != default).Select(context => new ActivityLink(context));
        return Source.StartActivity($"process {StorageNames.ScenarioQueue}", ActivityKind.Consumer, sending == default ? ambient : sending, links: links)?
            .Of(message.Id)
            .SetTag("messaging.destination.name", StorageNames.ScenarioQueue)
            .SetTag("messaging.operation.type", "process")
            .SetTag("parley.generation", message.Generation)
            .SetTag("parley.attempt", message.Attempt);
    }

    /// <summary>Marks a span as failed. The message of an exception stays in the log: it may be long, and says what a span need not.</summary>
    public static void Fail(this Activity? span, string errorType) => span?.SetTag("error.type", errorType).SetStatus(ActivityStatusCode.Error);

    private static Activity Of(this Activity span, Guid scenario) => span.SetTag("parley.scenario.id", $"{scenario}");
}
