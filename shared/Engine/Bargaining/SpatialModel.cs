namespace Parley.Engine.Bargaining;

/// <summary>
/// The Spatial Model of Politics: actors challenge those whom they expect to gain from, bargains are offered, and each
/// takes the one that an election among its options favours. After the KAPSARC Toolkit for Behavioral Analysis, KTAB
/// (Wise, Lester &amp; Efird 2015, "Multidimensional Bargaining using KTAB"), with its defaults: linear votes,
/// proportional victory, conditional probabilities, mid-range risk attitudes adjusted by a third, semi-committed third
/// parties, bargains interpolated by (salience × probability)².
/// O(n³) a turn; only the initiator's own view of each challenge is computed.
/// </summary>
public static class SpatialModel
{
    /// <summary>Turns after which a run is given up.</summary>
    public const int MostTurns = 100;

    /// <summary>A run stops when a turn moves less than this share of the first turn's movement.</summary>
    public const double StopRatio = 0.02;

    private const int LeastTurns = 2;

    /// <summary>Runs to the end and keeps the whole story.</summary>
    /// <param name="table">n actors, m issues; saliences of one actor add up to at most 1 (attention that can be spent once).</param>
    /// <param name="cancellation">Looked at once a turn.</param>
    /// <exception cref="ArgumentException">The numbers cannot be used, or an actor's saliences add up to 0 or to more than 1.</exception>
    public static SpatialModelTrajectory Follow(BargainingTable table, CancellationToken cancellation)
    {
        Check(table);
        var state = new SpatialModelState(table.Actors, table.Issues);
        var rounds = new List<SpatialModelRound>();
        var outcome = new double[table.Issues];
        var converged = Run(state, table, outcome, rounds, cancellation);
        return new SpatialModelTrajectory(rounds, converged, outcome);
    }

    /// <summary>Runs to the end in memory that is used again and allocates nothing; true when it converged.</summary>
    /// <param name="outcome">m numbers: the weighted mean of the last positions, 0 to 100.</param>
    internal static bool Run(
        SpatialModelState state, BargainingTable table, Span<double> outcome, List<SpatialModelRound>? rounds, CancellationToken cancellation)
    {
        state.Begin(table);
        var (turns, ratio) = (0, double.PositiveInfinity);
        while (turns < MostTurns && (turns < LeastTurns || ratio >= StopRatio))
        {
            cancellation.ThrowIfCancellationRequested();
            ratio = state.Turn(rounds);
            turns++;
        }

        state.End(rounds);
        state.WriteOutcome(table.Capability, outcome);
        return ratio < StopRatio;
    }

    private static void Check(BargainingTable table)
    {
        // 1e-9: sums of shares such as twelve twelfths may pass 1 by rounding.
        const double rounding = 1e-9;
        table.Check();
        for (var i = 0; i < table.Actors; i++)
        {
            var sum = 0.0;
            foreach (var salience in table.SalienceOf(i))
            {
                sum += salience;
            }

            if (!(sum > 0 && sum <= 1 + rounding))
            {
                throw new ArgumentException(
                    $"The saliences of actor {i} add up to {sum}, not to something above 0 and up to 1.", nameof(table));
            }
        }
    }
}
