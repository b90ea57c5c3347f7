using System.Text.Json;

namespace Parley.Contracts.Parsing;

/// <summary>
/// A value of a JSON document that knows where it stands. Repeated members are kept, for the reader to refuse.
/// </summary>
/// <param name="name">Member name or index under the parent.</param>
/// <param name="position">Offset of the first byte; orders problems as the document does.</param>
/// <param name="text">The content of a string, or a number as it is spelled.</param>
internal sealed class Node(JsonValueKind kind, Node? parent, string name, long position, string text = "")
{
    private readonly List<Member> members = [];

    public JsonValueKind Kind => kind;

    public Node? Parent => parent;

    public long Position => position;

    public string Text => text;

    /// <summary>The members of an object or the items of a list, which are named by their index.</summary>
    public IReadOnlyList<Member> Members => members;

    /// <summary>Built when asked for: a long name above many values would otherwise be copied to each of them.</summary>
    public string Pointer => parent is null ? "" : parent.Pointer + JsonPointer.Token(name);

    /// <summary>What a sentence calls this value.</summary>
    public string Label => (parent, parent?.Kind) switch
    {
        (null, _) => "The document",
        (_, JsonValueKind.Array) => $"{parent.Label}[{name}]",
        _ => name,
    };

    public Node Root => parent is null ? this : parent.Root;

    /// <summary>This value and everything that it stands in.</summary>
    public IEnumerable<Node> AndAbove()
    {
        for (var node = this; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>The first member of that name.</summary>
    public Node? this[string member] => members.Find(m => m.Name == member).Value;

    public void Add(string member, Node value) => members.Add(new Member(member, value));

    /// <summary>Puts a value in the place of a member; the value goes on standing where it came from.</summary>
    public void Graft(string member, Node value)
    {
        var place = members.FindIndex(m => m.Name == member);
        members[place] = new Member(member, value);
    }
}

/// <summary>A value under its name.</summary>
internal readonly record struct Member(string Name, Node Value);
