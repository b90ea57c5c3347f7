using System.Text.Json;
using Parley.Contracts.Parsing;

namespace Parley.Contracts.Checking;

/// <summary>Objects with fixed members, objects keyed by id, and lists.</summary>
internal static class CollectionSlots
{
    // Where nothing narrower holds; bounds the work, not the author.
    private const int Most = 1000;

    // A name stands in the pointer of everything below it.
    public const int LongestName = 500;

    /// <summary>An object with fixed members. One that is refused is read as if it were empty, silently.</summary>
    public static T Object<T>(this Slot slot, Func<ObjectReader, T> read, string expected = "an object")
    {
        if (slot.As(JsonValueKind.Object, expected) is not { } node)
        {
            var nothing = new Node(JsonValueKind.Object, null, "", 0);
            return slot.Notes.Silently(() => read(new ObjectReader(nothing, slot.Notes)));
        }

        var reader = new ObjectReader(node, slot.Notes);
        var value = read(reader);
        reader.Close();
        return value;
    }

    /// <summary>Things keyed by their own ids.</summary>
    public static IReadOnlyList<T> Keyed<T>(this Slot slot, int least, int most, Func<string, ObjectReader, T> read) =>
        slot.KeyedBy(Declared.Anything, least, most, (id, item) => item.Object(o => read(id, o)));

    /// <summary>Values keyed by the ids of things declared elsewhere.</summary>
    public static IReadOnlyList<T> KeyedBy<T>(this Slot slot, Declared declared, Func<string, Slot, T> read, int least = 0) =>
        slot.KeyedBy(declared, least, Most, read);

    /// <summary>The members of an object whose names are content; checking the names is left to the caller.</summary>
    public static IReadOnlyList<T> Members<T>(this Slot slot, int least, int most, Func<string, Slot, T> read)
    {
        if (slot.As(JsonValueKind.Object, "an object") is not { } node || !slot.HasFrom(least, most, node, "members"))
            return [];

        var seen = new HashSet<string>();
        var values = new List<T>(node.Members.Count);
        foreach (var (name, value) in node.Members)
        {
            if (name.Length > LongestName)
                slot.Notes.Report(value, $"{Wording.Quote(name)} has {Wording.Number(name.Length)} characters but may have {LongestName}.");
            else if (!seen.Add(name))
                slot.Notes.Report(value, $"{Wording.Quote(name)} is repeated but may appear only once.");
            else
                values.Add(read(name, new Slot(node, name, value, slot.Notes)));
        }

        return values;
    }

    public static IReadOnlyList<T> List<T>(this Slot slot, int least, int most, Func<Slot, T> read)
    {
        if (slot.As(JsonValueKind.Array, "a list") is not { } node || !slot.HasFrom(least, most, node, "items"))
            return [];

        return [.. node.Members.Select(item => read(new Slot(node, item.Name, item.Value, slot.Notes)))];
    }

    private static IReadOnlyList<T> KeyedBy<T>(this Slot slot, Declared declared, int least, int most, Func<string, Slot, T> read) =>
        slot.Members(least, most, (id, item) =>
        {
            if (!declared.Knows(id))
                item.Refuse(() => declared.Refusal(id));
            return read(id, item);
        });

    private static bool HasFrom(this Slot slot, int least, int most, Node node, string counted)
    {
        // A repeated member is another problem than one too many.
        var count = node.Members.DistinctBy(m => m.Name).Count();
        if (count < least)
            slot.Refuse($"{slot.Label} has {Wording.Number(count)} {Counted(count, counted)} but must have at least {Wording.Number(least)}.");
        if (count > most)
            slot.Refuse($"{slot.Label} has {Wording.Number(count)} {Counted(count, counted)} but must have at most {Wording.Number(most)}.");

        return count <= most;
    }

    private static string Counted(int count, string things) => count == 1 ? things[..^1] : things;
}
