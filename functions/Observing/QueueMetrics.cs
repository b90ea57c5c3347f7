using System.Diagnostics.Metrics;

namespace Parley.Functions.Observing;

/// <summary>How the queues stand, whether or not anybody takes their messages, on the meter of scenarios. The names are a contract with alerts and dashboards.</summary>
public sealed class QueueMetrics
{
    private readonly Gauge<long> depth;
    private readonly Gauge<double> oldest;

    public QueueMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ScenarioMetrics.MeterName);
        depth = meter.CreateGauge<long>("parley.queue.depth", "{message}", "Messages in a queue, those delayed or being worked on included.");
        oldest = meter.CreateGauge<double>("parley.queue.oldest", "s", "Time since the message at the head of a queue was due; 0 when none waits.");
    }

    public void IsDeep(string queue, int messages) => depth.Record(messages, Of(queue));

    // Another machine's clock may be behind.
    public void Waits(string queue, TimeSpan age) => oldest.Record(Math.Max(0, age.TotalSeconds), Of(queue));

    private static KeyValuePair<string, object?> Of(string queue) => new("messaging.destination.name", queue);
}
