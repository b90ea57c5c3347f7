using Parley.Functions.Storage;

namespace Parley.Functions.Submitting;

/// <summary>Waits for the end of a scenario that has just been accepted, for clients that prefer one call to two.</summary>
public sealed class Waiting(ScenarioTable scenarios, TimeProvider time)
{
    private const int MostSeconds = 10;
    private const int MostReads = 15;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>The row at its end; null when the time or the client's patience was over first, or storage went away or the row was damaged meanwhile.</summary>
    public async Task<ScenarioRow?> ForEndAsync(Guid id, int seconds, CancellationToken clientGone)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Min(seconds, MostSeconds)), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, clientGone);
        try
        {
            var pause = FirstPause;
            for (var reads = 0; reads < MostReads; reads++)
            {
                await Task.Delay(pause, time, either.Token);
                if (await scenarios.FindAsync(id, either.Token) is { } row && row.Status.HasEnded())
                    return row;
                pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // It was accepted, and waiting is a courtesy: the answer is the usual 202.
        }
        catch (Exception fault) when (fault is InvalidDataException || StorageFault.IsTransient(fault, either.Token))
        {
            // The same.
        }

        return null;
    }
}
