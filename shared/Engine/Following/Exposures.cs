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
        worth.Draws = draws.Draws;
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
        var inverse = values.InverseWeights[s];
        var component = components.Start(s) + of.Preferences.Count + of.Interactions.Count;
        foreach (var exposure in of.Effects)
        {
            var (weight, half) = (exposure.WeightRow, 0.5 * exposure.Sign);
            impacts.Add(s, component++, draws[weight], inverse, lossAversion, effects.Levels(exposure.Target, model.Horizon, half));
            impacts.AddShort(s, draws[weight], inverse, lossAversion, effects.Levels(exposure.Target, model.ShortHorizon, half));
        }
    }

    private void AddOutcomes(DrawMatrix draws, int s, ImpactRows impacts)
    {
        var of = model.Stakeholders[s];
        var lossAversion = draws[of.LossAversionRow];
        var inverse = values.InverseWeights[s];
        var component = components.End(s) - of.Outcomes.Count;
        foreach (var exposure in of.Outcomes)
        {
            var weight = draws[exposure.WeightRow];
            impacts.Add(s, component++, weight, inverse, lossAversion, Totals(exposure, outcomes));
            impacts.AddShort(s, weight, inverse, lossAversion, Totals(exposure, outcomesShort));
        }
    }

    private WorldValues Totals(BoundExposure exposure, OutcomeValues[] totals)
    {
        for (var w = 0; w < model.Worlds.Count; w++)
        {
            totals[w][exposure.Target].CopyTo(worth[w]);
        }

        return new WorldValues(worth, 0, 1, exposure.Sign);
    }
}
