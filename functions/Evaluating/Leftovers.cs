using Microsoft.Extensions.Logging;
using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>
/// What attempts have left behind that did not become the result. An end after several attempts keeps the outbox row until they are
/// cleared up, so that a kill in between brings somebody who does it.
/// </summary>
public sealed class Leftovers(ScenarioTable scenarios, EvaluationTable evaluations, OutboxTable outbox, ILogger<Leftovers> log)
{
    public async Task ClearAsync(Guid id, int generation, CancellationToken cancellation)
    {
        // In this order: a stop or a new run that comes after the second read has changed the outbox row, which then stays.
        if (await outbox.FindAsync(id, generation, cancellation) is not { } left
            || await scenarios.FindAsync(id, cancellation) is not { } row
            || row.Generation != generation
            || !row.Status.HasEnded())
        {
            log.NothingToDo(id, generation);
            return;
        }

        await evaluations.PurgeUpToAsync(id, generation, row.Result, cancellation);
        await outbox.RemoveAsync(left, cancellation);
        log.Cleared(id, generation);
    }
}
