using Parley.Contracts.Checking;
using Parley.Contracts.Parsing;
using Parley.Engine.Scenarios;

namespace Parley.Contracts.Scenarios;

/// <summary>An override on its own; how large it may be is for what it replaces to say, and not told here.</summary>
internal static class OverrideReading
{
    private static readonly Bounds Anything = new(-1_000_000, 1_000_000);

    public static Override Override(string pointer, Slot slot)
    {
        if (!JsonPointer.IsWellFormed(pointer))
            slot.Refuse($"{Wording.Quote(pointer)} must be a JSON Pointer into the situation, such as /assumptions/growth/value.");

        return new Override(pointer, slot.Range(Anything, "a range (low, mode, high, source)"));
    }
}
