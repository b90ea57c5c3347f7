using Parley.Engine.Estimating;

namespace Parley.Engine.Offering;

/// <summary>A term of the deal that an offer may change.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Row">Row of the deal's term.</param>
/// <param name="Start">Where it stands before: the mode of what the deal says, or of the status quo where it says nothing.</param>
/// <param name="Low">Lowest value that may be offered.</param>
/// <param name="High">Highest value that may be offered.</param>
/// <param name="Cost">Price of a move by one point, ≥ 0.</param>
internal sealed record MovableTerm(int Issue, int Row, double Start, double Low, double High, double Cost)
{
    /// <summary>A move by less than this many points is below what a scale can tell.</summary>
    public const double LeastTold = 0.5;

    /// <summary>True for a term that moves, but by less than can be told.</summary>
    public bool IsTrifle(double value) => value != Start && IsTrifle(Start, value);

    /// <inheritdoc cref="IsTrifle(double)"/>
    public static bool IsTrifle(double from, double to) => Settled.Of(Math.Abs(to - from)) < LeastTold;
}
