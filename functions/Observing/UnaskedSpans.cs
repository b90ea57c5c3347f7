using System.Diagnostics;
using OpenTelemetry;

namespace Parley.Functions.Observing;

/// <summary>Keeps out what nobody asked for and goes on for ever: polls of queues and other calls without a cause, probes of health.</summary>
public sealed class UnaskedSpans : BaseProcessor<Activity>
{
    public override void OnStart(Activity data)
    {
        var isPoll = data.Kind == ActivityKind.Client && data.ParentId is null;
        if (!isPoll && !IsProbe(data))
            return;
        // What it causes is left out with it.
        data.IsAllDataRequested = false;
        data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private static bool IsProbe(Activity span) => span.Kind == ActivityKind.Server
        && span.GetTagItem("url.path") is string path && path.StartsWith("/api/health/", StringComparison.Ordinal);
}
