using Microsoft.Extensions.Logging;
using Parley.Contracts;
using Parley.Functions.Answering;
using Parley.Functions.Observing;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Stores a sweep so that it is never lost, and asks for it to be handed out.</summary>
public sealed class SweepAcceptance(SweepTable sweeps, SweepRequests requests, SweepMetrics metrics, TimeProvider time, ILogger<SweepAcceptance> log)
{
    /// <summary>
    /// The sweep's row, or the one that the same request left before, which is not new; null when the id stands for another submission.
    /// </summary>
    /// <param name="visit">Its deadline ends the storing. What comes after has a time of its own: the sweep is accepted by then.</param>
    public async Task<(SweepRow Row, bool IsNew)?> AcceptAsync(Visit visit, Guid id, SweepSubmission submission)
    {
        using var span = Spans.StartOfSweep("accept sweep", id);
        var now = time.GetUtcNow();
        var row = new SweepRow(
            id,
            submission.Sweep.Title,
            submission.Situation,
            submission.Payload,
            submission.Cost,
            submission.Variants,
            submission.VariantsPerChunk,
            now);
        if (!await sweeps.AcceptAsync(row, submission.Json, SweepOutboxRow.For(id, now), visit.Deadline))
        {
            var first = await sweeps.FindAsync(id, visit.Deadline);
            if (first?.Fingerprint != row.Fingerprint)
                return null;
            row = first;
        }

        // By the time, when the answer to our own write was lost.
        var isNew = row.AcceptedAt == now;
        if (isNew)
        {
            metrics.Accepted();
            log.Accepted(row.Id, row.Variants, row.Chunks);
        }

        if (row.Status == ScenarioStatus.Accepted)
            await (isNew ? requests.TrySendAsync(visit, row.Id) : requests.TrySendAgainAsync(visit, row.Id));
        return (row, isNew);
    }

    /// <summary>True when a row is what the same request left before, under an earlier version too, whose fingerprints know no order of <c>vary</c>.</summary>
    public async Task<bool> IsSameAsync(SweepRow first, ReadOnlyMemory<byte> body, CancellationToken deadline)
    {
        if (first.Fingerprint == Fingerprint.OfPayload(body))
            return true;
        return first.Fingerprint == Fingerprint.OfUnorderedPayload(body)
            && await sweeps.FindSubmissionAsync(first.Id, deadline) is var (row, submission)
            && (row.Status.IsGone() || Fingerprint.OrderOfVary(submission).SequenceEqual(Fingerprint.OrderOfVary(body)));
    }

    /// <summary>Asks for a sweep that nobody has begun: whoever accepted it may have had no time to.</summary>
    public Task AskAgainAsync(Visit visit, SweepRow row) =>
        row.Status == ScenarioStatus.Accepted ? requests.TrySendAgainAsync(visit, row.Id) : Task.CompletedTask;
}
