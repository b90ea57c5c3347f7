using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Valuing;

namespace Parley.Engine.Recomputing;

/// <summary>Nodes of impacts in points; see <see cref="ImpactRows"/>.</summary>
internal sealed class ImpactNodes(Model model, NodeList nodes, ValueNodes values, CauseNodes causes, EffectNodes effects)
{
    /// <summary>A stakeholder's impact against no deal or the status quo, with the effects of a year.</summary>
    public int Impact(int stakeholder, bool againstNoDeal, int year) => nodes.Once(nameof(Impact), stakeholder, againstNoDeal ? 1 : 0, year, () =>
    {
        var of = model.Stakeholders[stakeholder];
        var inverse = values.InverseWeight(stakeholder);
        int Change(Func<int, int> value) => againstNoDeal ? SinceNoDeal(value) : causes.Difference(value(Model.Deal), value(Model.StatusQuo));
        Stake[] stakes =
        [
            .. of.Preferences.Select(p => new Stake(Change(w => values.Partial(p, w)), p.SalienceRow, 1)),
            .. of.Interactions.Select(i => new Stake(Change(w => values.Interaction(of, i, w)), i.WeightRow, 1)),
            .. of.Effects.Select(e => new Stake(Change(w => effects.Level(w, e.Target, year)), e.WeightRow, 0.5 * e.Sign)),
            .. of.Outcomes.Select(o => new Stake(Change(w => effects.Total(w, o.Target, year)), o.WeightRow, o.Sign)),
        ];
        stakes = [.. stakes.Where(stake => stake.Change != nodes.Zero)];
        return nodes.Add(
            [inverse, of.LossAversionRow, .. stakes.SelectMany(s => new[] { s.Change, s.Weight })],
            (rows, result) => AddUp(rows, stakes, rows[inverse], rows[of.LossAversionRow], result));
    });

    /// <summary>Σ odds·(deal − outcome) over the outcomes of no deal that differ from the deal.</summary>
    private int SinceNoDeal(Func<int, int> value)
    {
        var deal = value(Model.Deal);
        var others = Enumerable.Range(Model.FirstNoDeal, model.Worlds.Count - Model.FirstNoDeal)
            .Select(world => (Row: value(world), Odds: values.Odds(world)))
            .Where(other => other.Row != deal).ToArray();
        return others.Length == 0
            ? nodes.Zero
            : nodes.Add([deal, .. others.SelectMany(o => new[] { o.Row, o.Odds })], (rows, result) =>
            {
                result.Clear();
                foreach (var other in others)
                {
                    ValueKernels.AddScaledDifference(rows[deal], rows[other.Row], rows[other.Odds], result);
                }
            });
    }

    private static void AddUp(
        GraphRows rows, Stake[] stakes, ReadOnlySpan<Vector256<double>> inverse, ReadOnlySpan<Vector256<double>> lossAversion, Span<Vector256<double>> total)
    {
        total.Clear();
        var hundred = Vector256.Create(100.0);
        foreach (var stake in stakes)
        {
            var change = rows[stake.Change];
            var weight = rows[stake.Weight];
            var slope = Vector256.Create(stake.Slope);
            for (var i = 0; i < total.Length; i++)
            {
                var delta = slope * change[i];
                var felt = Vector256.ConditionalSelect(Vector256.LessThan(delta, Vector256<double>.Zero), delta * lossAversion[i], delta);
                total[i] += hundred * (weight[i] * inverse[i]) * felt;
            }
        }
    }

    /// <summary>Part of an impact: weight · g(slope · change).</summary>
    private readonly record struct Stake(int Change, int Weight, double Slope);
}
