namespace Parley.Engine.Bargaining;

/// <summary>
/// Who bargains over what: capability per actor; position and salience per actor and issue. What the methods that reason
/// about positions share.
/// </summary>
/// <param name="actors">Number of actors n, ≥ 1.</param>
/// <param name="issues">Number of issues m, ≥ 1.</param>
public sealed class BargainingTable(int actors, int issues)
{
    private readonly double[] capability = new double[actors];
    private readonly double[] salience = new double[actors * issues];
    private readonly double[] position = new double[actors * issues];

    /// <summary>Number of actors n.</summary>
    public int Actors => actors;

    /// <summary>Number of issues m.</summary>
    public int Issues => issues;

    /// <summary>Weight of each actor, n numbers ≥ 0 on any common scale.</summary>
    public Span<double> Capability => capability;

    /// <summary>Salience, n rows of m numbers ≥ 0.</summary>
    public Span<double> Salience => salience;

    /// <summary>Positions on the issues' scales, n rows of m numbers from 0 to 100.</summary>
    public Span<double> Position => position;

    /// <summary>An actor's salience on every issue.</summary>
    public Span<double> SalienceOf(int actor) => salience.AsSpan(actor * issues, issues);

    /// <summary>An actor's position on every issue.</summary>
    public Span<double> PositionOf(int actor) => position.AsSpan(actor * issues, issues);

    /// <summary>Refuses numbers that no method can use.</summary>
    /// <exception cref="ArgumentException">A capability or salience is negative or not finite, or a position outside 0 to 100.</exception>
    public void Check()
    {
        if (capability.Any(c => !(c >= 0 && double.IsFinite(c))) || salience.Any(s => !(s >= 0 && double.IsFinite(s))))
        {
            throw new ArgumentException("Capability and salience must be finite and not negative.");
        }

        if (position.Any(x => !(x is >= 0 and <= 100)))
        {
            throw new ArgumentException("Positions must lie on the scale from 0 to 100.");
        }
    }
}
