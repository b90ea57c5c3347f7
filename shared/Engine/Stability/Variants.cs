using Parley.Engine.Sampling;

namespace Parley.Engine.Stability;

/// <summary>
/// The levels that one issue or effect takes over all states. Most options leave it alone, so that it has far fewer levels
/// than there are states, and states that share one share it to the last bit.
/// </summary>
internal sealed class Variants
{
    private readonly IReadOnlyList<Shift> shifts;
    private readonly int[] keys;
    private readonly int[] ofState;
    private readonly double[] levels;

    /// <param name="states">Options taken in each state, as bits.</param>
    public Variants(IReadOnlyList<int> states, IReadOnlyList<Shift> shifts)
    {
        this.shifts = shifts;
        var touching = shifts.Aggregate(0, (mask, shift) => mask | shift.Option);
        keys = [.. states.Select(state => state & touching).Distinct()];
        ofState = [.. states.Select(state => Array.IndexOf(keys, state & touching))];
        levels = new double[keys.Length];
    }

    /// <summary>The place of a state's level.</summary>
    public ReadOnlySpan<int> OfState => ofState;

    public ReadOnlySpan<double> Levels => levels;

    /// <summary>Writes the levels of one draw: the deal's, plus the shifts of the options taken, within the bounds.</summary>
    public void Compute(DrawMatrix draws, int draw, double deal, double low, double high)
    {
        for (var v = 0; v < keys.Length; v++)
        {
            var level = deal;
            foreach (var shift in shifts)
            {
                level += (keys[v] & shift.Option) != 0 ? draws.Numbers(shift.Row)[draw] : 0;
            }

            levels[v] = Math.Clamp(level, low, high);
        }
    }
}

/// <summary>What an option, given as its bit, adds to a level; the row holds its draws.</summary>
internal readonly record struct Shift(int Option, int Row);
