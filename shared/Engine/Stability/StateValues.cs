using Parley.Engine.Binding;
using Parley.Engine.Following;
using Parley.Engine.Sampling;
using Parley.Engine.Situations;
using Parley.Engine.Valuing;

namespace Parley.Engine.Stability;

/// <summary>
/// Total value U_i in [0, 1] of every state, draw by draw: the deal's terms and its effects at the horizon, moved by the
/// shifts of the options taken. Terms stay within 0 and 100, effects strictly within −1 and 1. A shifted term does not run
/// through the links again: what an option does to effects stands in its own effect shifts.
/// </summary>
internal sealed class StateValues
{
    private static readonly double LargestEffect = Math.BitDecrement(1.0);

    private readonly Model model;
    private readonly int states;
    private readonly Variants[] issues;
    private readonly Variants[] effects;
    private readonly double[][] totals;
    private readonly double[][][] partials;

    /// <param name="quantities">Where the shifts get their rows; the sampler must be made afterwards.</param>
    public StateValues(Model model, IReadOnlyList<StabilityOption> options, OptionGraph graph, Quantities quantities)
    {
        this.model = model;
        states = graph.States.Count;
        issues = [.. model.Issues.Select(issue => new Variants(graph.States, Shifts(options, option => option.IssueShifts
            .Where(shift => shift.Issue == issue.Id)
            .Select(shift => quantities.Row($"/options/{option.Id}/shifts/issues/{issue.Id}", shift.Value)))))];
        effects = [.. model.Effects.Select(effect => new Variants(graph.States, Shifts(options, option => option.EffectShifts
            .Where(shift => shift.Effect == effect.Id)
            .Select(shift => quantities.Row($"/options/{option.Id}/shifts/effects/{effect.Id}", shift.Shift)))))];
        totals = [.. model.Stakeholders.Select(_ => new double[states])];
        partials = [.. model.Stakeholders.Select(of => of.Preferences.Select(p => new double[issues[p.Issue].Levels.Length]).ToArray())];
    }

    /// <summary>The value of each state for a stakeholder.</summary>
    public ReadOnlySpan<double> Of(int stakeholder) => totals[stakeholder];

    /// <summary>Values every state in one draw.</summary>
    public void Compute(DrawMatrix draws, int draw, IssueValues values, EffectWeb web)
    {
        for (var k = 0; k < issues.Length; k++)
        {
            issues[k].Compute(draws, draw, draws.Numbers(model.Worlds[Model.Deal].TermRows[k])[draw], 0, 100);
        }

        for (var e = 0; e < effects.Length; e++)
        {
            effects[e].Compute(draws, draw, web.LevelNumbers(Model.Deal, e, model.Horizon)[draw], -LargestEffect, LargestEffect);
        }

        foreach (var s in model.ValueOrder)
        {
            Value(draws, draw, s, values.InverseWeights.Numbers(s)[draw]);
        }
    }

    private static Shift[] Shifts(IReadOnlyList<StabilityOption> options, Func<StabilityOption, IEnumerable<int>> rows) =>
        [.. options.SelectMany((option, place) => rows(option).Select(row => new Shift(1 << place, row)))];

    private void Value(DrawMatrix draws, int draw, int s, double inverseWeight)
    {
        var of = model.Stakeholders[s];
        var total = totals[s];
        total.AsSpan().Clear();
        for (var k = 0; k < of.Preferences.Count; k++)
        {
            var preference = of.Preferences[k];
            ValueLevels(draws, draw, preference, partials[s][k]);
            Add(total, draws.Numbers(preference.SalienceRow)[draw] * inverseWeight, partials[s][k], issues[preference.Issue].OfState);
        }

        foreach (var interaction in of.Interactions)
        {
            var weight = draws.Numbers(interaction.WeightRow)[draw] * inverseWeight;
            var (first, second) = (partials[s][interaction.First], partials[s][interaction.Second]);
            var ofFirst = issues[of.Preferences[interaction.First].Issue].OfState;
            var ofSecond = issues[of.Preferences[interaction.Second].Issue].OfState;
            for (var state = 0; state < states; state++)
            {
                total[state] += weight * first[ofFirst[state]] * second[ofSecond[state]];
            }
        }

        AddExposures(draws, draw, of, total, inverseWeight);
    }

    private void AddExposures(DrawMatrix draws, int draw, BoundStakeholder of, double[] total, double inverseWeight)
    {
        foreach (var exposure in of.Effects)
        {
            var weight = draws.Numbers(exposure.WeightRow)[draw] * inverseWeight;
            var levels = effects[exposure.Target].Levels;
            var ofState = effects[exposure.Target].OfState;
            for (var state = 0; state < states; state++)
            {
                total[state] += weight * (0.5 + (0.5 * exposure.Sign * levels[ofState[state]]));
            }
        }

        foreach (var exposure in of.Outcomes)
        {
            var weight = draws.Numbers(exposure.WeightRow)[draw] * inverseWeight;
            var other = totals[exposure.Target];
            for (var state = 0; state < states; state++)
            {
                total[state] += weight * (exposure.Sign > 0 ? other[state] : 1 - other[state]);
            }
        }
    }

    /// <summary>v = 1 − (|x − p| / max(p, 100 − p))^γ at every level of the issue.</summary>
    private void ValueLevels(DrawMatrix draws, int draw, BoundPreference preference, double[] partial)
    {
        var ideal = draws.Numbers(preference.IdealRow)[draw];
        var inverseReach = 1 / Math.Max(ideal, 100 - ideal);
        var levels = issues[preference.Issue].Levels;
        for (var v = 0; v < partial.Length; v++)
        {
            var loss = Math.Abs(levels[v] - ideal) * inverseReach;
            partial[v] = 1 - (preference.ShapeRow < 0 ? loss : Math.Pow(loss, draws.Numbers(preference.ShapeRow)[draw]));
        }
    }

    private static void Add(double[] total, double weight, double[] partial, ReadOnlySpan<int> ofState)
    {
        for (var state = 0; state < total.Length; state++)
        {
            total[state] += weight * partial[ofState[state]];
        }
    }
}
