namespace Parley.Engine.Offering;

/// <summary>Terms that were tried on the fixed draws.</summary>
/// <param name="Terms">A value per movable term.</param>
/// <param name="Cost">Σ cost·|Δ|.</param>
/// <param name="Margins">See <see cref="Consent.Margins"/>.</param>
/// <param name="Gains">Each veto player's median value slack, in points of impact.</param>
internal sealed record Candidate(double[] Terms, double Cost, double[] Margins, double[] Gains)
{
    public double Worst { get; } = Margins.Length == 0 ? 100 : Margins.Min();

    public double SmallestGain { get; } = Gains.Length == 0 ? 0 : Gains.Min();

    public bool IsFeasible => Worst >= 0;

    /// <summary>Nearer to consent where neither has it; cheaper where both have.</summary>
    public bool IsBetterThan(Candidate other) => IsFeasible && other.IsFeasible
        ? Cost < other.Cost - 1e-7
        : IsFeasible || (!other.IsFeasible && Worst > other.Worst + 1e-4);
}
