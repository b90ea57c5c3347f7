using System.Collections;
using Parley.Engine.Binding;

namespace Parley.Engine.Recomputing;

/// <summary>
/// What chosen outputs need of a model, as a graph of rows: computed once, and then again only as far as a change of some
/// quantities reaches. An evaluation with all its statistics is the work of other rooms; this one answers "what if" many
/// thousand times over. Both say the same, to the last digits (a test holds them against each other).
/// </summary>
/// <param name="Model">The bound model.</param>
/// <param name="Nodes">In an order in which they can be computed.</param>
internal sealed record OutputGraph(Model Model, IReadOnlyList<Node> Nodes)
{
    /// <summary>Rows of quantities and nodes together.</summary>
    public int Rows => Model.Quantities.Rows + Nodes.Count;

    /// <summary>The nodes that a change of these quantities reaches, in an order in which they can be computed.</summary>
    public IReadOnlyList<Node> ReachedFrom(IEnumerable<int> quantities)
    {
        var changed = new BitArray(Rows);
        foreach (var row in quantities)
        {
            changed[row] = true;
        }

        var reached = new List<Node>();
        foreach (var node in Nodes)
        {
            if (node.Sources.Any(source => changed[source]))
            {
                changed[node.Row] = true;
                reached.Add(node);
            }
        }

        return reached;
    }
}
