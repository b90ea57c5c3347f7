using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Parley.Functions.Storage;

namespace Parley.Functions.Purging;

/// <summary>Purges by age every hour.</summary>
public sealed class PurgeOld(Purge purge, ILogger<PurgeOld> log)
{
    [Function(nameof(PurgeOld))]
    public async Task RunAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            await purge.RunAsync(enough: cancellation, cancellation);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, cancellation))
        {
            log.PurgingLater(fault);
        }
    }
}
