using Parley.Engine.Binding;

namespace Parley.Engine.Bargaining;

/// <summary>Runs every method on one set of values of the model's quantities.</summary>
internal sealed class BargainingMethods
{
    private readonly SpatialModelState spatial;
    private readonly int[] actorOrder;
    private readonly int[] issueOrder;

    public BargainingMethods(Model model)
    {
        Tables = new TableReader(model);
        Games = new GameReader(model);
        spatial = new SpatialModelState(Tables.Actors.Count, Tables.Issues.Count);
        actorOrder = PlacesOf([.. Tables.Actors.Select(s => model.Stakeholders[s].Id)]);
        issueOrder = PlacesOf([.. Tables.Issues.Select(k => model.Issues[k].Id)]);
    }

    public TableReader Tables { get; }

    public GameReader Games { get; }

    /// <summary>The answer on every issue on the table, 0 to 100; null where a method has none.</summary>
    public double[]? Compromise()
    {
        var outcome = new double[Tables.Issues.Count];
        CompromiseMean.Compute(Tables.Table, outcome);
        return Usable(outcome);
    }

    public (double[]? Outcome, IReadOnlyList<Exchange> Made) Exchange(CancellationToken cancellation)
    {
        var outcome = new double[Tables.Issues.Count];
        var made = EqualGainExchange.Run(Tables.Table, outcome, actorOrder, issueOrder, cancellation);
        return (Usable(outcome), made);
    }

    public double[]? Spatial(List<SpatialModelRound>? rounds, CancellationToken cancellation)
    {
        var outcome = new double[Tables.Issues.Count];
        return SpatialModel.Run(spatial, Tables.Table, outcome, rounds, cancellation) ? Usable(outcome) : null;
    }

    public double[]? Terms(BargainingSolution solution) =>
        solution.Verdict == BargainingVerdict.Found ? [.. Tables.Issues.Select(k => solution.Terms[k])] : null;

    /// <summary>Each id's place in their order, so that equal gains do not depend on how a document is laid out.</summary>
    private static int[] PlacesOf(string[] ids)
    {
        var sorted = ids.Order(StringComparer.Ordinal).ToArray();
        return [.. ids.Select(id => Array.IndexOf(sorted, id))];
    }

    /// <summary>Where nobody with influence cares, there is no outcome.</summary>
    private static double[]? Usable(double[] outcome) => outcome.All(double.IsFinite) ? outcome : null;
}
