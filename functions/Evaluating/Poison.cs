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
        if (ScenarioMessage.OtherSchemaOf(text) is { } schema)
        {
            await queue.SendAsync(text, Backoff.UntilUpgraded, cancellation);
            log.OtherSchema(schema);
            return;
        }

        if (ScenarioMessage.Parse(text) is not { } message)
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
            await deadLetters.KeepAsync(message, text, "What is stored of the scenario can no longer be read.", cancellation);
            log.RowUnreadable(message.Id, unreadable);
        }
    }

    private async Task DealWithAsync(ScenarioMessage message, string text, CancellationToken cancellation)
    {
        var row = await scenarios.FindAsync(message.Id, cancellation);
        if (row is null)
        {
            await deadLetters.KeepAsync(message, text, "There is no such scenario.", cancellation);
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
        var reason = row.ReasonToGiveUp(options, ScenarioRow.Noun) ?? await scenarios.ReasonToGiveUpAsync(row.Id, cancellation);
        if (reason is null || row.IsLeasedAt(time.GetUtcNow()))
        {
            await SendAgainAsync(row, message, cancellation);
            return;
        }

        await deadLetters.KeepAsync(message, text, row.LastError.Length == 0 ? reason : $"{reason} {row.LastError}", cancellation);
        if (!await FailAsync(row, reason, cancellation))
        {
            await SendAgainAsync(row, message, cancellation); // Claimed or stopped meanwhile.
            return;
        }

        metrics.Failed("given_up");
        log.GivenUp(row.Id, reason);
        await leftovers.ClearAsync(row.Id, row.Generation, cancellation);
    }

    private async Task<bool> FailAsync(ScenarioRow row, string reason, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var attempt = Guid.CreateVersion7(now).ToString("N");
        var failed = row.Ended(now) with { Status = ScenarioStatus.Failed, Owner = attempt, Failure = new Failure("The evaluation failed", reason) };
        // A conflict may be with our own write, when its answer was lost.
        return await scenarios.ChangeAsync(failed, cancellation) is not null
            || (await scenarios.FindAsync(row.Id, cancellation))?.IsEndedBy(attempt) == true;
    }

    private async Task SendAgainAsync(ScenarioRow row, ScenarioMessage message, CancellationToken cancellation)
    {
        var wait = Backoff.UntilOver(row.LeaseUntil - time.GetUtcNow() ?? TimeSpan.Zero);
        await queue.SendAsync(message with { Attempt = message.Attempt + 1 }, wait, cancellation);
        log.PoisonedUnharmed(row.Id);
    }
}
