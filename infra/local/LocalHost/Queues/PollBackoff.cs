namespace Parley.Local;

/// <summary>How long to wait after a poll that found nothing. Differs at random between hosts, so that they don't poll in step.</summary>
internal sealed class PollBackoff(TimeSpan longest, Random random)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private int waits;
    private TimeSpan last;

    public void Found()
    {
        waits = 0;
        last = TimeSpan.Zero;
    }

    public TimeSpan Next()
    {
        if (last != longest)
            last = Grown() is var grown && grown < longest ? grown : longest;
        return last;
    }

    private TimeSpan Grown()
    {
        var exponent = waits++ - 1;
        if (exponent < 0)
            return Shortest;
        var factor = 0.8 + 0.4 * random.NextDouble();
        return Shortest + factor * Math.Pow(2, exponent) * Shortest;
    }
}
