namespace Parley.Engine.Tests.Reference;

/// <summary>
/// The Spatial Model of Politics in plain loops, sum by sum as its formulas are written (Wise, Lester &amp; Efird 2015, with KTAB's
/// defaults): nothing is shared with the engine, and nothing is kept but distances.
/// </summary>
internal sealed class PlainSpatialModel
{
    private readonly double[] weight;
    private readonly double[][] salience;
    private readonly double[] attention;
    private double[] risk;
    private double[][] position;
    private double[][] away;

    /// <param name="salience">Rows of shares, at most 1 in sum.</param>
    /// <param name="position">Rows of numbers from 0 to 100.</param>
    public PlainSpatialModel(double[] weight, double[][] salience, double[][] position)
    {
        this.weight = weight;
        this.salience = salience;
        this.position = [.. position.Select(row => row.Select(x => x / 100).ToArray())];
        attention = [.. salience.Select(row => row.Sum())];
        risk = [];
        away = [];
    }

    private int[] Everyone => [.. Enumerable.Range(0, weight.Length)];

    /// <summary>Everyone's positions, 0 to 100, at the start of every turn and after the last; and whether the run converged.</summary>
    public (IReadOnlyList<double[][]> Positions, bool Converged) Run()
    {
        var positions = new List<double[][]> { Points() };
        var first = double.NaN;
        for (var turn = 1; turn <= 100; turn++)
        {
            var before = position;
            Turn();
            positions.Add(Points());
            var moved = Everyone.Sum(i => Math.Sqrt(before[i].Zip(position[i], (a, b) => (a - b) * (a - b)).Sum()));
            first = turn == 1 ? moved : first;
            if (turn >= 2 && (moved == 0 || moved / first < 0.02))
            {
                return (positions, true);
            }
        }

        return (positions, false);
    }

    private double[][] Points() => [.. position.Select(row => row.Select(x => 100 * x).ToArray())];

    private void Turn()
    {
        away = [.. Everyone.Select(k => Everyone.Select(j => Distance(k, position[j])).ToArray())];
        risk = Risk();
        var bargains = Everyone.Select(Bargain).OfType<PlainBargain>().ToList();
        position = [.. Everyone.Select(actor => Chosen(actor, [.. bargains.Where(bargain => bargain.Initiator == actor || bargain.Target == actor)]))];
    }

    private double[] Risk()
    {
        var p = Election([.. Everyone.Select(i => Everyone.Select(k => 1 - away[k][i]).ToArray())]);
        var (low, high) = (p.Min(), p.Max());
        return [.. p.Select(own => high > low ? ((3 * own) - high - (2 * low)) / (2 * (high - low)) : 0)];
    }

    /// <param name="utility">Of each state, to each voter.</param>
    private double[] Election(double[][] utility)
    {
        var logs = utility.Select(a => utility.Sum(b => Math.Log(Support(a, b) / (Support(a, b) + Support(b, a))))).ToArray();
        var shares = logs.Select(log => Math.Exp(log - logs.Max())).ToArray();
        return [.. shares.Select(share => share / shares.Sum())];

        double Support(double[] a, double[] b) => 1e-8 + Everyone.Sum(k => Math.Max(0, weight[k] * (a[k] - b[k])));
    }

    /// <summary>From where an actor stands, in its own eyes.</summary>
    private double Distance(int k, double[] to) => Math.Sqrt(
        Enumerable.Range(0, to.Length).Sum(issue => Math.Pow(salience[k][issue] * (position[k][issue] - to[issue]), 2)) / salience[k].Sum(s => s * s));

    private static double Utility(double distance, double risk) => distance <= 1 ? (1 - distance) * (1 + (distance * risk)) : (1 - distance) * (1 + risk);

    private PlainBargain? Bargain(int i)
    {
        // n's utility of j's position, as i sees it.
        double U(int n, int j) => Utility(away[n][j], ((2 * risk[i]) + risk[n]) / 3);

        var (best, target, odds) = (1e-5, -1, 0.0);
        foreach (var j in Everyone.Where(j => j != i))
        {
            var (forI, forJ) = (1e-10, 1e-10);
            forI += attention[i] * weight[i] * Math.Abs(U(i, i) - U(i, j));
            forJ += attention[j] * weight[j] * Math.Abs(U(j, j) - U(j, i));
            var (joinI, joinJ) = (0.0, 0.0);
            foreach (var n in Everyone.Where(n => n != i && n != j))
            {
                var strength = attention[n] * weight[n];
                var vote = strength * (U(n, i) - U(n, j));
                var (withI, withJ) = (forI + Math.Max(0, vote), forJ + Math.Max(0, -vote));
                var p = withI / (withI + withJ);
                var joining = (p * ((2 * U(n, i)) + U(n, n))) + ((1 - p) * 3 * U(n, j));
                var opposing = (p * 3 * U(n, i)) + ((1 - p) * ((2 * U(n, j)) + U(n, n)));
                joinI += Math.Max(0, strength * (joining - opposing));
                joinJ += Math.Max(0, strength * (opposing - joining));
            }

            var wins = (forI + joinI) / (forI + joinI + forJ + joinJ);
            var challenged = ((1 - attention[j]) * 2 * U(i, i)) + (attention[j] * ((wins * 2 * U(i, i)) + ((1 - wins) * 2 * U(i, j))));
            var gain = challenged - (U(i, i) + U(i, j));
            (best, target, odds) = gain > best ? (gain, j, wins) : (best, target, odds);
        }

        return target < 0 ? null : new PlainBargain(i, target, Met(i, target, odds, atInitiator: 1e-6, atTarget: 0), Met(i, target, odds, atInitiator: 0, atTarget: 1e-6));
    }

    private double[] Met(int i, int j, double odds, double atInitiator, double atTarget) =>
    [
        .. Enumerable.Range(0, salience[i].Length).Select(k =>
        {
            var (wi, wj) = (Math.Pow(salience[i][k] * odds, 2) + atInitiator, Math.Pow(salience[j][k] * (1 - odds), 2) + atTarget);
            return Math.Round(((wi * position[i][k]) + (wj * position[j][k])) / (wi + wj), 4);
        }),
    ];

    private double[] Chosen(int actor, PlainBargain[] open)
    {
        double[][][] states =
        [
            position,
            .. open.Select(bargain => Everyone.Select(m => m == bargain.Initiator ? bargain.InitiatorTo : m == bargain.Target ? bargain.TargetTo : position[m]).ToArray()),
        ];
        var p = Election([.. states.Select(state => Everyone.Select(k => state.Average(place => Utility(Distance(k, place), risk[k]))).ToArray())]);
        return states[Array.IndexOf(p, p.Max())][actor];
    }

    private sealed record PlainBargain(int Initiator, int Target, double[] InitiatorTo, double[] TargetTo);
}
