using Parley.Engine;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Functions.Sweeping;

/// <summary>A sweep that was read, with what is worked out of it once: nothing of it ever changes.</summary>
/// <param name="Outputs">What the outputs are, in words.</param>
public sealed record KnownSweep(Situation Situation, Sweep Sweep, Variants Variants, IReadOnlyList<string> Outputs)
{
    public static int QuantitiesOf(Situation situation, Sweep sweep) => sweep.Outputs.Count + situation.Stakeholders.Count;

    public static KnownSweep Of(Situation situation, Sweep sweep) => new(situation, sweep, new Variants(sweep), Sweeper.OutputNames(situation, sweep));

    /// <summary>What each variant has numbers of: the outputs, and every stakeholder's impact.</summary>
    public int Quantities => QuantitiesOf(Situation, Sweep);

    /// <summary>Numbers that it keeps in memory.</summary>
    public long Size => (long)Variants.Count * Sweep.Varied.Count;
}
