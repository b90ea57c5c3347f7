using System.Diagnostics.Metrics;

namespace Parley.Functions.Observing;

/// <summary>What is counted of sweeps, on the meter of scenarios. The names are a contract with alerts and dashboards.</summary>
public sealed class SweepMetrics
{
    private readonly Counter<long> accepted;
    private readonly Counter<long> succeeded;
    private readonly Counter<long> failed;
    private readonly Counter<long> stopped;
    private readonly Counter<long> stalled;
    private readonly Counter<long> chunks;
    private readonly Counter<long> failedChunks;
    private readonly Histogram<double> chunkDuration;

    public SweepMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ScenarioMetrics.MeterName);
        accepted = meter.CreateCounter<long>("parley.sweeps.accepted", "{sweep}", "Sweeps accepted; a repeated request counts once, a replay not at all.");
        succeeded = meter.CreateCounter<long>("parley.sweeps.succeeded", "{sweep}", "Sweeps that ended with a result.");
        failed = meter.CreateCounter<long>("parley.sweeps.failed", "{sweep}", "Sweeps that ended as Failed, by error.type.");
        stopped = meter.CreateCounter<long>("parley.sweeps.stopped", "{sweep}", "Sweeps that a caller cancelled or deleted before they had ended.");
        stalled = meter.CreateCounter<long>("parley.sweeps.stalled", "{look}", "Looks at a sweep to which nothing has happened for a quarter of an hour or more, though the queue is not deep.");
        chunks = meter.CreateCounter<long>("parley.chunks.evaluated", "{chunk}", "Chunks whose numbers were stored.");
        failedChunks = meter.CreateCounter<long>("parley.chunks.failed", "{chunk}", "Attempts at a chunk that an error broke off, by error.type.");
        chunkDuration = meter.CreateHistogram(
            "parley.chunk.duration", "s", "Time that the engine takes for one chunk.", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] });
    }

    public void Accepted() => accepted.Add(1);

    public void Succeeded() => succeeded.Add(1);

    /// <param name="errorType"><c>unanswerable</c>, which lies in the sweep, or <c>engine_fault</c> and <c>given_up</c>, which lie in Parley.</param>
    public void Failed(string errorType) => failed.Add(1, Of(errorType));

    public void Stopped() => stopped.Add(1);

    public void Stalled() => stalled.Add(1);

    public void ChunkEvaluated() => chunks.Add(1);

    /// <param name="errorType">The same, or the type of an unexpected error.</param>
    public void ChunkFailed(string errorType) => failedChunks.Add(1, Of(errorType));

    public void ChunkTook(TimeSpan duration) => chunkDuration.Record(duration.TotalSeconds);

    private static KeyValuePair<string, object?> Of(string errorType) => new("error.type", errorType);
}
