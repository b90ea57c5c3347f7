using Parley.Engine.Binding;
using Parley.Engine.Evaluating;

namespace Parley.Engine.Comparing;

/// <summary>Everything whose difference is looked at draw by draw, numbered through; the same for all scenarios of a situation.</summary>
internal sealed class ComparedQuantities
{
    /// <summary>Length of the scale of impacts, from the worst to the best outcome.</summary>
    public const double Points = 100;

    private readonly List<ComparedQuantity> all = [];

    public ComparedQuantities(Model model)
    {
        NoDeal = [.. Each(model.Stakeholders.Count, s => Impact(worker => worker.AgainstNoDeal!, s))];
        StatusQuo = [.. Each(model.Stakeholders.Count, s => Impact(worker => worker.AgainstStatusQuo!, s))];
        EffectsShort = [.. Each(model.Effects.Count, e => Effect(e, model.ShortHorizon))];
        EffectsLong = [.. Each(model.Effects.Count, e => Effect(e, model.Horizon))];
        if (model.Hazard is not null)
        {
            Survival = (Add(Held(model.ShortHorizon)), Add(Held(model.Horizon)));
        }

        if (model.Measures?.Sides is not null)
        {
            Subordination = Add(new(worker => worker.Measures!.Subordination!.Draws, worker => worker.Measures!.Subordination!.Mean, 1));
        }
    }

    public IReadOnlyList<ComparedQuantity> All => all;

    /// <summary>Impact against no deal, by stakeholder.</summary>
    public IReadOnlyList<int> NoDeal { get; }

    /// <summary>Impact against the status quo, by stakeholder.</summary>
    public IReadOnlyList<int> StatusQuo { get; }

    public IReadOnlyList<int> EffectsShort { get; }

    public IReadOnlyList<int> EffectsLong { get; }

    /// <summary>Null where the situation has no hazard.</summary>
    public (int Short, int Long)? Survival { get; }

    /// <summary>Null where the situation names no sides.</summary>
    public int? Subordination { get; }

    private static ComparedQuantity Impact(Func<BlockWorker, ImpactStatistics> impacts, int s) =>
        new(worker => impacts(worker).Draws(s), worker => impacts(worker).Mean(s), Points);

    private static ComparedQuantity Effect(int e, int year) =>
        new(worker => worker.Effects!.Draws(e, year), worker => worker.Effects!.Mean(e, year), 1);

    private static ComparedQuantity Held(int year) => new(worker => worker.Survival!.Draws(year), worker => worker.Survival!.Mean(year), 1);

    private IEnumerable<int> Each(int count, Func<int, ComparedQuantity> quantity) => Enumerable.Range(0, count).Select(i => Add(quantity(i)));

    private int Add(ComparedQuantity quantity)
    {
        all.Add(quantity);
        return all.Count - 1;
    }
}
