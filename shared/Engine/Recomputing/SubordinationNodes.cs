using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Measuring;
using Parley.Engine.Valuing;

namespace Parley.Engine.Recomputing;

/// <summary>The node of how much closer the deal lies to the principals than to the others; see <see cref="SubordinationStatistics"/>.</summary>
internal sealed class SubordinationNodes(BoundSides sides, NodeList nodes, CauseNodes causes)
{
    public int Subordination() => nodes.Once(nameof(Subordination), 0, 0, 0, () =>
        causes.Difference(Mean(sides.Others), Mean(sides.Principals)));

    private int Mean(IReadOnlyList<int> side)
    {
        int[] distances = [.. side.Select(s => causes.Distance(s, Model.Deal))];
        return nodes.Add(distances, (rows, result) =>
        {
            result.Clear();
            foreach (var distance in distances)
            {
                ValueKernels.Add(rows[distance], result);
            }

            var count = Vector256.Create((double)distances.Length);
            foreach (ref var sum in result)
            {
                sum /= count;
            }
        });
    }
}
