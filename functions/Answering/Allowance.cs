namespace Parley.Functions.Answering;

/// <summary>
/// What each caller has used of something since the present window of time began, in this process: several instances allow as many times
/// as much, and a new one begins at nothing. It keeps a single caller from crowding out the others in this process; it is no account.
/// </summary>
public sealed class Allowance(long most, TimeSpan window, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> used = [];
    private long present;

    /// <summary>Null when the caller may use as much more, which then counts as used; else how much is used, and the time until it is forgotten.</summary>
    public (long Used, TimeSpan Wait)? Use(string caller, long amount)
    {
        var (number, into) = Math.DivRem(time.GetUtcNow().UtcTicks, window.Ticks);
        lock (gate)
        {
            if (number != present)
            {
                used.Clear(); // So that callers long gone take no memory.
                present = number;
            }

            var before = used.GetValueOrDefault(caller);
            if (before + amount > most)
                return (before, TimeSpan.FromTicks(window.Ticks - into));
            used[caller] = before + amount;
            return null;
        }
    }

    /// <summary>Takes back a use that came to nothing, unless that is forgotten by now.</summary>
    public void GiveBack(string caller, long amount)
    {
        lock (gate)
            used[caller] = Math.Max(0, used.GetValueOrDefault(caller) - amount);
    }
}
