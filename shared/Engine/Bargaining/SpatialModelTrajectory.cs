namespace Parley.Engine.Bargaining;

/// <summary>What a run of the Spatial Model of Politics did, turn by turn.</summary>
/// <param name="Rounds">The states before each turn, and the last one, in which nobody has moved yet.</param>
/// <param name="Converged">False when the turns ran out first.</param>
/// <param name="Outcome">Capability × salience weighted mean of the last positions, per issue; NaN where nobody cares.</param>
public sealed record SpatialModelTrajectory(IReadOnlyList<SpatialModelRound> Rounds, bool Converged, IReadOnlyList<double> Outcome)
{
    /// <summary>Number of turns that were taken.</summary>
    public int Turns => Rounds.Count - 1;
}

/// <summary>Where everyone stands at the beginning of a turn and what the turn brings.</summary>
/// <param name="Positions">n rows of m positions, 0 to 100.</param>
/// <param name="WinProbability">Probability of each actor's position in an election among all positions, risk attitudes included.</param>
/// <param name="Risk">Risk attitude of each actor, −0.5 (averse) to 1 (seeking).</param>
/// <param name="Challenges">At most one per actor, in the actors' order; empty in the last state.</param>
/// <param name="Moves">Which of the bargains open to it each mover took; empty in the last state.</param>
/// <param name="StopRatio">Movement of this turn over that of the first; 0 in the last state.</param>
public sealed record SpatialModelRound(
    IReadOnlyList<IReadOnlyList<double>> Positions,
    IReadOnlyList<double> WinProbability,
    IReadOnlyList<double> Risk,
    IReadOnlyList<Challenge> Challenges,
    IReadOnlyList<Move> Moves,
    double StopRatio);

/// <summary>An actor presses another one to move.</summary>
/// <param name="Initiator">Index of the actor that challenges.</param>
/// <param name="Target">Index of the actor challenged.</param>
/// <param name="WinProbability">Chance of prevailing, in the initiator's view.</param>
/// <param name="ExpectedGain">Expected gain in utility, in the initiator's view.</param>
public readonly record struct Challenge(int Initiator, int Target, double WinProbability, double ExpectedGain);

/// <summary>An actor takes its side of a bargain.</summary>
/// <param name="Actor">Index of the actor that moves.</param>
/// <param name="Initiator">Who opened the bargain it takes.</param>
/// <param name="Target">Who was challenged in it.</param>
/// <param name="Probability">Probability of that bargain among those open to the actor.</param>
/// <param name="Options">How many bargains were open to it, staying put not counted.</param>
public readonly record struct Move(int Actor, int Initiator, int Target, double Probability, int Options);
