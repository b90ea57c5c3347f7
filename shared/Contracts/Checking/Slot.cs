using System.Text.Json;
using Parley.Contracts.Parsing;

namespace Parley.Contracts.Checking;

/// <summary>A place in a document where a value should stand. How it is read is said by the extensions in this folder.</summary>
/// <param name="owner">The object or list around it.</param>
/// <param name="name">Its name there.</param>
/// <param name="node">What stands there; null when nothing does.</param>
internal sealed class Slot(Node owner, string name, Node? node, Notes notes)
{
    public Node? Node => node;

    public Notes Notes => notes;

    public string Label => node?.Label ?? name;

    /// <summary>The value when it is of that kind; otherwise null, and the refusal is noted.</summary>
    public Node? As(JsonValueKind kind, string expected)
    {
        if (node?.Kind == kind)
            return node;

        RefuseKind(expected);
        return null;
    }

    /// <summary>Refuses a value of the wrong kind, or none.</summary>
    public void RefuseKind(string expected)
    {
        if (node is null)
            notes.Report(owner, $"{Label} is missing and must be {expected}.", name);
        else
            notes.Report(node, $"{Label} is {Wording.Found(node)} but must be {expected}.");
    }

    /// <summary>Refuses a value of the right kind.</summary>
    public void Refuse(string detail) => notes.Report(node ?? owner, detail);

    /// <summary>Refuses a value of the right kind in a sentence that takes a search.</summary>
    public void Refuse(Func<string> detail) => notes.Report(node ?? owner, detail);
}
