using System.Numerics.Tensors;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Climbs a <see cref="BarrierObjective"/> of a game's gains: Newton steps on the problem with rounded kinks and a
/// logarithmic barrier inside the box, both fading stage by stage (Boyd &amp; Vandenberghe 2004, Convex Optimization,
/// chapter 11). For concave games the end is the maximum; else a local one.
/// </summary>
internal sealed class BarrierSolver
{
    /// <summary>Rounding of kinks at the start, in lengths of the scale.</summary>
    public const double FirstSmoothing = 0.25;

    /// <summary>Rounding of kinks at the end.</summary>
    public const double LastSmoothing = 1e-7;

    private const double Fading = 0.25;
    private const int MostSteps = 60;

    // What Newton's estimate leaves to climb at the end of the last stage, in units of value; and at the very most, where
    // rounding or a sharp ridge stops it earlier: far less than any judgement could tell apart.
    private const double LastClimb = 1e-13;
    private const double MostLeft = 1e-6;

    private readonly BargainingGame game;
    private readonly SmoothGains gains;
    private readonly int width;
    private readonly IssueBox box;
    private readonly double[] point;
    private readonly double[] trial;
    private readonly double[] direction;
    private readonly double[] slope;
    private readonly double[] multiplier;
    private readonly double[] row;
    private readonly double[] matrix;
    private readonly CholeskySolver cholesky;

    public BarrierSolver(BargainingGame game)
    {
        this.game = game;
        gains = new SmoothGains(game);
        width = game.Issues + 1;
        box = new IssueBox(game);
        point = new double[width];
        trial = new double[width];
        direction = new double[width];
        slope = new double[width];
        row = new double[width];
        multiplier = new double[game.Players];
        matrix = new double[width * width];
        cholesky = new CholeskySolver(width);
    }

    /// <summary>Where the climb stands: m terms from 0 to 1.</summary>
    public Span<double> Terms => point.AsSpan(0, game.Issues);

    /// <summary>The auxiliary t, where the objective has one.</summary>
    public double Share => point[^1];

    /// <summary>Newton steps taken so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The gains at the terms, with the kinks as round as given.</summary>
    public double SmallestGain(double smoothing)
    {
        gains.Evaluate(Terms, smoothing);
        return TensorPrimitives.Min(gains.Gains);
    }

    /// <summary>Starts from given terms, 0 to 1, moved inside the box.</summary>
    public void Start(ReadOnlySpan<double> terms) => box.PutInside(terms, Terms);

    /// <summary>Starts from the middle of the box.</summary>
    public void StartInTheMiddle() => box.PutInTheMiddle(Terms);

    /// <summary>Climbs through all stages; the smoothing at which <paramref name="enough"/> was satisfied, or the last one.</summary>
    /// <param name="smoothing">Where to begin: with logarithms of gains, every gain must be positive there.</param>
    /// <param name="enough">Ends the climb early, after a stage.</param>
    /// <returns>The smoothing of the last stage, and whether every step of it was taken.</returns>
    public (double Smoothing, bool Converged) Climb(BarrierObjective objective, double smoothing, Func<double, bool>? enough = null)
    {
        if (objective.Shares is { } shares)
        {
            gains.Evaluate(Terms, smoothing);
            point[^1] = Largest(shares) - 0.1;
        }

        while (true)
        {
            var last = smoothing <= LastSmoothing;
            var converged = Stage(objective, smoothing, last ? LastClimb : 1e-2 * Floor(smoothing));
            if (last || enough?.Invoke(smoothing) == true)
            {
                return (smoothing, converged);
            }

            Predict(objective, smoothing);
            smoothing = Math.Max(LastSmoothing, smoothing * Fading);
        }
    }

    /// <summary>
    /// The weight of the logarithms that only keep gains above a floor. It fades with the smoothing: much closer to a floor
    /// than its kinks are round, steps along it would have to be tiny.
    /// </summary>
    private static double Floor(double smoothing) => 0.5 * smoothing;

    /// <summary>
    /// The weight of the box's barrier. It fades faster than the kinks sharpen: where a bound happens to be best without
    /// pressing, the barrier keeps the terms off it by its root.
    /// </summary>
    private static double Barrier(double smoothing) => 0.25 * smoothing * Math.Sqrt(smoothing);

    private bool Stage(BarrierObjective objective, double smoothing, double tolerance)
    {
        var decrement = double.PositiveInfinity;
        var value = Value(objective, point, smoothing);
        for (var step = 0; step < MostSteps; step++)
        {
            Steps++;
            Assemble(objective, smoothing);
            cholesky.Solve(matrix, slope, direction);
            decrement = TensorPrimitives.Dot<double>(slope, direction);
            if (decrement <= tolerance)
            {
                return true;
            }

            var length = Math.Min(1, 0.99 * box.RoomAlong(point, direction));
            var reached = double.NegativeInfinity;
            for (; length > 1e-10; length /= 2)
            {
                TensorPrimitives.MultiplyAdd<double>(direction, length, point, trial);
                reached = Value(objective, trial, smoothing);
                if (reached >= value + (1e-4 * length * decrement))
                {
                    break;
                }
            }

            if (length <= 1e-10)
            {
                // What is left to climb drowns in rounding, or else the climb is stuck.
                break;
            }

            trial.CopyTo(point, 0);
            value = reached;
        }

        return decrement <= MostLeft;
    }

    /// <summary>The objective at a point, −∞ outside its domain; leaves gains, derivatives and multipliers there.</summary>
    private double Value(BarrierObjective objective, ReadOnlySpan<double> at, double smoothing)
    {
        var (floor, barrier) = (Floor(smoothing), Barrier(smoothing));
        gains.Evaluate(at[..game.Issues], smoothing);
        var value = objective.Shares is null ? 0 : at[^1];
        for (var i = 0; i < game.Players; i++)
        {
            var slack = gains.Gains[i] - ((objective.Shares?[i] ?? 0) * at[^1]);
            if (!(slack > 0))
            {
                return double.NegativeInfinity;
            }

            var weight = objective.Logs?[i] ?? floor;
            value += (objective.Linear[i] * gains.Gains[i]) + (weight * Math.Log(slack));
        }

        return value + box.Barrier(at, barrier);
    }

    /// <summary>Slope of the objective and its curvature with the sign changed, at the point last evaluated.</summary>
    private void Assemble(BarrierObjective objective, double smoothing)
    {
        var (floor, barrier) = (Floor(smoothing), Barrier(smoothing));
        slope.AsSpan().Clear();
        matrix.AsSpan().Clear();
        for (var i = 0; i < game.Players; i++)
        {
            var share = objective.Shares?[i] ?? 0;
            var slack = gains.Gains[i] - (share * point[^1]);
            var weight = objective.Logs?[i] ?? floor;
            multiplier[i] = objective.Linear[i] + (weight / slack);
            gains.Gradient(i).CopyTo(row);
            row[^1] = 0;
            TensorPrimitives.MultiplyAdd<double>(row, multiplier[i], slope, slope);
            row[^1] = -share;
            slope[^1] -= share * weight / slack;
            for (var k = 0; k < width; k++)
            {
                var scaled = matrix.AsSpan(k * width, width);
                TensorPrimitives.MultiplyAdd<double>(row, -row[k] * weight / (slack * slack), scaled, scaled);
            }
        }

        gains.AddCurvature(multiplier, matrix, width);
        slope[^1] += objective.Shares is null ? 0 : 1;
        for (var k = 0; k < game.Issues; k++)
        {
            var (first, second) = box.Derivatives(k, point[k], barrier);
            slope[k] += first;
            matrix[(k * width) + k] += second;
        }

        TensorPrimitives.Negate<double>(matrix, matrix);
        for (var k = 0; k < width; k++)
        {
            if (k == game.Issues ? objective.Shares is null : !box.IsFree(k))
            {
                Freeze(k);
            }
        }
    }

    private void Freeze(int k)
    {
        slope[k] = 0;
        for (var other = 0; other < width; other++)
        {
            matrix[(k * width) + other] = matrix[(other * width) + k] = 0;
        }

        matrix[(k * width) + k] = 1;
    }

    /// <summary>The largest t that the gains allow.</summary>
    private double Largest(double[] shares)
    {
        var largest = double.PositiveInfinity;
        for (var i = 0; i < shares.Length; i++)
        {
            largest = Math.Min(largest, gains.Gains[i] / shares[i]);
        }

        return largest;
    }

    /// <summary>
    /// Follows the path to the next stage: what rests near a kink or a bound draws near in proportion to the smoothing, and
    /// so does t.
    /// </summary>
    private void Predict(BarrierObjective objective, double smoothing)
    {
        const double near = 2;
        var next = Math.Max(LastSmoothing, smoothing * Fading);
        var fade = Barrier(next) / Barrier(smoothing);
        point.CopyTo(trial, 0);
        for (var k = 0; k < game.Issues; k++)
        {
            var bound = box.NearestBound(k, point[k]);
            var nearest = bound;
            for (var i = 0; i < game.Players; i++)
            {
                var ideal = game.Ideal[(i * game.Issues) + k] / 100;
                if (game.Weight[(i * game.Issues) + k] > 0 && Math.Abs(ideal - point[k]) < Math.Abs(nearest - point[k]))
                {
                    nearest = ideal;
                }
            }

            if (box.IsFree(k) && Math.Abs(nearest - point[k]) < near * smoothing)
            {
                trial[k] = nearest + ((nearest == bound ? fade : Fading) * (point[k] - nearest));
            }
        }

        if (objective.Shares is { } shares)
        {
            gains.Evaluate(trial.AsSpan(0, game.Issues), next);
            trial[^1] = Largest(shares) - (Fading * (Largest(shares, point, smoothing) - point[^1]));
        }

        // A guess is taken only where it is better than staying: one that runs into a corner would creep out of it again.
        if (Value(objective, trial, next) > Value(objective, point, next))
        {
            trial.CopyTo(point, 0);
        }
    }

    private double Largest(double[] shares, ReadOnlySpan<double> at, double smoothing)
    {
        gains.Evaluate(at[..game.Issues], smoothing);
        return Largest(shares);
    }
}
