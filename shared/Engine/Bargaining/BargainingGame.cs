namespace Parley.Engine.Bargaining;

/// <summary>
/// A bargaining problem after Nash 1950 over a box of issues: what each player gains by an agreement over what it has
/// without one, g_i(x) = Σ_k w_ik ℓ_i(v_ik(x_k) − b_ik) + Σ interactions − r_i, with v = 1 − (|x − p| / max(p, 100 − p))^γ,
/// ℓ(Δ) = Δ for gains and λΔ for losses. Concave, and so solved with a certificate, unless there are interactions or
/// shapes below 1.
/// </summary>
/// <param name="players">Number of players n, ≥ 1.</param>
/// <param name="issues">Number of issues m, ≥ 1.</param>
public sealed class BargainingGame(int players, int issues)
{
    private readonly double[] weight = new double[players * issues];
    private readonly double[] ideal = new double[players * issues];
    private readonly double[] shape = Filled(players * issues, 1);
    private readonly double[] without = new double[players * issues];
    private readonly double[] atLeast = new double[players * issues];
    private readonly double[] atMost = Filled(players * issues, 100);
    private readonly double[] lossAversion = Filled(players, 1);
    private readonly double[] reservation = new double[players];
    private readonly double[] power = Filled(players, 1);

    /// <summary>Number of players n.</summary>
    public int Players => players;

    /// <summary>Number of issues m.</summary>
    public int Issues => issues;

    /// <summary>Weights w ≥ 0 of the issues' values, n rows of m.</summary>
    public Span<double> Weight => weight;

    /// <summary>Ideal points p, 0 to 100, n rows of m.</summary>
    public Span<double> Ideal => ideal;

    /// <summary>Shapes γ &gt; 0, n rows of m; 1 is linear.</summary>
    public Span<double> Shape => shape;

    /// <summary>Values b without an agreement, 0 to 1, n rows of m.</summary>
    public Span<double> Without => without;

    /// <summary>Lower red lines, n rows of m; 0 where there is none.</summary>
    public Span<double> AtLeast => atLeast;

    /// <summary>Upper red lines, n rows of m; 100 where there is none.</summary>
    public Span<double> AtMost => atMost;

    /// <summary>λ ≥ 1 per player.</summary>
    public Span<double> LossAversion => lossAversion;

    /// <summary>r: what a player asks beyond <see cref="Without"/> before it gains anything, in units of value.</summary>
    public Span<double> Reservation => reservation;

    /// <summary>Bargaining power &gt; 0 per player: its exponent in the Nash product. Only ratios count.</summary>
    public Span<double> Power => power;

    /// <summary>Pairs of issues that a player values together.</summary>
    public IList<ValuedTogether> Interactions { get; } = [];

    /// <summary>True when every gain is a concave function of the terms.</summary>
    public bool IsConcave => Interactions.All(pair => pair.Weight == 0) && shape.All(gamma => gamma >= 1);

    /// <summary>The lowest value of an issue that no red line forbids.</summary>
    public double Low(int issue) => Enumerable.Range(0, players).Max(i => atLeast[(i * issues) + issue]);

    /// <summary>The highest value of an issue that no red line forbids; below <see cref="Low"/> when red lines clash.</summary>
    public double High(int issue) => Enumerable.Range(0, players).Min(i => atMost[(i * issues) + issue]);

    /// <summary>Writes what each player gains by an agreement; below 0 it would rather have none.</summary>
    /// <param name="terms">m values, 0 to 100.</param>
    /// <param name="gains">n numbers, in units of value.</param>
    public void Gains(ReadOnlySpan<double> terms, Span<double> gains)
    {
        for (var i = 0; i < players; i++)
        {
            gains[i] = -reservation[i];
            for (var k = 0; k < issues; k++)
            {
                gains[i] += weight[(i * issues) + k] * Felt(i, Value(i, k, terms[k]) - without[(i * issues) + k]);
            }
        }

        foreach (var pair in Interactions)
        {
            var product = Value(pair.Player, pair.First, terms[pair.First]) * Value(pair.Player, pair.Second, terms[pair.Second]);
            gains[pair.Player] += pair.Weight * Felt(pair.Player, product - pair.Without);
        }
    }

    /// <summary>The game of some of the players alone, with their red lines only.</summary>
    public BargainingGame Among(params ReadOnlySpan<int> some)
    {
        var game = new BargainingGame(some.Length, issues);
        for (var place = 0; place < some.Length; place++)
        {
            var player = some[place];
            CopyRow(weight, game.weight, player, place);
            CopyRow(ideal, game.ideal, player, place);
            CopyRow(shape, game.shape, player, place);
            CopyRow(without, game.without, player, place);
            CopyRow(atLeast, game.atLeast, player, place);
            CopyRow(atMost, game.atMost, player, place);
            (game.lossAversion[place], game.reservation[place], game.power[place]) = (lossAversion[player], reservation[player], power[player]);
            foreach (var pair in Interactions.Where(pair => pair.Player == player))
            {
                game.Interactions.Add(pair with { Player = place });
            }
        }

        return game;
    }

    private static double[] Filled(int length, double value)
    {
        var numbers = new double[length];
        numbers.AsSpan().Fill(value);
        return numbers;
    }

    private double Value(int i, int k, double x)
    {
        var p = ideal[(i * issues) + k];
        return 1 - Math.Pow(Math.Abs(x - p) / Math.Max(p, 100 - p), shape[(i * issues) + k]);
    }

    private double Felt(int i, double change) => change < 0 ? lossAversion[i] * change : change;

    private void CopyRow(double[] from, double[] to, int player, int place) =>
        from.AsSpan(player * issues, issues).CopyTo(to.AsSpan(place * issues));
}
