using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Engine.Bargaining;

/// <summary>Whom each actor challenges: the target from which, in its own view, it can expect most.</summary>
internal sealed class SpatialModelChallenges(int actors, int width)
{
    private const double SmallestSupport = 1e-10;
    private const double SmallestGain = 1e-5;

    private readonly int[] targets = new int[actors];
    private readonly double[] odds = new double[actors];
    private readonly double[] gains = new double[actors];
    private readonly double[] view = new double[actors * width];
    private readonly double[] viewRisk = new double[width];
    private readonly double[] strength = new double[width];
    private readonly double[] thirdParties = new double[width];

    /// <summary>The actor that this one challenges; −1 for none.</summary>
    public int Target(int initiator) => targets[initiator];

    /// <summary>The challenger's chance of prevailing, in its own view.</summary>
    public double WinProbability(int initiator) => odds[initiator];

    public Challenge[] ToArray() =>
    [
        .. Enumerable.Range(0, actors).Where(i => targets[i] >= 0).Select(i => new Challenge(i, targets[i], odds[i], gains[i])),
    ];

    /// <param name="distance">Row j, column k: how far j's position is from k, in k's eyes.</param>
    /// <param name="attention">Sum of each actor's saliences, at most 1.</param>
    public void Find(ReadOnlySpan<double> distance, ReadOnlySpan<double> risk, ReadOnlySpan<double> weight, ReadOnlySpan<double> attention)
    {
        for (var n = 0; n < width; n++)
        {
            strength[n] = attention[n] * weight[n];
        }

        for (var i = 0; i < actors; i++)
        {
            See(i, distance, risk);
            strength.CopyTo(thirdParties, 0);
            thirdParties[i] = 0;
            (targets[i], odds[i], gains[i]) = (-1, 0, SmallestGain);
            for (var j = 0; j < actors; j++)
            {
                if (j != i)
                {
                    Consider(i, j, attention[j]);
                }
            }
        }
    }

    /// <summary>Everyone's utility of every position as i sees it: U_n = u(d, (2R_i + R_n)/3).</summary>
    private void See(int i, ReadOnlySpan<double> distance, ReadOnlySpan<double> risk)
    {
        for (var n = 0; n < width; n++)
        {
            viewRisk[n] = ((2 * risk[i]) + risk[n]) / 3;
        }

        var r = Vectors(viewRisk);
        for (var j = 0; j < actors; j++)
        {
            var d = MemoryMarshal.Cast<double, Vector256<double>>(distance.Slice(j * width, width));
            var u = Row(j);
            for (var v = 0; v < u.Length; v++)
            {
                u[v] = (Vector256<double>.One - d[v]) * (Vector256<double>.One + (Vector256.Min(d[v], Vector256<double>.One) * r[v]));
            }
        }
    }

    private void Consider(int i, int j, double targetAttention)
    {
        var own = view[(i * width) + i];
        var other = view[(j * width) + i];
        var pressure = thirdParties[j];
        thirdParties[j] = 0;
        var (with, against) = Support(
            i,
            j,
            SmallestSupport + Math.Abs(strength[i] * (own - other)),
            SmallestSupport + Math.Abs(strength[j] * (view[(j * width) + j] - view[(i * width) + j])));
        thirdParties[j] = pressure;
        var p = with / (with + against);
        var challenged = ((1 - targetAttention) * 2 * own) + (targetAttention * ((p * 2 * own) + ((1 - p) * 2 * other)));
        var gain = challenged - (own + other);
        if (gain > gains[i])
        {
            (targets[i], odds[i], gains[i]) = (j, p, gain);
        }
    }

    /// <summary>
    /// The principals' votes and those of third parties, who weigh what they risk by joining each side by the odds with
    /// their own vote added; semi-commitment in KTAB's words. U_nn is 1, so that n's stake is
    /// p_n(1 − U_ni) − (1 − p_n)(1 − U_nj).
    /// </summary>
    private (double With, double Against) Support(int i, int j, double with, double against)
    {
        var w = Vectors(thirdParties);
        var ui = Row(i);
        var uj = Row(j);
        var (startWith, startAgainst) = (Vector256.Create(with), Vector256.Create(against));
        var (joined, opposed) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var v = 0; v < w.Length; v++)
        {
            var vote = w[v] * (ui[v] - uj[v]);
            var forI = startWith + Vector256.Max(vote, Vector256<double>.Zero);
            var forJ = startAgainst + Vector256.Max(-vote, Vector256<double>.Zero);
            var p = forI / (forI + forJ);
            var stake = w[v] * ((p * (Vector256<double>.One - ui[v])) - ((Vector256<double>.One - p) * (Vector256<double>.One - uj[v])));
            joined += Vector256.Max(stake, Vector256<double>.Zero);
            opposed += Vector256.Max(-stake, Vector256<double>.Zero);
        }

        return (with + Vector256.Sum(joined), against + Vector256.Sum(opposed));
    }

    private Span<Vector256<double>> Row(int j) => Vectors(view.AsSpan(j * width, width));

    private static Span<Vector256<double>> Vectors(Span<double> numbers) => MemoryMarshal.Cast<double, Vector256<double>>(numbers);
}
