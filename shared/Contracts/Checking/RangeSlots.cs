using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Checking;

/// <summary>Judgements: ranges, or numbers where something may be decided.</summary>
internal static class RangeSlots
{
    public static TriangularRange Range(this Slot slot, Bounds bounds) => slot.Range(bounds, $"a range (low, mode, high, source) {bounds}");

    /// <param name="expected">What should stand there, for whoever has written something else.</param>
    public static TriangularRange Range(this Slot slot, Bounds bounds, string expected)
    {
        if (slot.Node is { } node)
            slot.Notes.Range(node);

        return slot.Object(o => o.Range(bounds), expected);
    }

    public static TriangularRange NumberOrRange(this Slot slot, Bounds bounds)
    {
        switch (slot.Node?.Kind)
        {
            case JsonValueKind.Number:
                slot.Notes.Range(slot.Node);
                return TriangularRange.Exactly(slot.Number(bounds));
            case JsonValueKind.Object:
                return slot.Range(bounds);
            default:
                slot.RefuseKind($"a number or a range (low, mode, high, source) {bounds}");
                return TriangularRange.Exactly(double.NaN);
        }
    }

    /// <summary>The members of a range, beside which the object may have others.</summary>
    public static TriangularRange Range(this ObjectReader o, Bounds bounds)
    {
        var (low, mode, high) = (o["low"].Number(bounds), o["mode"].Number(bounds), o["high"].Number(bounds));
        if (low > high)
            o["low"].Refuse($"low is {Wording.Number(low)} but must {NotAbove(mode, high)}.");
        else if (mode < low || mode > high)
            o["mode"].Refuse($"mode is {Wording.Number(mode)} but must {Between(low, high)}.");

        return new TriangularRange(low, mode, high, o["source"].Source(), o.Optional("factor")?.Object(Factor));
    }

    /// <summary>Names the mode, too, where it is in place: below the high alone, the low would be refused once more.</summary>
    private static string NotAbove(double mode, double high) => mode <= high
        ? $"be above neither mode, which is {Wording.Number(mode)}, nor high, which is {Wording.Number(high)}"
        : $"not be above high, which is {Wording.Number(high)}";

    /// <summary>Where a bound was refused itself, the other one alone is told.</summary>
    private static string Between(double low, double high) => (double.IsNaN(low), double.IsNaN(high)) switch
    {
        (true, _) => $"not be above high, which is {Wording.Number(high)}",
        (_, true) => $"not be below low, which is {Wording.Number(low)}",
        _ => $"lie from low to high, {Wording.Number(low)} to {Wording.Number(high)}",
    };

    private static FactorLoading Factor(ObjectReader o) => new(o["id"].Id(), o["loading"].Number(Bounds.Signed));
}
