using System.Runtime.Intrinsics;

namespace Parley.Engine.Recomputing;

/// <summary>One row of a graph that is computed from others.</summary>
/// <param name="Row">Its place: the model's quantities come first, then the nodes in the order in which they can be computed.</param>
/// <param name="Sources">The rows that the rule reads.</param>
internal sealed record Node(int Row, IReadOnlyList<int> Sources, Rule Rule);

/// <summary>Computes a row from the rows it depends on.</summary>
/// <param name="result">Holds anything; is overwritten whole.</param>
internal delegate void Rule(GraphRows rows, Span<Vector256<double>> result);
