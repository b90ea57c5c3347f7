using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;
using Parley.Engine.Valuing;

namespace Parley.Engine.Following;

/// <summary>
/// Total value U_i in [0, 1] in one world and year, of the stakeholders whose outcome matters to something: its issues and
/// interactions, (1 + σ·a_e)/2 per effect, and U_j or 1 − U_j per stakeholder whose outcome it is exposed to, each by its
/// weight. Everyone is valued once, after those it is exposed to.
/// </summary>
internal sealed class OutcomeValues
{
    private readonly Model model;
    private readonly IssueValues values;
    private readonly EffectWeb effects;
    private readonly int[] order;
    private readonly DrawMatrix totals;

    public OutcomeValues(Model model, IssueValues values, EffectWeb effects)
    {
        this.model = model;
        this.values = values;
        this.effects = effects;
        order = [.. model.ValueOrder.Where(values.Matters)];
        totals = new DrawMatrix(model.Stakeholders.Count);
    }

    /// <summary>A stakeholder's total value in the world and year computed last.</summary>
    public ReadOnlySpan<Vector256<double>> this[int stakeholder] => totals[stakeholder];

    public void Compute(DrawMatrix draws, int world, int year)
    {
        totals.Draws = draws.Draws;
        foreach (var s in order)
        {
            values.Values[values.Row(s, world)].CopyTo(totals[s]);
            AddEffects(draws, s, world, year);
            AddOutcomes(draws, s);
        }
    }

    private void AddEffects(DrawMatrix draws, int s, int world, int year)
    {
        var total = totals[s];
        var inverse = values.InverseWeights[s];
        var half = Vector256.Create(0.5);
        foreach (var exposure in model.Stakeholders[s].Effects)
        {
            var weight = draws[exposure.WeightRow];
            var level = effects.Level(world, exposure.Target, year);
            var slope = Vector256.Create(0.5 * exposure.Sign);
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += weight[i] * inverse[i] * (half + (slope * level[i]));
            }
        }
    }

    private void AddOutcomes(DrawMatrix draws, int s)
    {
        var total = totals[s];
        var inverse = values.InverseWeights[s];
        foreach (var exposure in model.Stakeholders[s].Outcomes)
        {
            var other = totals[exposure.Target];
            var weight = draws[exposure.WeightRow];
            var (offset, slope) = (Vector256.Create(exposure.Sign > 0 ? 0.0 : 1.0), Vector256.Create((double)exposure.Sign));
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += weight[i] * inverse[i] * (offset + (slope * other[i]));
            }
        }
    }
}
