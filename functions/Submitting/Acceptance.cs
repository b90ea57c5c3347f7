using Microsoft.Extensions.Logging;
using Parley.Functions.Answering;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Submitting;

/// <summary>Stores a submission so that it is never lost, and asks for its evaluation.</summary>
public sealed class Acceptance(
    ScenarioTable scenarios, EvaluationRequests requests, ScenarioMetrics metrics, TimeProvider time, ILogger<Acceptance> log)
{
    /// <summary>
    /// The scenario's row, or the one that the same request left before, which is not new; null when the id stands for another submission.
    /// </summary>
    /// <param name="visit">Its deadline ends the storing. What comes after has a time of its own: the submission is accepted by then.</param>
    public async Task<(ScenarioRow Row, bool IsNew)?> AcceptAsync(Visit visit, Guid id, Submission submission)
    {
        using var span = Spans.Start("accept scenario", id);
        var row = Row(id, submission);
        var accepted = row.AcceptedAt;
        var outbox = OutboxRow.For(id, row.Generation, row.AcceptedAt);
        if (!await scenarios.AcceptAsync(row, submission.Json, outbox, visit.Deadline))
        {
            var first = await scenarios.FindAsync(id, visit.Deadline);
            if (first?.Fingerprint != row.Fingerprint)
                return null;
            row = first;
        }

        // By the time, when the answer to our own write was lost.
        var isNew = row.AcceptedAt == accepted;
        if (isNew)
        {
            metrics.Accepted();
            log.Accepted(row.Id, row.Situation.Id, row.Situation.Number);
        }

        if (IsWaiting(row))
            await (isNew ? requests.TrySendAsync(visit, row) : requests.TrySendAgainAsync(visit, row));
        return (row, isNew);
    }

    /// <summary>
    /// Asks for the evaluation of a scenario that nobody has begun with: whoever accepted it may have gone before it did, and whoever repeats the
    /// request should not wait for the outbox.
    /// </summary>
    public Task AskAgainAsync(Visit visit, ScenarioRow row) => IsWaiting(row) ? requests.TrySendAgainAsync(visit, row) : Task.CompletedTask;

    /// <summary>What an id stands for already.</summary>
    public Task<ScenarioRow?> FindFirstAsync(Guid id, CancellationToken deadline) => scenarios.FindAsync(id, deadline);

    private static bool IsWaiting(ScenarioRow row) => row is { Status: ScenarioStatus.Accepted, Claims: 0 };

    private ScenarioRow Row(Guid id, Submission submission) => new(
        id,
        submission.Scenario.Title,
        submission.Scenario.Kind,
        submission.Situation,
        submission.Payload,
        submission.Cost,
        time.GetUtcNow());
}

internal static partial class AcceptanceLog
{
    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: accepted, on version {Version} of {Situation}.")]
    public static partial void Accepted(this ILogger log, Guid scenario, string situation, int version);

    [LoggerMessage(LogLevel.Information, "Scenario {Scenario}: storage is away, it may have been accepted.")]
    public static partial void MaybeAccepted(this ILogger log, Guid scenario, Exception fault);
}
