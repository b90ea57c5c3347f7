using Parley.Contracts.Parsing;

namespace Parley.Contracts.Checking;

/// <summary>
/// Reads an object's members by name. What is never asked for is unknown; it is refused at the end,
/// as is every repetition.
/// </summary>
internal sealed class ObjectReader(Node node, Notes notes)
{
    private readonly List<string> known = [];

    public Node Node => node;

    public Notes Notes => notes;

    /// <summary>A member that must be there.</summary>
    public Slot this[string member] => Optional(member) ?? new Slot(node, member, null, notes);

    /// <summary>A member that may be absent.</summary>
    public Slot? Optional(string member)
    {
        if (!known.Contains(member))
            known.Add(member);

        return node[member] is { } value ? new Slot(node, member, value, notes) : null;
    }

    /// <summary>The one that is there of several alternatives; otherwise null, and the refusal is noted.</summary>
    public Slot? OneOf(params string[] members)
    {
        var there = members.Select(Optional).OfType<Slot>().ToList();
        if (there.Count == 0)
            notes.Report(node, $"{node.Label} must have {Wording.Or(members)}.");
        foreach (var second in there.Skip(1))
            second.Refuse($"{second.Label} stands beside {there[0].Label} but only one of them may be given.");

        return there.FirstOrDefault();
    }

    /// <summary>Refuses what was not asked for, and every repetition.</summary>
    public void Close()
    {
        var seen = new HashSet<string>();
        foreach (var (name, value) in node.Members)
        {
            if (!seen.Add(name))
                notes.Report(value, $"{Wording.Quote(name)} is repeated but may appear only once.");
            else if (!known.Contains(name))
                notes.Report(value, () => $"{Wording.Quote(name)} is not known here; {Wording.Instead(name, known, "the members are")}");
        }
    }
}
