using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Storage;

namespace Parley.Functions.Sweeping;

/// <summary>Answers the messages that failed too often. It never throws: a poison queue has no poison queue.</summary>
public sealed class ReceiveSweepPoison(SweepPoison poison, SweepMessages queue, ILogger<ReceiveSweepPoison> log)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);

    [Function(nameof(ReceiveSweepPoison))]
    public async Task RunAsync(
        [QueueTrigger(StorageNames.SweepPoisonQueue, Connection = "AzureWebJobsStorage")] string text, CancellationToken cancellation)
    {
        try
        {
            await poison.DealWithAsync(text, cancellation);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.PoisonLater(fault);
            await PutBackAsync(text);
        }
        catch (Exception fault) // Whatever it is: see above.
        {
            log.PoisonNotHandled(text, fault);
            await PutBackAsync(text);
        }
    }

    private async Task PutBackAsync(string text)
    {
        try
        {
            await queue.SendPoisonAsync(text, TryAgain, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            log.PoisonLater(fault); // Then the host cannot delete it either.
        }
        catch (Exception fault) // The message is lost, its sweep is not: the outbox has it looked at.
        {
            log.PoisonNotHandled(text, fault);
        }
    }
}
