namespace Parley.Engine.Offering;

/// <summary>
/// Maximises c·z under A z ≤ b and z ≥ 0 by the simplex method on a dense tableau (Dantzig 1951): for the small programs
/// that a search solves at every step. z = 0 must be allowed, b ≥ 0.
/// </summary>
internal sealed class LinearProgram
{
    private const double Tiny = 1e-9;

    private readonly int variables;
    private readonly List<double[]> rows = [];
    private readonly List<double> bounds = [];
    private readonly double[] objective;

    public LinearProgram(int variables)
    {
        this.variables = variables;
        objective = new double[variables];
    }

    /// <summary>c.</summary>
    public Span<double> Objective => objective;

    /// <summary>A new row a·z ≤ bound, with a to be written.</summary>
    public Span<double> AtMost(double bound)
    {
        rows.Add(new double[variables]);
        bounds.Add(Math.Max(0, bound));
        return rows[^1];
    }

    /// <summary>The best z. The program must be bounded.</summary>
    public double[] Solve()
    {
        var (m, width) = (rows.Count, variables + rows.Count + 1);
        var tableau = new double[m + 1][];
        var basis = new int[m];
        for (var i = 0; i < m; i++)
        {
            tableau[i] = new double[width];
            rows[i].CopyTo(tableau[i], 0);
            tableau[i][variables + i] = 1;
            tableau[i][^1] = bounds[i];
            basis[i] = variables + i;
        }

        tableau[m] = new double[width];
        objective.CopyTo(tableau[m], 0);
        // Dantzig's rule is quick, Bland's (1977) never goes in a circle.
        for (var step = 0; step < 50 * (m + variables) && Entering(tableau[m], step > 5 * (m + variables)) is var column and >= 0; step++)
        {
            if (Leaving(tableau, basis, column) is not (var row and >= 0))
            {
                break;
            }

            Pivot(tableau, row, column);
            basis[row] = column;
        }

        var z = new double[variables];
        for (var i = 0; i < m; i++)
        {
            if (basis[i] < variables)
            {
                z[basis[i]] = tableau[i][^1];
            }
        }

        return z;
    }

    private static int Entering(double[] gains, bool byBland)
    {
        var best = -1;
        for (var j = 0; j < gains.Length - 1; j++)
        {
            if (gains[j] > Tiny && (best < 0 || (!byBland && gains[j] > gains[best])))
            {
                best = j;
            }
        }

        return best;
    }

    private static int Leaving(double[][] tableau, int[] basis, int column)
    {
        var (row, least) = (-1, double.PositiveInfinity);
        for (var i = 0; i < basis.Length; i++)
        {
            if (tableau[i][column] > Tiny)
            {
                var ratio = tableau[i][^1] / tableau[i][column];
                if (ratio < least - Tiny || (ratio <= least + Tiny && row >= 0 && basis[i] < basis[row]))
                {
                    (row, least) = (i, ratio);
                }
            }
        }

        return row;
    }

    private static void Pivot(double[][] tableau, int row, int column)
    {
        var pivot = tableau[row];
        var inverse = 1 / pivot[column];
        for (var j = 0; j < pivot.Length; j++)
        {
            pivot[j] *= inverse;
        }

        for (var i = 0; i < tableau.Length; i++)
        {
            var factor = tableau[i][column];
            if (i == row || factor == 0)
            {
                continue;
            }

            for (var j = 0; j < pivot.Length; j++)
            {
                tableau[i][j] -= factor * pivot[j];
            }
        }
    }
}
