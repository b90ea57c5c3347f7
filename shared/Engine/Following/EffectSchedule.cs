using Parley.Engine.Binding;

namespace Parley.Engine.Following;

/// <summary>
/// Until which year each effect moves. Causes that stand still let an effect settle once the longest chain of delays has
/// passed; later years repeat it and need no work. Effects in a circle of causes move up to the horizon.
/// </summary>
internal sealed class EffectSchedule
{
    private readonly Model model;
    private readonly int[] effects;
    private readonly int[] outcomes;
    private readonly int[] starts;

    public EffectSchedule(Model model)
    {
        this.model = model;
        effects = [.. Enumerable.Repeat(1, model.Effects.Count)];
        outcomes = [.. Enumerable.Repeat(1, model.Stakeholders.Count)];
        while (Relax())
        {
        }

        starts = new int[effects.Length + 1];
        for (var e = 0; e < effects.Length; e++)
        {
            starts[e + 1] = starts[e] + effects[e];
        }

        Years = effects.DefaultIfEmpty(1).Max();
    }

    /// <summary>The last year in which any effect still moves.</summary>
    public int Years { get; }

    /// <summary>Rows that hold all years of all effects of one world.</summary>
    public int Rows => starts[^1];

    /// <summary>The year from which an effect stands still, at most the horizon.</summary>
    public int Settled(int effect) => effects[effect];

    /// <summary>The year from which a stakeholder's total value stands still, at most the horizon.</summary>
    public int OutcomeSettled(int stakeholder) => outcomes[stakeholder];

    /// <summary>The row of an effect's level in a year ≥ 1.</summary>
    public int Row(int effect, int year) => starts[effect] + Math.Min(year, effects[effect]) - 1;

    private bool Relax()
    {
        var changed = false;
        foreach (var link in model.Links)
        {
            var source = link.Kind switch
            {
                LinkKind.Effect => effects[link.Source],
                LinkKind.Outcome => outcomes[link.Source],
                _ => 0,
            };
            changed |= Raise(ref effects[link.To], source + link.Delay);
        }

        for (var s = 0; s < outcomes.Length; s++)
        {
            foreach (var exposure in model.Stakeholders[s].Effects)
            {
                changed |= Raise(ref outcomes[s], effects[exposure.Target]);
            }

            foreach (var exposure in model.Stakeholders[s].Outcomes)
            {
                changed |= Raise(ref outcomes[s], outcomes[exposure.Target]);
            }
        }

        return changed;
    }

    private bool Raise(ref int year, int to)
    {
        to = Math.Min(to, model.Horizon);
        if (to <= year)
        {
            return false;
        }

        year = to;
        return true;
    }
}
