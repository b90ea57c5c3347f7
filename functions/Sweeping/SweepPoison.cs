using Microsoft.Extensions.Logging;
using Parley.Functions.Evaluating;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>
/// Tells sweeps that fail from sweeps that were unlucky, as for scenarios: the first kind ends as Failed with a dead letter, the second is
/// asked for again, though not for ever.
/// </summary>
public sealed class SweepPoison(
    SweepTable sweeps,
    SweepChunkTable chunks,
    SweepSummaries summaries,
    SweepMessages queue,
    DeadLetterTable deadLetters,
    EvaluationOptions options,
    TimeProvider time,
    ILogger<SweepPoison> log)
{
    public async Task DealWithAsync(string text, CancellationToken cancellation)
    {
        if (SweepMessage.Parse(text) is not { IsReadable: true } message)
        {
            await deadLetters.KeepAsync(text, "It is no message that this version reads.", scenario: null, cancellation);
            log.Unreadable();
            return;
        }

        try
        {
            await DealWithAsync(message, text, cancellation);
        }
        catch (InvalidDataException unreadable)
        {
            await deadLetters.KeepAsync(text, $"What is stored of the sweep {message.Sweep} can no longer be read.", scenario: null, cancellation);
            log.RowUnreadable(message.Sweep, unreadable);
        }
    }

    private async Task DealWithAsync(SweepMessage message, string text, CancellationToken cancellation)
    {
        if (await sweeps.FindAsync(message.Sweep, cancellation) is not { } row)
        {
            await deadLetters.KeepAsync(text, $"There is no sweep {message.Sweep}.", scenario: null, cancellation);
            log.SweepMissing(message.Sweep);
        }
        else if (row.Status.IsOpen())
        {
            await DealWithAsync(row, message, text, cancellation);
        }
        else if (row.Status.IsGone())
        {
            await SendAgainAsync(message, leaseUntil: null, cancellation); // Clearing up is never given up.
        }
    }

    private async Task DealWithAsync(SweepRow row, SweepMessage message, string text, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var chunk = message.Chunk is { } number ? await chunks.FindAsync(row.Id, number, cancellation) : null;
        ILeased failed = chunk is { IsDone: false } ? chunk : row;
        var reason = failed.ReasonToGiveUp(options, SweepRow.Noun);
        if (reason is null || chunk?.IsLeasedAt(now) == true || row.IsLeasedAt(now))
        {
            await SendAgainAsync(message, chunk?.LeaseUntil ?? row.LeaseUntil, cancellation);
            return;
        }

        await deadLetters.KeepAsync(text, $"Sweep {row.Id}: {reason} {failed.LastError}".TrimEnd(), scenario: null, cancellation);
        await summaries.FailAsync(row, new Failure("The evaluation failed", reason), cancellation);
    }

    private async Task SendAgainAsync(SweepMessage message, DateTimeOffset? leaseUntil, CancellationToken cancellation)
    {
        await queue.SendAsync(
            message with { Attempt = message.Attempt + 1 }, Backoff.UntilOver(leaseUntil - time.GetUtcNow() ?? TimeSpan.Zero), cancellation);
        log.PoisonedUnharmed(message.Sweep);
    }
}
