using Parley.Functions.Storage;

namespace Parley.Functions.Evaluating;

/// <summary>
/// One attempt's claim on a row, kept alive by signs of life until it ends. Whoever is found silent for longer than the lease has lost it;
/// every change is made on condition of the row's ETag, so that a loser can change nothing.
/// </summary>
public sealed class Lease<TRow> : IAsyncDisposable
    where TRow : class, ILeased<TRow>
{
    // Only the answer to our own write can get lost; a second conflict with ourselves in a row means that something is broken.
    private const int ConflictsWithOurselves = 3;

    private readonly Leasing<TRow> rows;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task signsOfLife;
    private bool ended;
    private bool isLost;

    internal Lease(TRow claimed, Leasing<TRow> rows)
    {
        (Row, Owner, this.rows) = (claimed, claimed.Owner, rows);
        Lost = lost.Token;
        signsOfLife = GiveSignsOfLifeAsync();
    }

    /// <summary>As it was last written by this attempt.</summary>
    public TRow Row { get; private set; }

    /// <summary>Names the attempt.</summary>
    public string Owner { get; }

    /// <summary>Cancelled when somebody else has taken over or stopped the work.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Writes the end; false when somebody else has taken over or stopped the work, so that this attempt was for nothing.</summary>
    public async Task<bool> EndAsync(Func<TRow, TRow> end, Func<TRow, CancellationToken, Task<TRow?>> write, CancellationToken cancellation)
    {
        await StopSignsOfLifeAsync();
        return ended = await ChangeAsync(end, write, cancellation);
    }

    /// <summary>Notes an unexpected error, from which the poison queue's function sees that the work was at fault and not a host's end.</summary>
    public async Task NoteErrorAsync(Exception unexpected, CancellationToken cancellation)
    {
        await StopSignsOfLifeAsync();
        await ChangeAsync(row => row.Noting(UnexpectedError.Note(unexpected)), rows.ChangeAsync, cancellation);
    }

    /// <summary>Lets the next attempt begin at once, as best one can: if that fails, it begins when the lease is over.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopSignsOfLifeAsync();
        try
        {
            if (!ended && !isLost)
                await ChangeAsync(row => row.GivenBack(), rows.ChangeAsync, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault))
        {
            rows.ReleaseFailed(Row, fault);
        }

        stop.Dispose();
        lost.Dispose();
    }

    private async Task GiveSignsOfLifeAsync()
    {
        using var timer = rows.Renewals();
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token) && await RenewAsync())
            {
            }

            await lost.CancelAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The attempt is over.
        }
        catch (Exception fault) // Whatever it is, it must not end the attempt in the place where that waits for the signs to stop.
        {
            rows.RenewalFailed(Row, fault);
            await lost.CancelAsync();
        }
    }

    private async Task<bool> RenewAsync()
    {
        try
        {
            var until = rows.UntilFromNow();
            return await ChangeAsync(row => row.Renewed(until), rows.ChangeAsync, stop.Token);
        }
        catch (Exception fault) when (StorageFault.IsTransient(fault, stop.Token))
        {
            rows.RenewalFailed(Row, fault);
            return true; // The next one may get through; if none does, the ETag decides who finishes.
        }
    }

    private async Task<bool> ChangeAsync(Func<TRow, TRow> change, Func<TRow, CancellationToken, Task<TRow?>> write, CancellationToken cancellation)
    {
        for (var conflicts = 0; conflicts < ConflictsWithOurselves; conflicts++)
        {
            if (await write(change(Row), cancellation) is { } written)
            {
                Row = written;
                return true;
            }

            var current = await rows.FindAsync(Row, cancellation);
            if (current?.IsEndedBy(Owner) == true)
                return true; // Our own end, whose answer was lost.
            if (current?.IsHeldBy(Owner) != true)
            {
                isLost = true;
                return false;
            }

            Row = current;
        }

        throw new InvalidOperationException($"What is stored of the work of {Owner} does not belong together.");
    }

    private async Task StopSignsOfLifeAsync()
    {
        await stop.CancelAsync();
        await signsOfLife;
    }
}
