using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;
using Parley.Engine.Valuing;

namespace Parley.Engine.Following;

/// <summary>Adds to the impacts what effects and others' outcomes are worth, at both horizons.</summary>
internal sealed class Exposures
{
    private readonly Model model;
    private readonly Components components;
    private readonly IssueValues values;
    private readonly EffectWeb effects;
    private readonly OutcomeValues[] outcomes;
    private readonly OutcomeValues[] outcomesShort;
    private readonly DrawMatrix worth;
    private readonly DrawMatrix weight = new(1);

    public Exposures(Model model, Components components, IssueValues values, EffectWeb effects)
    {
        this.model = model;
        this.components = components;
        this.values = values;
        this.effects = effects;
        outcomes = [.. model.Worlds.Select(_ => new OutcomeValues(model, values, effects))];
        outcomesShort = [.. model.Worlds.Select(_ => new OutcomeValues(model, values, effects))];
        worth = new DrawMatrix(model.Worlds.Count);
    }

    public void Compute(DrawMatrix draws, ImpactRows impacts)
    {
        worth.Draws = weight.Draws = draws.Draws;
        for (var w = 0; w < model.Worlds.Count; w++)
        {
            outcomes[w].Compute(draws, w, model.Horizon);
            outcomesShort[w].Compute(draws, w, model.ShortHorizon);
        }

        for (var s = 0; s < model.Stakeholders.Count; s++)
        {
            AddEffects(draws, s, impacts);
            AddOutcomes(draws, s, impacts);
        }
    }

    private void AddEffects(DrawMatrix draws, int s, ImpactRows impacts)
    {
        var of = model.Stakeholders[s];
        var lossAversion = draws[of.LossAversionRow];
        var component = components.Start(s) + of.Preferences.Count + of.Interactions.Count;
        foreach (var exposure in of.Effects)
        {
            ValueKernels.Multiply(draws[exposure.WeightRow], values.InverseWeights[s], weight[0]);
            WriteEffect(exposure, model.Horizon);
            impacts.Add(s, component++, weight[0], lossAversion, worth, 0);
            WriteEffect(exposure, model.ShortHorizon);
            impacts.AddShort(s, weight[0], lossAversion, worth, 0);
        }
    }

    private void AddOutcomes(DrawMatrix draws, int s, ImpactRows impacts)
    {
        var of = model.Stakeholders[s];
        var lossAversion = draws[of.LossAversionRow];
        var component = components.End(s) - of.Outcomes.Count;
        foreach (var exposure in of.Outcomes)
        {
            ValueKernels.Multiply(draws[exposure.WeightRow], values.InverseWeights[s], weight[0]);
            WriteOutcome(exposure, outcomes);
            impacts.Add(s, component++, weight[0], lossAversion, worth, 0);
            WriteOutcome(exposure, outcomesShort);
            impacts.AddShort(s, weight[0], lossAversion, worth, 0);
        }
    }

    private void WriteEffect(BoundExposure exposure, int year)
    {
        var slope = Vector256.Create(0.5 * exposure.Sign);
        for (var w = 0; w < model.Worlds.Count; w++)
        {
            var level = effects.Level(w, exposure.Target, year);
            var value = worth[w];
            for (var i = 0; i < value.Length; i++)
            {
                value[i] = slope * level[i];
            }
        }
    }

    private void WriteOutcome(BoundExposure exposure, OutcomeValues[] totals)
    {
        var slope = Vector256.Create((double)exposure.Sign);
        for (var w = 0; w < model.Worlds.Count; w++)
        {
            var total = totals[w][exposure.Target];
            var value = worth[w];
            for (var i = 0; i < value.Length; i++)
            {
                value[i] = slope * total[i];
            }
        }
    }
}
