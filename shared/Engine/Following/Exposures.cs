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
    private readonly OutcomeValues outcomes;
    private readonly DrawMatrix worth;
    private readonly DrawMatrix weight = new(1);

    public Exposures(Model model, Components components, IssueValues values, EffectWeb effects)
    {
        this.model = model;
        this.components = components;
        this.values = values;
        this.effects = effects;
        outcomes = new OutcomeValues(model, values, effects);
        worth = new DrawMatrix(model.Worlds.Count);
    }

    public void Compute(DrawMatrix draws, ImpactRows impacts)
    {
        worth.Draws = weight.Draws = draws.Draws;
        outcomes.Begin(draws);
        for (var s = 0; s < model.Stakeholders.Count; s++)
        {
            var of = model.Stakeholders[s];
            var component = components.Start(s) + of.Preferences.Count + of.Interactions.Count;
            foreach (var exposure in of.Effects)
            {
                Add(draws, s, component++, exposure, impacts, WriteEffect);
            }

            foreach (var exposure in of.Outcomes)
            {
                Add(draws, s, component++, exposure, impacts, WriteOutcome);
            }
        }
    }

    private void Add(DrawMatrix draws, int s, int component, BoundExposure exposure, ImpactRows impacts, Action<DrawMatrix, BoundExposure, int> write)
    {
        var lossAversion = draws[model.Stakeholders[s].LossAversionRow];
        ValueKernels.Multiply(draws[exposure.WeightRow], values.InverseWeights[s], weight[0]);
        write(draws, exposure, model.Horizon);
        impacts.Add(s, component, weight[0], lossAversion, worth, 0);
        write(draws, exposure, model.ShortHorizon);
        impacts.AddShort(s, weight[0], lossAversion, worth, 0);
    }

    private void WriteEffect(DrawMatrix draws, BoundExposure exposure, int year)
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

    private void WriteOutcome(DrawMatrix draws, BoundExposure exposure, int year)
    {
        for (var w = 0; w < model.Worlds.Count; w++)
        {
            var value = worth[w];
            outcomes.Write(draws, exposure.Target, w, year, value);
            for (var i = 0; i < value.Length; i++)
            {
                value[i] *= exposure.Sign;
            }
        }
    }
}
