using Parley.Functions.Storage;

namespace Parley.Functions.Answering;

/// <summary>
/// What each caller may use of something in a window of time, in all processes together. A process takes blocks of it from a row of storage
/// and grants out of its block without asking again; so the row is asked once for many requests, and however many processes there are,
/// they never grant more than the whole. A process takes ahead only about as much as it has granted, so that many processes that each
/// grant little leave most of it to be taken. What it has taken and not granted when it ends is lost to the caller until the window ends.
/// </summary>
public sealed class SharedAllowance(long most, TimeSpan window, AllowanceTable table, TimeProvider time)
{
    /// <summary>At least so many blocks make the whole.</summary>
    public const int Blocks = 50;

    /// <summary>A first block is so much smaller than the largest ones.</summary>
    private const int FirstOfBlock = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Block> blocks = [];
    private long present;

    /// <summary>The charge when the caller may use as much more, which then counts as used; else why not.</summary>
    public async Task<(Charge? Charge, Exhaustion? Exhaustion)> UseAsync(string caller, long amount, CancellationToken cancellation)
    {
        var (now, into) = Math.DivRem(time.GetUtcNow().UtcTicks, window.Ticks);
        var (block, number) = BlockOf(caller, now);
        await block.Turn.WaitAsync(cancellation);
        try
        {
            while (!block.TryUse(amount))
            {
                var missing = amount - block.Left;
                if (missing <= 0)
                    continue; // Something was given back just now.
                var wish = Math.Max(missing, Math.Clamp(block.Taken, most / Blocks / FirstOfBlock, most / Blocks));
                var (granted, before) = await table.TakeAsync(caller, new AllowanceTaking(block.Write, number, missing, wish), most, cancellation);
                if (granted == 0)
                    return (null, new Exhaustion(before - block.Left, TimeSpan.FromTicks(window.Ticks - into)));
                block.Take(granted);
            }

            return (new Charge(caller, amount, number), null);
        }
        finally
        {
            block.Turn.Release();
        }
    }

    /// <summary>True when the process could grant as much out of what it has taken, without a call.</summary>
    public bool Covers(string caller, long amount)
    {
        lock (gate)
            return present == time.GetUtcNow().UtcTicks / window.Ticks && blocks.TryGetValue(caller, out var block) && block.Left >= amount;
    }

    /// <summary>Takes back a use that came to nothing, unless that is forgotten by now. The process may grant it again.</summary>
    public void GiveBack(Charge charge)
    {
        lock (gate)
        {
            if (charge.Window == present && blocks.TryGetValue(charge.Caller, out var block))
                block.Add(charge.Amount);
        }
    }

    /// <summary>The caller's block, and of which window it is: of the latest that this process has seen, which for a request that comes late is the next.</summary>
    private (Block Block, long Window) BlockOf(string caller, long now)
    {
        lock (gate)
        {
            if (now > present)
            {
                blocks.Clear(); // So that callers long gone take no memory.
                present = now;
            }

            return (blocks.TryGetValue(caller, out var block) ? block : blocks[caller] = new Block(), present);
        }
    }

    /// <summary>What this process has taken for a caller and not granted yet.</summary>
    private sealed class Block
    {
        private long left;

        /// <summary>One request at a time uses it or takes more.</summary>
        public SemaphoreSlim Turn { get; } = new(1);

        /// <summary>All that was taken so far.</summary>
        public long Taken { get; private set; }

        /// <summary>Names the next taking, and stays the same until an answer to it was heard.</summary>
        public Guid Write { get; private set; } = Guid.NewGuid();

        public long Left => Interlocked.Read(ref left);

        public bool TryUse(long amount)
        {
            if (Left < amount)
                return false;
            Add(-amount);
            return true;
        }

        public void Take(long amount)
        {
            (Taken, Write) = (Taken + amount, Guid.NewGuid());
            Add(amount);
        }

        public void Add(long amount) => Interlocked.Add(ref left, amount);
    }
}

/// <summary>What a caller was charged with, to be given back if it comes to nothing.</summary>
/// <param name="Window">Number of the window of time in which it counts.</param>
public sealed record Charge(string Caller, long Amount, long Window);

/// <summary>Why no more is granted.</summary>
/// <param name="Taken">How much of the whole is used, or held by other processes for what they may still grant.</param>
/// <param name="Wait">The time until that is forgotten.</param>
public sealed record Exhaustion(long Taken, TimeSpan Wait);
