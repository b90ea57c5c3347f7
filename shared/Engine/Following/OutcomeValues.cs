using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;
using Parley.Engine.Valuing;

namespace Parley.Engine.Following;

/// <summary>
/// Total value U_i in [0, 1] of a stakeholder in a world and year: its issues and interactions, (1 + σ·a_e)/2 per effect,
/// and U_j or 1 − U_j per stakeholder whose outcome it is exposed to, each by its weight.
/// </summary>
internal sealed class OutcomeValues
{
    private readonly Model model;
    private readonly IssueValues values;
    private readonly EffectWeb effects;
    private readonly int[] depths;
    private readonly DrawMatrix totals;
    private readonly DrawMatrix before = new(1);

    public OutcomeValues(Model model, IssueValues values, EffectWeb effects)
    {
        this.model = model;
        this.values = values;
        this.effects = effects;
        depths = new int[model.Stakeholders.Count];
        foreach (var s in model.ValueOrder)
        {
            depths[s] = model.Stakeholders[s].Outcomes.Select(o => depths[o.Target] + 1).DefaultIfEmpty(0).Max();
        }

        totals = new DrawMatrix(depths.Max() + 1);
    }

    public void Begin(DrawMatrix draws) => totals.Draws = before.Draws = draws.Draws;

    /// <summary>Writes U_i(year) − U_i(status quo, year 0).</summary>
    public void WriteChange(DrawMatrix draws, int stakeholder, int world, int year, Span<Vector256<double>> change)
    {
        Write(draws, stakeholder, Model.StatusQuo, 0, before[0]);
        Write(draws, stakeholder, world, year, change);
        ValueKernels.Subtract(change, before[0], change);
    }

    /// <summary>Writes U_i in a world and year.</summary>
    public void Write(DrawMatrix draws, int stakeholder, int world, int year, Span<Vector256<double>> total)
    {
        var of = model.Stakeholders[stakeholder];
        values.Values[values.Row(stakeholder, world)].CopyTo(total);
        var inverse = values.InverseWeights[stakeholder];
        var half = Vector256.Create(0.5);
        foreach (var exposure in of.Effects)
        {
            var weight = draws[exposure.WeightRow];
            var level = effects.Level(world, exposure.Target, year);
            var slope = Vector256.Create(0.5 * exposure.Sign);
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += weight[i] * inverse[i] * (half + (slope * level[i]));
            }
        }

        foreach (var exposure in of.Outcomes)
        {
            var other = totals[depths[exposure.Target]];
            Write(draws, exposure.Target, world, year, other);
            var weight = draws[exposure.WeightRow];
            var (offset, slope) = (Vector256.Create(exposure.Sign > 0 ? 0.0 : 1.0), Vector256.Create((double)exposure.Sign));
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += weight[i] * inverse[i] * (offset + (slope * other[i]));
            }
        }
    }
}
