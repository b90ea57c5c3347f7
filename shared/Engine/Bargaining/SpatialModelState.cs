using System.Numerics.Tensors;

namespace Parley.Engine.Bargaining;

/// <summary>
/// Memory and steps of the Spatial Model of Politics. Positions run from 0 to 1 here; rows of utilities have one number
/// per actor, padded to whole vectors with actors that weigh nothing.
/// </summary>
internal sealed class SpatialModelState
{
    // KTAB's smallest movement that counts, added to the first turn's so that a game at rest has a ratio.
    private const double SmallestMovement = 1e-4;

    // Bargains are rounded to 1e-4; KTAB's log merges positions one such step apart and keeps those 4e-3 apart.
    private const double SamePosition = 1e-3;

    private readonly int actors;
    private readonly int issues;
    private readonly int width;
    private readonly double[] weight;
    private readonly double[] salience;
    private readonly double[] attention;
    private readonly double[] inverseNorm;
    private readonly double[] position;
    private readonly double[] before;
    private readonly double[] distance;
    private readonly double[] utility;
    private readonly double[] risk;
    private readonly double[] probability;
    private readonly int[] everyone;
    private readonly int[] standpoints;
    private readonly int[] standpointOf;
    private readonly double[] standpointProbability;
    private readonly SpatialModelChallenges challenges;
    private readonly SpatialModelBargains bargains;
    private double firstMovement;

    public SpatialModelState(int actors, int issues)
    {
        this.actors = actors;
        this.issues = issues;
        width = (actors + 3) / 4 * 4;
        weight = new double[width];
        attention = new double[width];
        risk = new double[width];
        salience = new double[actors * issues];
        inverseNorm = new double[actors];
        position = new double[actors * issues];
        before = new double[actors * issues];
        distance = new double[actors * width];
        utility = new double[actors * width];
        probability = new double[actors];
        everyone = [.. Enumerable.Range(0, actors)];
        standpoints = new int[actors];
        standpointOf = new int[actors];
        standpointProbability = new double[actors];
        challenges = new SpatialModelChallenges(actors, width);
        bargains = new SpatialModelBargains(actors, issues, width);
    }

    public void Begin(BargainingTable table)
    {
        table.Capability.CopyTo(weight);
        table.Salience.CopyTo(salience);
        TensorPrimitives.Divide(table.Position, 100, position);
        firstMovement = double.NaN;
        for (var i = 0; i < actors; i++)
        {
            var own = salience.AsSpan(i * issues, issues);
            attention[i] = TensorPrimitives.Sum<double>(own);
            var norm = TensorPrimitives.SumOfSquares<double>(own);
            inverseNorm[i] = norm > 0 ? 1 / norm : 0; // who cares about nothing is at no distance from anything
        }
    }

    /// <summary>Takes a turn; gives its movement over that of the first turn.</summary>
    public double Turn(List<SpatialModelRound>? rounds)
    {
        MeasureDistances();
        FindRisk();
        challenges.Find(distance, risk, weight, attention);
        bargains.Open(challenges, position, salience);
        bargains.Value(distance, risk, salience, inverseNorm, position);
        position.CopyTo(before, 0);
        bargains.Choose(weight, position);
        var movement = Movement();
        firstMovement = double.IsNaN(firstMovement) ? movement : firstMovement;
        var ratio = movement / (firstMovement + SmallestMovement);
        rounds?.Add(Round(before, ratio, challenges.ToArray(), bargains.Moves()));
        return ratio;
    }

    /// <summary>Looks once more at where the last turn left everyone.</summary>
    public void End(List<SpatialModelRound>? rounds)
    {
        if (rounds is not null)
        {
            MeasureDistances();
            FindRisk();
            rounds.Add(Round(position, 0, [], []));
        }
    }

    public void WriteOutcome(ReadOnlySpan<double> capability, Span<double> outcome)
    {
        CompromiseMean.Compute(capability, salience, position, outcome);
        TensorPrimitives.Multiply(outcome, 100, outcome);
    }

    /// <summary>u(d, R) = (1 − d)(1 + dR) for d ≤ 1, (1 − d)(1 + R) beyond.</summary>
    public static double Utility(double distance, double risk) => (1 - distance) * (1 + (Math.Min(distance, 1) * risk));

    /// <summary>d_kj = √(Σ (s_k(x_k − x_j))² / Σ s_k²), in k's eyes; row j, column k.</summary>
    private void MeasureDistances()
    {
        for (var j = 0; j < actors; j++)
        {
            for (var k = 0; k < actors; k++)
            {
                distance[(j * width) + k] = Distance(
                    salience.AsSpan(k * issues, issues), inverseNorm[k], position.AsSpan(k * issues, issues), position.AsSpan(j * issues, issues));
            }
        }
    }

    /// <summary>Distance between two points in the eyes of one actor.</summary>
    public static double Distance(ReadOnlySpan<double> salience, double inverseNorm, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        var sum = 0.0;
        for (var k = 0; k < salience.Length; k++)
        {
            var part = salience[k] * (from[k] - to[k]);
            sum += part * part;
        }

        return Math.Sqrt(sum * inverseNorm);
    }

    /// <summary>R_i = (3P_i − P_max − 2P_min) / (2(P_max − P_min)) with P from u(d, 0); 0 where all stand alike.</summary>
    private void FindRisk()
    {
        TensorPrimitives.Subtract(1, distance, utility);
        SpatialModelElection.Hold(weight, utility, everyone, probability);
        var low = TensorPrimitives.Min<double>(probability);
        var high = TensorPrimitives.Max<double>(probability);
        for (var i = 0; i < actors; i++)
        {
            risk[i] = high > low ? ((3 * probability[i]) - high - (2 * low)) / (2 * (high - low)) : 0;
        }
    }

    /// <summary>
    /// The winning probabilities that are reported: one of the positions taken is elected, and actors who stand together
    /// have its probability alike. Risk attitudes come from an election in which each counts for itself. Both as in KTAB's log.
    /// </summary>
    private void HoldElection(ReadOnlySpan<double> position)
    {
        var count = 0;
        for (var i = 0; i < actors; i++)
        {
            var own = position.Slice(i * issues, issues);
            var place = 0;
            while (place < count && TensorPrimitives.Distance(own, position.Slice(standpoints[place] * issues, issues)) > SamePosition)
            {
                place++;
            }

            standpointOf[i] = place;
            if (place == count)
            {
                standpoints[count++] = i;
            }
        }

        SpatialModelElection.Hold(weight, utility, standpoints.AsSpan(0, count), standpointProbability.AsSpan(0, count));
        for (var i = 0; i < actors; i++)
        {
            probability[i] = standpointProbability[standpointOf[i]];
        }
    }

    private double Movement()
    {
        var sum = 0.0;
        for (var i = 0; i < actors; i++)
        {
            sum += TensorPrimitives.Distance<double>(position.AsSpan(i * issues, issues), before.AsSpan(i * issues, issues));
        }

        return sum;
    }

    private SpatialModelRound Round(double[] positions, double ratio, Challenge[] challenged, Move[] moved)
    {
        for (var j = 0; j < actors; j++)
        {
            for (var k = 0; k < actors; k++)
            {
                utility[(j * width) + k] = Utility(distance[(j * width) + k], risk[k]);
            }
        }

        HoldElection(positions);
        return new SpatialModelRound(
            [.. Enumerable.Range(0, actors).Select(i => positions.Skip(i * issues).Take(issues).Select(x => 100 * x).ToArray())],
            [.. probability],
            [.. risk.Take(actors)],
            challenged,
            moved,
            ratio);
    }
}
