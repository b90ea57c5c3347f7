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
    private const int Change = 0;
    private const int Unused = 1;

    private readonly Model model;
    private readonly Odds odds;
    private readonly DrawMatrix spare = new(2);

    public ImpactRows(Model model, Components components, Odds odds)
    {
        this.model = model;
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

    /// <summary>Adds a component at the horizon, from its values in all worlds, in consecutive rows.</summary>
    /// <param name="weight">Normalised weight.</param>
    public void Add(
        int stakeholder,
        int component,
        ReadOnlySpan<Vector256<double>> weight,
        ReadOnlySpan<Vector256<double>> lossAversion,
        DrawMatrix values,
        int firstRow)
    {
        ValueKernels.Contribute(
            SinceNoDeal(values, firstRow), weight, lossAversion,
            AgainstNoDeal.Contributions[component], AgainstNoDeal.Totals[stakeholder]);
        ValueKernels.Contribute(
            SinceStatusQuo(values, firstRow), weight, lossAversion,
            AgainstStatusQuo.Contributions[component], AgainstStatusQuo.Totals[stakeholder]);
    }

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
        ReadOnlySpan<Vector256<double>> lossAversion,
        DrawMatrix values,
        int firstRow)
    {
        ValueKernels.Contribute(
            SinceNoDeal(values, firstRow), weight, lossAversion, spare[Unused], AgainstNoDeal.ShortTotals[stakeholder]);
        ValueKernels.Contribute(
            SinceStatusQuo(values, firstRow), weight, lossAversion, spare[Unused], AgainstStatusQuo.ShortTotals[stakeholder]);
    }

    private Span<Vector256<double>> SinceNoDeal(DrawMatrix values, int firstRow)
    {
        var change = spare[Change];
        change.Clear();
        for (var w = Model.FirstNoDeal; w < model.Worlds.Count; w++)
        {
            ValueKernels.AddScaledDifference(values[firstRow + Model.Deal], values[firstRow + w], odds[w], change);
        }

        return change;
    }

    private Span<Vector256<double>> SinceStatusQuo(DrawMatrix values, int firstRow)
    {
        ValueKernels.Subtract(values[firstRow + Model.Deal], values[firstRow + Model.StatusQuo], spare[Change]);
        return spare[Change];
    }

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
