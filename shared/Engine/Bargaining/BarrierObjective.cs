namespace Parley.Engine.Bargaining;

/// <summary>
/// What the solver climbs: Σ c_i g_i + rise·t + Σ ω_i log(g_i − σ_i t) + the box's barrier. Where the logarithms only keep
/// the gains positive, ω is the barrier's own weight and fades with it.
/// </summary>
/// <param name="Linear">c, n numbers.</param>
/// <param name="Logs">ω, n numbers; null when they fade.</param>
/// <param name="Shares">σ, n numbers; null where there is no t.</param>
internal sealed record BarrierObjective(double[] Linear, double[]? Logs, double[]? Shares)
{
    /// <summary>Σ w_i log g_i.</summary>
    public static BarrierObjective NashProduct(ReadOnlySpan<double> power)
    {
        var logs = power.ToArray();
        var sum = logs.Sum();
        return new BarrierObjective(new double[logs.Length], [.. logs.Select(w => w / sum)], null);
    }

    /// <summary>The most that one player can gain while nobody loses.</summary>
    public static BarrierObjective Best(int player, int players)
    {
        var linear = new double[players];
        linear[player] = 1;
        return new BarrierObjective(linear, null, null);
    }

    /// <summary>The largest t with g_i ≥ σ_i t for all.</summary>
    public static BarrierObjective SmallestShare(double[] shares) => new(new double[shares.Length], null, shares);
}
