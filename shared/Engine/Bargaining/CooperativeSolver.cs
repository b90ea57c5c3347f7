namespace Parley.Engine.Bargaining;

/// <summary>
/// The Nash and Kalai–Smorodinsky solutions of a <see cref="BargainingGame"/>. A concave game is solved from one start; any
/// other from the middle of the box and from every player's ideal terms, and the best is kept.
/// </summary>
public static class CooperativeSolver
{
    // Less than this is no gain but rounding.
    private const double SmallestGain = 1e-6;

    /// <summary>
    /// The asymmetric Nash solution: the terms with the largest Π g_i^w_i among those by which everyone gains (Nash 1950,
    /// Econometrica 18, 155–162; with bargaining powers w: Kalai 1977, International Journal of Game Theory 6, 129–133).
    /// </summary>
    /// <param name="game">The problem.</param>
    /// <param name="oneStart">True to search a game that is not concave from the middle of the box only.</param>
    public static BargainingSolution Nash(BargainingGame game, bool oneStart = false)
    {
        var product = BarrierObjective.NashProduct(game.Power);
        return Best(game, oneStart, (solver, smoothing) => solver.Climb(product, smoothing).Converged, found =>
        {
            var sum = 0.0;
            for (var i = 0; i < game.Players; i++)
            {
                sum += game.Power[i] * Math.Log(Math.Max(found.Gains[i], double.Epsilon));
            }

            return sum;
        });
    }

    /// <summary>
    /// The Kalai–Smorodinsky solution: the largest equal share of the most that each player could get while nobody loses
    /// (Kalai &amp; Smorodinsky 1975, Econometrica 43, 513–518). With three or more players the shares may end unequal where a
    /// further gain costs nobody anything; then it is the smallest share that is as large as it can be.
    /// </summary>
    /// <param name="game">The problem.</param>
    /// <param name="oneStart">True to search a game that is not concave from the middle of the box only.</param>
    public static BargainingSolution KalaiSmorodinsky(BargainingGame game, bool oneStart = false)
    {
        var best = Enumerable.Repeat(SmallestGain, game.Players).ToArray();
        var feasible = Best(game, oneStart, (solver, smoothing) => RaiseToBest(game, solver, smoothing, best), _ => 0);
        if (feasible.Verdict != BargainingVerdict.Found)
        {
            return feasible;
        }

        var found = Best(
            game,
            oneStart,
            (solver, smoothing) => RaiseShares(game, solver, smoothing, best),
            solution => SmallestShare(solution.Gains, best));
        return found.Verdict == BargainingVerdict.Found ? found with { Shares = [.. found.Gains.Zip(best, (gain, most) => gain / most)] } : found;
    }

    /// <summary>True when some terms within the red lines leave everyone better off; certain for concave games.</summary>
    public static bool IsFeasible(BargainingGame game) => Starts(game, oneStart: false).Any(start => FindFeasible(game, start) is not null);

    /// <summary>Solves from every start that leads to terms by which everyone gains, and keeps the best.</summary>
    private static BargainingSolution Best(
        BargainingGame game, bool oneStart, Func<BarrierSolver, double, bool> solve, Func<BargainingSolution, double> score)
    {
        var best = BargainingSolution.Without(BargainingVerdict.Infeasible);
        var bestScore = double.NegativeInfinity;
        foreach (var start in Starts(game, oneStart))
        {
            if (FindFeasible(game, start) is not { } feasible)
            {
                continue;
            }

            if (!solve(feasible.Solver, feasible.Smoothing))
            {
                best = best.Verdict == BargainingVerdict.Found ? best : BargainingSolution.Without(BargainingVerdict.NotConverged);
                continue;
            }

            var found = Read(game, feasible.Solver);
            var reached = score(found);
            if (reached > bestScore)
            {
                (best, bestScore) = (found, reached);
            }
        }

        return best;
    }

    /// <summary>Raises each player's best gain to what is found from this start.</summary>
    private static bool RaiseToBest(BargainingGame game, BarrierSolver solver, double smoothing, double[] best)
    {
        var start = solver.Terms.ToArray();
        var converged = true;
        for (var i = 0; i < game.Players; i++)
        {
            start.CopyTo(solver.Terms);
            converged &= solver.Climb(BarrierObjective.Best(i, game.Players), smoothing).Converged;
            best[i] = Math.Max(best[i], Read(game, solver).Gains[i]);
        }

        return converged;
    }

    /// <summary>
    /// Raises the smallest share from terms by which everyone gains. A climb can end in a corner of sharp kinks, where Newton
    /// sees nothing left to climb; below the share that it began with it is no maximum, and another way is tried.
    /// </summary>
    private static bool RaiseShares(BargainingGame game, BarrierSolver solver, double smoothing, double[] best)
    {
        var equal = BarrierObjective.SmallestShare(best);
        var start = solver.Terms.ToArray();
        var atStart = SmallestShare(Read(game, solver).Gains, best);
        bool Rises(double from) => solver.Climb(equal, from).Converged && SmallestShare(Read(game, solver).Gains, best) >= atStart;
        if (Rises(BarrierSolver.FirstSmoothing))
        {
            return true;
        }

        solver.StartInTheMiddle();
        if (Rises(BarrierSolver.FirstSmoothing))
        {
            return true;
        }

        start.CopyTo(solver.Terms);
        return Rises(smoothing);
    }

    private static double SmallestShare(IReadOnlyList<double> gains, double[] best) => gains.Zip(best).Min(pair => pair.First / pair.Second);

    private static IEnumerable<double[]?> Starts(BargainingGame game, bool oneStart)
    {
        if (Enumerable.Range(0, game.Issues).Any(k => game.Low(k) > game.High(k)))
        {
            return [];
        }

        return oneStart || game.IsConcave
            ? [null]
            : Enumerable.Range(-1, game.Players + 1).Select(i => i < 0 ? null : game.Ideal.Slice(i * game.Issues, game.Issues).ToArray());
    }

    /// <summary>Raises the smallest gain until it is positive; null when it stays at 0 or below.</summary>
    private static (BarrierSolver Solver, double Smoothing)? FindFeasible(BargainingGame game, double[]? start)
    {
        var solver = new BarrierSolver(game);
        if (start is null)
        {
            solver.StartInTheMiddle();
        }
        else
        {
            solver.Start([.. start.Select(x => x / 100)]);
        }

        var everyone = BarrierObjective.SmallestShare([.. Enumerable.Repeat(1.0, game.Players)]);
        var (smoothing, _) = solver.Climb(everyone, BarrierSolver.FirstSmoothing, at => solver.SmallestGain(at) > SmallestGain);
        return solver.SmallestGain(smoothing) > SmallestGain ? (solver, smoothing) : null;
    }

    private static BargainingSolution Read(BargainingGame game, BarrierSolver solver)
    {
        double[] terms = [.. solver.Terms];
        foreach (ref var x in terms.AsSpan())
        {
            x *= 100;
        }

        var gains = new double[game.Players];
        game.Gains(terms, gains);
        return new BargainingSolution(BargainingVerdict.Found, terms, gains, []);
    }
}
