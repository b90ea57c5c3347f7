using System.Runtime.Intrinsics;
using Parley.Engine.Accepting;
using Parley.Engine.Binding;
using Parley.Engine.Situations;
using Parley.Engine.Valuing;

namespace Parley.Engine.Recomputing;

/// <summary>Nodes of who signs, and of how much is missing; see <see cref="Acceptance"/>.</summary>
internal sealed class AcceptanceNodes(Model model, NodeList nodes, ImpactNodes impacts)
{
    /// <summary>1 where a stakeholder accepts, else 0.</summary>
    public int Accepts(int stakeholder) => nodes.Once(nameof(Accepts), stakeholder, 0, 0, () =>
    {
        var of = model.Stakeholders[stakeholder];
        int[] slacks = [.. of.Preferences.SelectMany(p => p.RedLines).Select(RedLineSlack), ValueSlack(stakeholder)];
        int[] ratifiers = [.. of.RatifiedBy.Select(Accepts)];
        return nodes.Add([.. slacks, .. ratifiers], (rows, result) =>
        {
            result.Fill(Vector256<double>.One);
            foreach (var slack in slacks)
            {
                var row = rows[slack];
                for (var i = 0; i < result.Length; i++)
                {
                    result[i] = Vector256.ConditionalSelect(
                        Vector256.LessThan(row[i], Vector256<double>.Zero), Vector256<double>.Zero, result[i]);
                }
            }

            foreach (var ratifier in ratifiers)
            {
                ValueKernels.Multiply(rows[ratifier], result, result);
            }
        });
    });

    /// <summary>1 where all veto players accept, else 0.</summary>
    public int Joint() => nodes.Once(nameof(Joint), 0, 0, 0, () =>
    {
        int[] vetoes = [.. Enumerable.Range(0, model.Stakeholders.Count).Where(s => model.Stakeholders[s].Role == StakeholderRole.Veto).Select(Accepts)];
        return nodes.Add(vetoes, (rows, result) =>
        {
            result.Fill(Vector256<double>.One);
            foreach (var veto in vetoes)
            {
                ValueKernels.Multiply(rows[veto], result, result);
            }
        });
    });

    /// <summary>How far the deal's term stays within a red line, on the issue's scale; below 0 beyond it.</summary>
    public int RedLineSlack(BoundRedLine line)
    {
        var term = model.Worlds[Model.Deal].TermRows[line.Issue];
        var (lower, upper) = line.Side == RedLineSide.AtMost ? (term, line.Row) : (line.Row, term);
        return nodes.Once(nameof(RedLineSlack), lower, upper, 0, () =>
            nodes.Add([lower, upper], (rows, result) => ValueKernels.Subtract(rows[upper], rows[lower], result)));
    }

    /// <summary>Points by which impact against no deal and the cost of no deal exceed the margin.</summary>
    public int ValueSlack(int stakeholder) => nodes.Once(nameof(ValueSlack), stakeholder, 0, 0, () =>
    {
        var of = model.Stakeholders[stakeholder];
        var impact = impacts.Impact(stakeholder, againstNoDeal: true, model.Horizon);
        return nodes.Add([impact, of.CostRow, of.MarginRow], (rows, result) =>
        {
            var gain = rows[impact];
            var cost = rows[of.CostRow];
            var margin = rows[of.MarginRow];
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = gain[i] + cost[i] - margin[i];
            }
        });
    });
}
