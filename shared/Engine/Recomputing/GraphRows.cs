using System.Runtime.Intrinsics;
using Parley.Engine.Sampling;

namespace Parley.Engine.Recomputing;

/// <summary>
/// The rows of a graph for the draws worked on together. Every row has a value as given and, after a change, another one
/// beside it: reading a row gives the changed one where there is one, and <see cref="Restore"/> forgets all changes at once.
/// </summary>
internal sealed class GraphRows
{
    private readonly OutputGraph graph;
    private readonly DrawMatrix computed;
    private readonly DrawMatrix changes;
    private readonly bool[] isChanged;
    private readonly List<int> changed = [];

    public GraphRows(OutputGraph graph)
    {
        this.graph = graph;
        Quantities = new DrawMatrix(graph.Model.Quantities.Rows);
        computed = new DrawMatrix(graph.Nodes.Count);
        changes = new DrawMatrix(graph.Rows);
        isChanged = new bool[graph.Rows];
    }

    /// <summary>The quantities as given; its draws are those in use.</summary>
    public DrawMatrix Quantities { get; }

    /// <summary>A row as it is now.</summary>
    public ReadOnlySpan<Vector256<double>> this[int row] => isChanged[row] ? changes[row] : Given(row);

    /// <summary>A row as it is now, a number a draw.</summary>
    public ReadOnlySpan<double> Numbers(int row) =>
        isChanged[row] ? changes.Numbers(row) : row < Quantities.Rows ? Quantities.Numbers(row) : computed.Numbers(row - Quantities.Rows);

    /// <summary>Computes every node from the quantities as given and forgets all changes.</summary>
    public void Compute()
    {
        Restore();
        computed.Draws = changes.Draws = Quantities.Draws;
        foreach (var node in graph.Nodes)
        {
            node.Rule(this, Given(node.Row));
        }
    }

    /// <summary>A row to be overwritten by what a quantity is now; what it reaches is computed by <see cref="Recompute"/>.</summary>
    public Span<Vector256<double>> Change(int quantity)
    {
        Mark(quantity);
        return changes[quantity];
    }

    /// <summary>Computes what the changes reach.</summary>
    /// <param name="reached">What <see cref="OutputGraph.ReachedFrom"/> said of the changed quantities.</param>
    public void Recompute(IReadOnlyList<Node> reached)
    {
        foreach (var node in reached)
        {
            node.Rule(this, changes[node.Row]);
            Mark(node.Row);
        }
    }

    /// <summary>Makes the changed rows the given ones.</summary>
    public void Keep()
    {
        foreach (var row in changed)
        {
            changes[row].CopyTo(Given(row));
        }

        Restore();
    }

    /// <summary>Forgets all changes.</summary>
    public void Restore()
    {
        foreach (var row in changed)
        {
            isChanged[row] = false;
        }

        changed.Clear();
    }

    private void Mark(int row)
    {
        if (!isChanged[row])
        {
            isChanged[row] = true;
            changed.Add(row);
        }
    }

    private Span<Vector256<double>> Given(int row) => row < Quantities.Rows ? Quantities[row] : computed[row - Quantities.Rows];
}
