using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Valuing;

/// <summary>
/// Impacts in points, draw by draw: every contribution and its sum per stakeholder, against no deal (the odds-weighted
/// mean over its outcomes) and against the status quo. Differences are formed before the mean is taken, so that an issue
/// that stands the same in every outcome contributes exactly 0, not the rounding of its odds.
/// </summary>
internal sealed class ImpactRows
{
    private readonly Odds odds;
    private readonly DrawMatrix spare = new(2);

    public ImpactRows(Model model, Components components, Odds odds)
    {
        this.odds = odds;
        AgainstNoDeal = new Side(model, components);
        AgainstStatusQuo = new Side(model, components);
    }

    public Side AgainstNoDeal { get; }

    public Side AgainstStatusQuo { get; }

    /// <summary>Forgets the draws before.</summary>
    public void Clear(int draws)
    {
        spare.Draws = draws;
        AgainstNoDeal.Clear(draws);
        AgainstStatusQuo.Clear(draws);
    }

    /// <summary>Adds a component at the horizon, from its values in all worlds.</summary>
    /// <param name="weight">Not yet divided by the sum of weights.</param>
    /// <param name="inverse">1/Σ of the stakeholder's weights.</param>
    public void Add(
        int stakeholder,
        int component,
        ReadOnlySpan<Vector256<double>> weight,
        ReadOnlySpan<Vector256<double>> inverse,
        ReadOnlySpan<Vector256<double>> lossAversion,
        WorldValues values) => ImpactKernel.Add(
            values,
            odds,
            weight,
            inverse,
            lossAversion,
            AgainstNoDeal.Contributions[component],
            AgainstNoDeal.Totals[stakeholder],
            AgainstStatusQuo.Contributions[component],
            AgainstStatusQuo.Totals[stakeholder]);

    /// <summary>What was added so far is the same at both horizons.</summary>
    public void CopyToShort()
    {
        AgainstNoDeal.CopyToShort();
        AgainstStatusQuo.CopyToShort();
    }

    /// <summary>Adds a component at the short horizon, of which only the total is kept.</summary>
    public void AddShort(
        int stakeholder,
        ReadOnlySpan<Vector256<double>> weight,
        ReadOnlySpan<Vector256<double>> inverse,
        ReadOnlySpan<Vector256<double>> lossAversion,
        WorldValues values) => ImpactKernel.Add(
            values,
            odds,
            weight,
            inverse,
            lossAversion,
            spare[0],
            AgainstNoDeal.ShortTotals[stakeholder],
            spare[1],
            AgainstStatusQuo.ShortTotals[stakeholder]);

    /// <summary>Impacts against one baseline.</summary>
    internal sealed class Side(Model model, Components components)
    {
        /// <summary>A row per component.</summary>
        public DrawMatrix Contributions { get; } = new(components.Count);

        /// <summary>A row per stakeholder: the sum of its contributions, at the horizon.</summary>
        public DrawMatrix Totals { get; } = new(model.Stakeholders.Count);

        /// <summary>The same with the effects of the short horizon.</summary>
        public DrawMatrix ShortTotals { get; } = new(model.Stakeholders.Count);

        public void CopyToShort()
        {
            for (var s = 0; s < model.Stakeholders.Count; s++)
            {
                Totals[s].CopyTo(ShortTotals[s]);
            }
        }

        public void Clear(int draws)
        {
            Contributions.Draws = Totals.Draws = ShortTotals.Draws = draws;
            for (var s = 0; s < model.Stakeholders.Count; s++)
            {
                Totals[s].Clear();
            }
        }
    }
}
