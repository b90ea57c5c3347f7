namespace Parley.Engine.Estimating;

/// <summary>Hands out places in a <see cref="Tally"/>.</summary>
internal sealed class Statistics
{
    /// <summary>Places handed out so far.</summary>
    public int Count { get; private set; }

    /// <summary>The first of <paramref name="places"/> consecutive places.</summary>
    public int Reserve(int places = 1)
    {
        var first = Count;
        Count += places;
        return first;
    }
}
