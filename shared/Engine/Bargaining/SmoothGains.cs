namespace Parley.Engine.Bargaining;

/// <summary>
/// A game's gains with their kinks rounded off, |z| → √(z² + ε²), and their first and second derivatives. Terms run from
/// 0 to 1 here. Rounding makes every gain smaller (for shapes ≥ 1), so what is positive here is positive in the game.
/// </summary>
internal sealed class SmoothGains(BargainingGame game)
{
    private readonly int issues = game.Issues;
    private readonly double[] value = new double[game.Players * game.Issues];
    private readonly double[] slope = new double[game.Players * game.Issues];
    private readonly double[] bend = new double[game.Players * game.Issues];
    private readonly double[] gains = new double[game.Players];
    private readonly double[] gradient = new double[game.Players * game.Issues];
    private readonly double[] curvature = new double[game.Players * game.Issues];
    private double[] cross = [];

    /// <summary>n gains.</summary>
    public ReadOnlySpan<double> Gains => gains;

    /// <summary>First derivatives of a player's gain.</summary>
    public ReadOnlySpan<double> Gradient(int player) => gradient.AsSpan(player * issues, issues);

    /// <summary>Adds the second derivatives of Σ multiplier·gain to a matrix of <paramref name="width"/> columns.</summary>
    public void AddCurvature(ReadOnlySpan<double> multiplier, Span<double> matrix, int width)
    {
        for (var i = 0; i < game.Players; i++)
        {
            for (var k = 0; k < issues; k++)
            {
                matrix[(k * width) + k] += multiplier[i] * curvature[(i * issues) + k];
            }
        }

        for (var n = 0; n < game.Interactions.Count; n++)
        {
            var pair = game.Interactions[n];
            matrix[(pair.First * width) + pair.Second] += multiplier[pair.Player] * cross[n];
            matrix[(pair.Second * width) + pair.First] += multiplier[pair.Player] * cross[n];
        }
    }

    public void Evaluate(ReadOnlySpan<double> terms, double smoothing)
    {
        var square = smoothing * smoothing;
        for (var i = 0; i < game.Players; i++)
        {
            gains[i] = -game.Reservation[i];
            var averse = (game.LossAversion[i] - 1) / 2;
            for (var k = 0; k < issues; k++)
            {
                var at = (i * issues) + k;
                Value(at, terms[k], square);
                var (felt, first, second) = Felt(value[at] - game.Without[at], averse, square);
                gains[i] += game.Weight[at] * felt;
                gradient[at] = game.Weight[at] * first * slope[at];
                curvature[at] = game.Weight[at] * ((second * slope[at] * slope[at]) + (first * bend[at]));
            }
        }

        if (game.Interactions.Count > 0)
        {
            AddInteractions(square);
        }
    }

    private void AddInteractions(double square)
    {
        cross = cross.Length == game.Interactions.Count ? cross : new double[game.Interactions.Count];
        for (var n = 0; n < cross.Length; n++)
        {
            var pair = game.Interactions[n];
            var (a, b) = ((pair.Player * issues) + pair.First, (pair.Player * issues) + pair.Second);
            var (felt, first, second) = Felt((value[a] * value[b]) - pair.Without, (game.LossAversion[pair.Player] - 1) / 2, square);
            var (byA, byB) = (slope[a] * value[b], value[a] * slope[b]);
            gains[pair.Player] += pair.Weight * felt;
            gradient[a] += pair.Weight * first * byA;
            gradient[b] += pair.Weight * first * byB;
            curvature[a] += pair.Weight * ((second * byA * byA) + (first * bend[a] * value[b]));
            curvature[b] += pair.Weight * ((second * byB * byB) + (first * value[a] * bend[b]));
            cross[n] = pair.Weight * ((second * byA * byB) + (first * slope[a] * slope[b]));
        }
    }

    /// <summary>v = 1 − a^γ with a = √(z² + ε²) and z = (x − p)/reach.</summary>
    private void Value(int at, double x, double square)
    {
        var p = game.Ideal[at] / 100;
        var inverse = 1 / Math.Max(p, 1 - p);
        var z = (x - p) * inverse;
        var a = Math.Sqrt((z * z) + square);
        var gamma = game.Shape[at];
        if (gamma == 1)
        {
            (value[at], slope[at], bend[at]) = (1 - a, -z / a * inverse, -square / (a * a * a) * inverse * inverse);
            return;
        }

        var power = Math.Pow(a, gamma - 2);
        value[at] = 1 - (power * a * a);
        slope[at] = -gamma * power * z * inverse;
        bend[at] = -gamma * power * (1 + ((gamma - 2) * z * z / (a * a))) * inverse * inverse;
    }

    /// <summary>ℓ(Δ) = Δ − (λ − 1)·max(0, −Δ), smoothed, with its derivatives.</summary>
    private static (double Felt, double First, double Second) Felt(double change, double averse, double square)
    {
        if (averse == 0)
        {
            return (change, 1, 0);
        }

        var size = Math.Sqrt((change * change) + square);
        return (change - (averse * (size - change)), 1 - (averse * ((change / size) - 1)), -averse * square / (size * size * size));
    }
}
