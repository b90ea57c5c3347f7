using System.Text.Json;
using Parley.Engine.Situations;

namespace Parley.Contracts.Checking;

/// <summary>Judgements: ranges, or numbers where something may be decided.</summary>
internal static class RangeSlots
{
    public static TriangularRange Range(this Slot slot, Bounds bounds)
    {
        if (slot.Node is { } node)
            slot.Notes.Range(node);

        return slot.Object(o => o.Range(bounds), $"a range (low, mode, high, source) {bounds}");
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
            o["low"].Refuse($"low is {Wording.Number(low)} but must not be above high, which is {Wording.Number(high)}.");
        else if (mode < low || mode > high)
        {
            o["mode"].Refuse(
                $"mode is {Wording.Number(mode)} but must lie from low to high, {Wording.Number(low)} to {Wording.Number(high)}.");
        }

        return new TriangularRange(low, mode, high, o["source"].Source(), o.Optional("factor")?.Object(Factor));
    }

    private static FactorLoading Factor(ObjectReader o) => new(o["id"].Id(), o["loading"].Number(Bounds.Signed));
}
