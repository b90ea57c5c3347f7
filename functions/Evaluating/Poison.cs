using Microsoft.Extensions.Logging;
using Parley.Functions.Observing;
using Parley.Functions.Settings;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>
/// Tells scenarios that fail from scenarios that were unlucky: deploys and kills raise the dequeue count of healthy messages too.
/// The first kind ends as Failed with a dead letter, the second is sent again, though not for ever.
/// </summary>
public sealed class Poison(
    ScenarioTable scenarios,
    Leftovers leftovers,
    ScenarioMessages queue,
    DeadLetterTable deadLetters,
    EvaluationOptions options,
    ScenarioMetrics metrics,
    TimeProvider time,
    ILogger<Poison> log)
{
    public async Task DealWithAsync(string text, CancellationToken cancellation)
    {
        if (ScenarioMessage.Parse(text) is not { IsReadable: true } message)
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
            await deadLetters.KeepAsync(text, "What is stored of the scenario can no longer be read.", message.Id, cancellation);
            log.RowUnreadable(message.Id, unreadable);
        }
    }

    private async Task DealWithAsync(ScenarioMessage message, string text, CancellationToken cancellation)
    {
        var row = await scenarios.FindAsync(message.Id, cancellation);
        if (row is null)
        {
            await deadLetters.KeepAsync(text, "There is no such scenario.", message.Id, cancellation);
            log.ScenarioMissing(message.Id);
        }
        else if (row.Generation == message.Generation && row.Status.IsOpen())
        {
            await DealWithAsync(row, message, text, cancellation);
        }
        else if (row.Generation == message.Generation && row.Status.IsStopping())
        {
            await SendAgainAsync(row, message, cancellation); // Clearing up is never given up.
        }
    }

    private async Task DealWithAsync(ScenarioRow row, ScenarioMessage message, string text, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var reason = row.ReasonToGiveUp(options, ScenarioRow.Noun) ?? await scenarios.ReasonToGiveUpAsync(row.Id, cancellation);
        if (reason is null || row.IsLeasedAt(now))
        {
            await SendAgainAsync(row, message, cancellation);
            return;
        }

        await deadLetters.KeepAsync(text, row.LastError.Length == 0 ? reason : $"{reason} {row.LastError}", row.Id, cancellation);
        var failed = row with { Status = ScenarioStatus.Failed, Owner = "", FinishedAt = now, Failure = new Failure("The evaluation failed", reason) };
        if (await scenarios.ChangeAsync(failed, cancellation) is null)
        {
            await SendAgainAsync(row, message, cancellation); // Claimed or stopped meanwhile.
            return;
        }

        await leftovers.ClearAsync(row.Id, row.Generation, cancellation);
        metrics.Failed("given_up");
        log.GivenUp(row.Id, reason);
    }

    private async Task SendAgainAsync(ScenarioRow row, ScenarioMessage message, CancellationToken cancellation)
    {
        var wait = Backoff.UntilOver(row.LeaseUntil - time.GetUtcNow() ?? TimeSpan.Zero);
        await queue.SendAsync(message with { Attempt = message.Attempt + 1 }, wait, cancellation);
        log.PoisonedUnharmed(row.Id);
    }
}
