using System.Globalization;
using System.Text.Json;

namespace Parley.Contracts.Checking;

/// <summary>Numbers. A refused one is read as NaN, so that no comparison with it is ever a second problem.</summary>
internal static class NumberSlots
{
    private const NumberStyles Json = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static double Number(this Slot slot, Bounds bounds)
    {
        var expected = $"a number {bounds}";
        if (slot.As(JsonValueKind.Number, expected) is not { } node)
            return double.NaN;

        // Adding 0 turns −0, which is spelled differently, into 0.
        var value = double.Parse(node.Text, Json, CultureInfo.InvariantCulture) + 0.0;
        if (bounds.Contain(value))
            return value;

        slot.RefuseKind(expected);
        return double.NaN;
    }

    /// <summary>A whole number, however it is spelled; null when refused.</summary>
    /// <param name="expected">What it must be, in words, where the bounds alone do not say it.</param>
    public static long? Whole(this Slot slot, long low, long high, long multipleOf = 1, string? expected = null)
    {
        var kind = multipleOf == 1 ? "a whole number" : $"a multiple of {Wording.Number(multipleOf)}";
        expected ??= low == high ? Wording.Number(low) : $"{kind} from {Wording.Number(low)} to {Wording.Number(high)}";
        if (slot.As(JsonValueKind.Number, expected) is not { } node)
            return null;

        // A decimal tells 9007199254740991.4 from 9007199254740991; what it cannot hold is out of range anyway.
        if (decimal.TryParse(node.Text, Json, CultureInfo.InvariantCulture, out var value)
            && value >= low && value <= high && value % multipleOf == 0)
            return (long)value;

        slot.RefuseKind(expected);
        return null;
    }

    public static bool Flag(this Slot slot)
    {
        if (slot.Node?.Kind is not (JsonValueKind.True or JsonValueKind.False))
            slot.RefuseKind("true or false");

        return slot.Node?.Kind == JsonValueKind.True;
    }
}
