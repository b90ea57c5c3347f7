using System.Runtime.Intrinsics;
using Parley.Engine.Binding;

namespace Parley.Engine.Recomputing;

/// <summary>
/// Collects the nodes that chosen outputs need, each once. Whoever asks for a node asks for its sources first, so the order of
/// the list is one in which everything can be computed.
/// </summary>
internal sealed class NodeList
{
    private readonly Dictionary<(string Kind, int A, int B, int C), int> known = [];
    private readonly List<Node> nodes = [];
    private readonly int quantities;

    public NodeList(Quantities quantities)
    {
        this.quantities = quantities.Rows;
        foreach (var mixture in quantities.Mixtures)
        {
            // A quantity that follows others: it keeps its own row.
            nodes.Add(new Node(mixture.Row, [mixture.ChoiceRow, .. mixture.Rows], (rows, result) => Choose(mixture, rows, result)));
        }

        Zero = Add([], (_, result) => result.Clear());
    }

    /// <summary>
    /// The row that is 0 in every draw. What is sure to be 0, such as a change since the status quo at the status quo, is this
    /// very row, and nothing is computed from it.
    /// </summary>
    public int Zero { get; }

    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The row of a node known by kind and numbers; made on first use.</summary>
    public int Once(string kind, int a, int b, int c, Func<int> make)
    {
        if (!known.TryGetValue((kind, a, b, c), out var row))
        {
            row = make();
            known.Add((kind, a, b, c), row);
        }

        return row;
    }

    /// <summary>A new node's row.</summary>
    public int Add(IReadOnlyList<int> sources, Rule rule)
    {
        var row = quantities + nodes.Count;
        nodes.Add(new Node(row, sources, rule));
        return row;
    }

    private static void Choose(Mixture mixture, GraphRows rows, Span<Vector256<double>> result)
    {
        rows[mixture.Rows[^1]].CopyTo(result);
        for (var alternative = mixture.Rows.Count - 2; alternative >= 0; alternative--)
        {
            mixture.Take(alternative, rows[mixture.ChoiceRow], rows[mixture.Rows[alternative]], result);
        }
    }
}
