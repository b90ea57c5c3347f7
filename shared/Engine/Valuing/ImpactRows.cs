using System.Runtime.Intrinsics;
using Parley.Engine.Binding;
using Parley.Engine.Sampling;

namespace Parley.Engine.Valuing;

/// <summary>
/// Impacts in points, draw by draw: every contribution and its sum per stakeholder, against no deal (the odds-weighted
/// mean of its outcomes) and against the status quo. With equal terms every difference, and so the impact, is exactly 0.
/// </summary>
internal sealed class ImpactRows
{
    private const int Mean = 0;
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
        var deal = values[firstRow + Model.Deal];
        ValueKernels.Contribute(
            deal, WithoutDeal(values, firstRow), weight, lossAversion,
            AgainstNoDeal.Contributions[component], AgainstNoDeal.Totals[stakeholder]);
        ValueKernels.Contribute(
            deal, values[firstRow + Model.StatusQuo], weight, lossAversion,
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
        var deal = values[firstRow + Model.Deal];
        ValueKernels.Contribute(
            deal, WithoutDeal(values, firstRow), weight, lossAversion, spare[Unused], AgainstNoDeal.ShortTotals[stakeholder]);
        ValueKernels.Contribute(
            deal, values[firstRow + Model.StatusQuo], weight, lossAversion, spare[Unused], AgainstStatusQuo.ShortTotals[stakeholder]);
    }

    /// <summary>Odds-weighted mean value over the outcomes of no deal.</summary>
    private Span<Vector256<double>> WithoutDeal(DrawMatrix values, int firstRow)
    {
        var mean = spare[Mean];
        mean.Clear();
        for (var w = Model.FirstNoDeal; w < model.Worlds.Count; w++)
        {
            ValueKernels.AddScaled(values[firstRow + w], odds[w], mean);
        }

        return mean;
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
