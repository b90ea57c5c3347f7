using System.Text.Json;

namespace Parley.Contracts.Checking;

/// <summary>Ids and references by id.</summary>
internal static class IdSlots
{
    public const int Longest = 64;
    public const string Expected = "an id of 1 to 64 characters from a-z, 0-9 and -";

    public static bool IsId(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    public static string Id(this Slot slot)
    {
        if (slot.As(JsonValueKind.String, Expected) is { } node && !IsId(node.Text))
            slot.RefuseKind(Expected);

        return slot.Node?.Text ?? "";
    }

    /// <summary>The id of something that must be declared.</summary>
    public static string Reference(this Slot slot, Declared declared)
    {
        if (slot.As(JsonValueKind.String, Expected) is { } node && !declared.Knows(node.Text))
            slot.Refuse(() => declared.Refusal(node.Text));

        return slot.Node?.Text ?? "";
    }

    /// <summary>Ids of things that must be declared, each at most once.</summary>
    public static IReadOnlyList<string> References(this Slot slot, Declared declared, int least = 0)
    {
        var seen = new HashSet<string>();
        return slot.List(least, int.MaxValue, item =>
        {
            var id = item.Reference(declared);
            if (id.Length > 0 && !seen.Add(id))
                item.Refuse($"{Wording.Quote(id)} is repeated in {slot.Label} but may appear only once.");
            return id;
        });
    }
}
