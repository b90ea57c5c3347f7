namespace Parley.Engine.Bargaining;

/// <summary>The bargains on the table in a turn and which of them each actor takes.</summary>
internal sealed class SpatialModelBargains(int actors, int issues, int width)
{
    private const double Evenness = 1e-6;

    // Rows of utilities: the status quo first, then the bargain that each actor opens.
    private const int StatusQuo = 0;

    private readonly int[] targets = new int[actors];
    private readonly double[] initiatorTo = new double[actors * issues];
    private readonly double[] targetTo = new double[actors * issues];
    private readonly double[] utility = new double[(actors + 1) * width];
    private readonly int[] options = new int[actors + 1];
    private readonly double[] probability = new double[actors + 1];
    private readonly int[] chosen = new int[actors];
    private readonly double[] chosenProbability = new double[actors];
    private readonly int[] open = new int[actors];

    /// <summary>
    /// b_i = ((w_i + e)x_i + w_j x_j) / (w_i + w_j + e) and the same for j, with w_i = (s_i p)², w_j = (s_j(1 − p))², to four
    /// decimals.
    /// </summary>
    public void Open(SpatialModelChallenges challenges, ReadOnlySpan<double> position, ReadOnlySpan<double> salience)
    {
        for (var i = 0; i < actors; i++)
        {
            var j = targets[i] = challenges.Target(i);
            var p = challenges.WinProbability(i);
            for (var k = 0; j >= 0 && k < issues; k++)
            {
                var (xi, xj) = (position[(i * issues) + k], position[(j * issues) + k]);
                var (ri, rj) = (salience[(i * issues) + k] * p, salience[(j * issues) + k] * (1 - p));
                var (wi, wj) = (ri * ri, rj * rj);
                initiatorTo[(i * issues) + k] = Math.Round((((wi + Evenness) * xi) + (wj * xj)) / (wi + wj + Evenness), 4);
                targetTo[(i * issues) + k] = Math.Round(((wi * xi) + ((wj + Evenness) * xj)) / (wi + wj + Evenness), 4);
            }
        }
    }

    /// <summary>
    /// Everyone's utility of the status quo and of every bargain: the mean over all positions, both parties of the bargain
    /// having moved, seen from where one stands now and with one's own risk attitude.
    /// </summary>
    public void Value(
        ReadOnlySpan<double> distance,
        ReadOnlySpan<double> risk,
        ReadOnlySpan<double> salience,
        ReadOnlySpan<double> inverseNorm,
        ReadOnlySpan<double> position)
    {
        for (var k = 0; k < actors; k++)
        {
            var now = 0.0;
            for (var m = 0; m < actors; m++)
            {
                now += SpatialModelState.Utility(distance[(m * width) + k], risk[k]);
            }

            utility[k] = now / actors;
            var own = salience.Slice(k * issues, issues);
            var from = position.Slice(k * issues, issues);
            for (var i = 0; i < actors; i++)
            {
                if (targets[i] is var j and >= 0)
                {
                    var toI = SpatialModelState.Distance(own, inverseNorm[k], from, initiatorTo.AsSpan(i * issues, issues));
                    var toJ = SpatialModelState.Distance(own, inverseNorm[k], from, targetTo.AsSpan(i * issues, issues));
                    var then = now
                        - SpatialModelState.Utility(distance[(i * width) + k], risk[k])
                        - SpatialModelState.Utility(distance[(j * width) + k], risk[k])
                        + SpatialModelState.Utility(toI, risk[k])
                        + SpatialModelState.Utility(toJ, risk[k]);
                    utility[((i + 1) * width) + k] = then / actors;
                }
            }
        }
    }

    /// <summary>Each actor takes its side of the most probable of its options; the first of equals, the status quo before all.</summary>
    public void Choose(ReadOnlySpan<double> weight, Span<double> position)
    {
        for (var a = 0; a < actors; a++)
        {
            var count = 0;
            options[count++] = StatusQuo;
            for (var i = 0; i < actors; i++)
            {
                if (targets[i] >= 0 && (i == a || targets[i] == a))
                {
                    options[count++] = i + 1;
                }
            }

            SpatialModelElection.Hold(weight, utility, options.AsSpan(0, count), probability.AsSpan(0, count));
            var best = 0;
            for (var q = 1; q < count; q++)
            {
                best = probability[q] > probability[best] ? q : best;
            }

            (chosen[a], chosenProbability[a], open[a]) = (options[best] - 1, probability[best], count - 1);
        }

        for (var a = 0; a < actors; a++)
        {
            if (chosen[a] >= 0)
            {
                (chosen[a] == a ? initiatorTo : targetTo).AsSpan(chosen[a] * issues, issues).CopyTo(position[(a * issues)..]);
            }
        }
    }

    public Move[] Moves() =>
    [
        .. Enumerable.Range(0, actors).Where(a => chosen[a] >= 0)
            .Select(a => new Move(a, chosen[a], targets[chosen[a]], chosenProbability[a], open[a])),
    ];
}
