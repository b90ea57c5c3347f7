using Parley.Functions.Storage;

namespace Parley.Functions.Answering;

/// <summary>
/// What each caller may use of something in a window of time, in all processes together. A process takes blocks of it from a row of storage
/// and grants out of its block without asking again; so the row is asked once for many requests, and however many processes there are,
/// they never grant more than the whole. What a process has taken and not granted when it ends is lost to the caller until the window ends.
/// </summary>
public sealed class SharedAllowance(long most, TimeSpan window, AllowanceTable table, TimeProvider time)
{
    /// <summary>In so many blocks the whole is taken.</summary>
    public const int Blocks = 50;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Block> blocks = [];
    private long present;

    /// <summary>Null when the caller may use as much more, which then counts as used; else how much is used or taken, and the time until it is forgotten.</summary>
    public async Task<(long Used, TimeSpan Wait)?> UseAsync(string caller, long amount, CancellationToken cancellation)
    {
        var (number, into) = Math.DivRem(time.GetUtcNow().UtcTicks, window.Ticks);
        var block = BlockOf(caller, number);
        await block.Turn.WaitAsync(cancellation);
        try
        {
            if (block.TryUse(amount))
                return null;
            var missing = amount - block.Left;
            var (granted, before) = await table.TakeAsync(caller, number, missing, Math.Max(missing, most / Blocks), most, cancellation);
            if (granted == 0)
                return (before - block.Left, TimeSpan.FromTicks(window.Ticks - into));
            block.Add(granted - amount);
            return null;
        }
        finally
        {
            block.Turn.Release();
        }
    }

    /// <summary>Takes back a use that came to nothing, unless that is forgotten by now. The process may grant it again.</summary>
    public void GiveBack(string caller, long amount)
    {
        lock (gate)
        {
            if (blocks.TryGetValue(caller, out var block))
                block.Add(amount);
        }
    }

    private Block BlockOf(string caller, long number)
    {
        lock (gate)
        {
            if (number != present)
            {
                blocks.Clear(); // So that callers long gone take no memory.
                present = number;
            }

            return blocks.TryGetValue(caller, out var block) ? block : blocks[caller] = new Block();
        }
    }

    /// <summary>What this process has taken for a caller and not granted yet.</summary>
    private sealed class Block
    {
        private long left;

        /// <summary>One request at a time uses it or takes more.</summary>
        public SemaphoreSlim Turn { get; } = new(1);

        public long Left => Interlocked.Read(ref left);

        public bool TryUse(long amount)
        {
            if (Left < amount)
                return false;
            Add(-amount);
            return true;
        }

        public void Add(long amount) => Interlocked.Add(ref left, amount);
    }
}
