using System.Diagnostics.Metrics;

namespace Parley.Functions.Observing;

/// <summary>What alerts and dashboards count. The names are a contract with them.</summary>
public sealed class ScenarioMetrics
{
    public const string MeterName = "Parley";

    private readonly Meter meter;
    private readonly Counter<long> accepted;
    private readonly Counter<long> evaluated;
    private readonly Counter<long> failed;
    private readonly Counter<long> stopped;
    private readonly Counter<long> deadLetters;
    private readonly Histogram<double> queueAge;
    private readonly Histogram<double> evaluationDuration;

    public ScenarioMetrics(IMeterFactory meters)
    {
        meter = meters.Create(MeterName);
        accepted = meter.CreateCounter<long>("parley.scenarios.accepted", "{scenario}", "Scenarios accepted; a repeated request counts once, a rerun not at all.");
        evaluated = meter.CreateCounter<long>("parley.scenarios.evaluated", "{run}", "Runs that ended with a result.");
        failed = meter.CreateCounter<long>("parley.scenarios.failed", "{run}", "Runs that ended as Failed, by error.type.");
        stopped = meter.CreateCounter<long>("parley.scenarios.stopped", "{run}", "Runs that a caller cancelled or deleted before they had ended.");
        deadLetters = meter.CreateCounter<long>("parley.dead_letters", "{message}", "Messages kept as dead letters.");
        queueAge = Seconds("parley.queue.age", "Age of a message when it is taken, from when it was due, by queue.", [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]);
        evaluationDuration = Seconds("parley.evaluation.duration", "Time that the engine takes for one scenario.", [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]);
    }

    public void Accepted() => accepted.Add(1);

    public void Evaluated() => evaluated.Add(1);

    /// <param name="errorType"><c>unanswerable</c>, which lies in the scenario, or <c>engine_fault</c> and <c>given_up</c>, which lie in Parley.</param>
    public void Failed(string errorType) => failed.Add(1, new KeyValuePair<string, object?>("error.type", errorType));

    public void Stopped() => stopped.Add(1);

    public void DeadLetter() => deadLetters.Add(1);

    // Another machine's clock may be behind.
    public void Taken(string queue, TimeSpan age) => queueAge.Record(Math.Max(0, age.TotalSeconds), new KeyValuePair<string, object?>("messaging.destination.name", queue));

    public void EvaluationTook(TimeSpan duration) => evaluationDuration.Record(duration.TotalSeconds);

    // The default boundaries are meant for milliseconds.
    private Histogram<double> Seconds(string name, string description, double[] boundaries) =>
        meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });
}
