using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Valuing;

namespace Parley.Engine.Recomputing;

/// <summary>Nodes of what terms are worth; see <see cref="IssueValues"/>.</summary>
internal sealed class ValueNodes(Model model, NodeList nodes)
{
    /// <summary>1/Σ of a stakeholder's weights.</summary>
    public int InverseWeight(int stakeholder) => nodes.Once(nameof(InverseWeight), stakeholder, 0, 0, () =>
    {
        var weights = model.Stakeholders[stakeholder].WeightRows;
        return nodes.Add([.. weights], (rows, result) =>
        {
            result.Clear();
            foreach (var weight in weights)
            {
                ValueKernels.Add(rows[weight], result);
            }

            foreach (ref var sum in result)
            {
                sum = Vector256<double>.One / sum;
            }
        });
    });

    /// <summary>The value of one of a stakeholder's issues in a world; worlds with the same term share a node.</summary>
    public int Partial(BoundPreference preference, int world)
    {
        var term = model.Worlds[world].TermRows[preference.Issue];
        var (ideal, shape) = (preference.IdealRow, preference.ShapeRow);
        return nodes.Once(nameof(Partial), term, ideal, shape, () =>
        {
            var reach = InverseReach(ideal);
            return shape < 0
                ? nodes.Add([term, ideal, reach], (rows, result) => ValueKernels.PartialValue(rows[term], rows[ideal], rows[reach], result))
                : nodes.Add(
                    [term, ideal, reach, shape],
                    (rows, result) => ValueKernels.BentPartialValue(rows[term], rows[ideal], rows[reach], rows[shape], result));
        });
    }

    /// <summary>The value of an interaction in a world.</summary>
    public int Interaction(BoundStakeholder of, BoundInteraction interaction, int world)
    {
        var first = Partial(of.Preferences[interaction.First], world);
        var second = Partial(of.Preferences[interaction.Second], world);
        return nodes.Once(nameof(Interaction), first, second, 0, () =>
            nodes.Add([first, second], (rows, result) => ValueKernels.Multiply(rows[first], rows[second], result)));
    }

    /// <summary>Probability of one outcome of no deal.</summary>
    public int Odds(int world) => nodes.Once(nameof(Odds), world, 0, 0, () =>
    {
        var odds = model.Worlds.Skip(Model.FirstNoDeal).Select(w => w.OddsRow).ToArray();
        var own = model.Worlds[world].OddsRow;
        return nodes.Add(odds, (rows, result) =>
        {
            result.Clear();
            foreach (var row in odds)
            {
                ValueKernels.Add(rows[row], result);
            }

            var mine = rows[own];
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = mine[i] / result[i];
            }
        });
    });

    private int InverseReach(int ideal) => nodes.Once(nameof(InverseReach), ideal, 0, 0, () =>
        nodes.Add([ideal], (rows, result) => ValueKernels.InverseReach(rows[ideal], result)));
}
