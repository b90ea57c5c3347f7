using Microsoft.Extensions.Logging;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>
/// Has messages dealt with that failed too often. It never throws: a poison queue has no poison queue, and what fails here would come back
/// unseen for ever. (But for a message that has no room in a queue any more, while it cannot be kept elsewhere either.)
/// </summary>
public sealed class PoisonReceiver(DeadLetterTable deadLetters, ILogger<PoisonReceiver> log)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);

    public async Task ReceiveAsync(string text, Func<string, CancellationToken, Task> dealWith, Messages queue, CancellationToken cancellation)
    {
        try
        {
            await dealWith(text, cancellation);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.PoisonLater(fault);
            await PutBackAsync(text, queue);
        }
        catch (Exception fault) // Whatever it is: see above.
        {
            log.PoisonNotHandled(text, fault);
            await PutBackAsync(text, queue);
        }
    }

    private async Task PutBackAsync(string text, Messages queue)
    {
        if (!Messages.HasRoomFor(text))
        {
            await deadLetters.KeepAsync(text, "It could not be dealt with, and is too large to be put back.", scenario: null, CancellationToken.None);
            return;
        }

        try
        {
            await queue.SendPoisonAsync(text, TryAgain, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.PoisonLater(fault); // Then the host cannot delete it either.
        }
        catch (Exception fault) // The message is lost, its work is not: the outbox asks for it again.
        {
            log.PoisonNotHandled(text, fault);
        }
    }
}
