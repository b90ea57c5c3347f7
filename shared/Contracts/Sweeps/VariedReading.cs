using System.Text.Json;
using Parley.Contracts.Checking;
using Parley.Engine.Sweeping;

namespace Parley.Contracts.Sweeps;

/// <summary>The values that a term takes: a list, or a range from low to high.</summary>
internal static class VariedReading
{
    private const int MostLevels = 1_000;

    /// <param name="isGrid">Whether levels are needed.</param>
    public static VariedTerm Term(string issue, Slot slot, bool isGrid)
    {
        switch (slot.Node?.Kind)
        {
            case JsonValueKind.Array:
                return new VariedTerm.Listed(issue, Values(slot));
            case JsonValueKind.Object:
                return slot.Object(o => Ranged(issue, o, isGrid));
            default:
                slot.RefuseKind("a list of values or a range (low, high, steps) from 0 to 100");
                return new VariedTerm.Listed(issue, []);
        }
    }

    private static IReadOnlyList<double> Values(Slot slot)
    {
        var seen = new HashSet<double>();
        return slot.List(1, MostLevels, item =>
        {
            var value = item.Number(Bounds.Scale);
            if (!double.IsNaN(value) && !seen.Add(value))
                item.Refuse($"{item.Label} repeats {Wording.Number(value)} but each value may appear only once.");
            return value;
        });
    }

    private static VariedTerm.Ranged Ranged(string issue, ObjectReader o, bool isGrid)
    {
        var (low, high) = (o["low"].Number(Bounds.Scale), o["high"].Number(Bounds.Scale));
        if (low >= high)
            o["low"].Refuse($"low is {Wording.Number(low)} but must be below high, which is {Wording.Number(high)}.");
        var steps = isGrid ? o["steps"].Whole(2, MostLevels) : o.Optional("steps")?.Whole(2, MostLevels);
        return new VariedTerm.Ranged(issue, low, high, (int?)steps);
    }
}
