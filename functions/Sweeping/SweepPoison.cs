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
        if (SweepMessage.OtherSchemaOf(text) is { } schema)
        {
            await queue.SendAsync(text, Backoff.UntilUpgraded, cancellation);
            log.OtherSchema(schema);
            return;
        }

        if (SweepMessage.Parse(text) is not { } message)
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
            await deadLetters.KeepAsync(message, text, "What is stored of the sweep can no longer be read.", cancellation);
            log.RowUnreadable(message.Sweep, unreadable);
        }
    }

    private async Task DealWithAsync(SweepMessage message, string text, CancellationToken cancellation)
    {
        if (await sweeps.FindAsync(message.Sweep, cancellation) is not { } row)
        {
            await deadLetters.KeepAsync(message, text, "There is no such sweep.", cancellation);
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
        SweepChunk? chunk = null;
        try
        {
            // All of them: a message of any chunk fails over one that cannot be read, since whoever has done a chunk looks for the end.
            var begun = await chunks.FindAllAsync(row.Id, cancellation);
            chunk = message.Chunk is { } number ? begun.GetValueOrDefault(number) : null;
        }
        catch (InvalidDataException unreadable)
        {
            log.RowUnreadable(row.Id, unreadable);
            await GiveUpAsync(row, message, text, GivingUp.OurFault(SweepRow.Noun), "What is stored of a chunk can no longer be read.", cancellation);
            return;
        }

        var now = time.GetUtcNow();
        ILeased failed = chunk is { IsDone: false } ? chunk : row;
        var reason = failed.ReasonToGiveUp(options, SweepRow.Noun) ?? await sweeps.ReasonToGiveUpAsync(row.Id, cancellation);
        if (reason is null || chunk?.IsLeasedAt(now) == true || row.IsLeasedAt(now))
            await SendAgainAsync(message, chunk?.LeaseUntil ?? row.LeaseUntil, cancellation);
        else
            await GiveUpAsync(row, message, text, reason, failed.LastError, cancellation);
    }

    private async Task GiveUpAsync(SweepRow row, SweepMessage message, string text, string reason, string error, CancellationToken cancellation)
    {
        await deadLetters.KeepAsync(message, text, $"{reason} {error}".TrimEnd(), cancellation);
        await summaries.FailAsync(row, new Failure("The evaluation failed", reason), "given_up", cancellation);
    }

    private async Task SendAgainAsync(SweepMessage message, DateTimeOffset? leaseUntil, CancellationToken cancellation)
    {
        await queue.SendAsync(
            message with { Attempt = message.Attempt + 1 }, Backoff.UntilOver(leaseUntil - time.GetUtcNow() ?? TimeSpan.Zero), cancellation);
        log.PoisonedUnharmed(message.Sweep);
    }
}
