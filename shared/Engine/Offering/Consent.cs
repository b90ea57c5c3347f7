using System.Numerics.Tensors;

namespace Parley.Engine.Offering;

/// <summary>
/// What an offer must reach: in at least <see cref="Draws"/> of the fixed draws, every active condition of a veto player and
/// its ratifiers holds; or those of all veto players at once.
/// </summary>
internal sealed class Consent(OfferProblem problem, IReadOnlySet<int> active, int draws, bool jointly)
{
    private readonly int[][] groups = jointly
        ? [[.. active.Order()]]
        : [.. problem.ConditionsByVeto.Select(conditions => conditions.Where(active.Contains).ToArray())];

    private readonly double[] worst = new double[FixedDraws.Count];
    private readonly double[] scaled = new double[FixedDraws.Count];

    public IReadOnlySet<int> Active => active;

    public int Draws => draws;

    public bool Jointly => jointly;

    /// <summary>Veto players, or 1 for all of them.</summary>
    public int Groups => groups.Length;

    /// <summary>The number of draws that a probability needs.</summary>
    public static int DrawsFor(double probability) => Math.Clamp((int)Math.Ceiling((probability * FixedDraws.Count) - 1e-9), 1, FixedDraws.Count);

    public Consent Without(IEnumerable<int> conditions) => new(problem, active.Except(conditions).ToHashSet(), draws, jointly);

    public Consent Among(IEnumerable<int> conditions) => new(problem, conditions.ToHashSet(), draws, jointly);

    public Consent At(int fewerDraws) => new(problem, active, fewerDraws, jointly);

    /// <summary>
    /// Per group, how far its worst condition is from failing in the draw that decides, in scale points: at least 0 exactly
    /// where enough draws accept.
    /// </summary>
    public void Margins(FixedDraws fixedDraws, Span<double> margins)
    {
        for (var g = 0; g < groups.Length; g++)
        {
            Worst(fixedDraws, groups[g]);
            margins[g] = Ranking.Largest(worst, draws);
        }
    }

    /// <summary>The smallest number of draws in which a group accepts.</summary>
    public int Accepted(FixedDraws fixedDraws)
    {
        var fewest = FixedDraws.Count;
        foreach (var group in groups)
        {
            Worst(fixedDraws, group);
            fewest = Math.Min(fewest, worst.Count(slack => slack >= 0));
        }

        return fewest;
    }

    /// <summary>True where enough draws accept.</summary>
    public bool IsMetBy(FixedDraws fixedDraws) => Accepted(fixedDraws) >= draws;

    private void Worst(FixedDraws fixedDraws, int[] group)
    {
        // Where nothing can fail, everything holds by a scale length.
        worst.AsSpan().Fill(100);
        foreach (var condition in group)
        {
            TensorPrimitives.Multiply(fixedDraws.Slack(condition), problem.Conditions[condition].PointWorth, scaled);
            TensorPrimitives.Min<double>(worst, scaled, worst);
        }
    }
}
