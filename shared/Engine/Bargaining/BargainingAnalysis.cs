using Parley.Engine.Binding;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Where would bargaining end? Every method at the modes of all ranges, and on a sample of 200 draws, which does not depend
/// on how many draws the scenario asks for.
/// </summary>
internal static class BargainingAnalysis
{
    private static readonly BargainingMethod[] Methods = Enum.GetValues<BargainingMethod>();

    /// <param name="model">The scenario bound to the situation.</param>
    /// <param name="consent">Who would sign what the methods end with.</param>
    public static BargainingReport Run(Model model, OutcomeConsent consent, CancellationToken cancellation)
    {
        var methods = new BargainingMethods(model);
        if (methods.Tables.Actors.Count == 0 || methods.Tables.Issues.Count == 0)
        {
            return BargainingReportWriter.Nothing();
        }

        var modes = AtModes(model, methods, cancellation);
        var statistics = Array.ConvertAll(Methods, _ => new OutcomeStatistics(methods.Tables.Issues.Count));
        foreach (var (block, values) in BargainingSample.Draws(model.Quantities))
        {
            cancellation.ThrowIfCancellationRequested();
            methods.Tables.Read(values);
            statistics[(int)BargainingMethod.CompromiseMean].Observe(block, methods.Compromise());
            statistics[(int)BargainingMethod.SpatialModel].Observe(block, methods.Spatial(null, cancellation));
            statistics[(int)BargainingMethod.EqualGainExchange].Observe(block, methods.Exchange(cancellation).Outcome);
            if (methods.Games.Players.Count > 0)
            {
                // One start each: a second peak is looked for at the modes, where it is shown.
                var game = methods.Games.Read(values);
                var nash = CooperativeSolver.Nash(game, oneStart: true);
                statistics[(int)BargainingMethod.Nash].Observe(block, methods.Terms(nash));
                var shares = nash.Verdict == BargainingVerdict.Infeasible ? nash : CooperativeSolver.KalaiSmorodinsky(game, oneStart: true);
                statistics[(int)BargainingMethod.KalaiSmorodinsky].Observe(block, methods.Terms(shares));
            }
        }

        return new BargainingReportWriter(model, methods, consent).Write(modes, Array.ConvertAll(statistics, each => each.Report()));
    }

    private static BargainingAtModes AtModes(Model model, BargainingMethods methods, CancellationToken cancellation)
    {
        var values = BargainingSample.AtModes(model.Quantities);
        methods.Tables.Read(values);
        var rounds = new List<SpatialModelRound>();
        var game = methods.Games.Players.Count > 0 ? methods.Games.Read(values) : null;
        var nash = game is null ? BargainingSolution.Without(BargainingVerdict.Infeasible) : CooperativeSolver.Nash(game);
        var infeasible = nash.Verdict == BargainingVerdict.Infeasible;
        var (exchanged, exchanges) = methods.Exchange(cancellation);
        return new BargainingAtModes(
            methods.Compromise(),
            nash,
            infeasible ? nash : CooperativeSolver.KalaiSmorodinsky(game!),
            methods.Spatial(rounds, cancellation),
            exchanged,
            [.. methods.Tables.Table.Capability],
            infeasible && game is not null ? BlockingPair.Find(game) : null,
            rounds,
            exchanges,
            methods.Tables.AllAttention,
            game?.IsConcave == false);
    }
}
