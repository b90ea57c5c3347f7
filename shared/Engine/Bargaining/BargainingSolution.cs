namespace Parley.Engine.Bargaining;

/// <summary>What a cooperative solution says; without numbers unless it was found.</summary>
/// <param name="Verdict">Whether there is a solution.</param>
/// <param name="Terms">m values, 0 to 100; empty without a solution.</param>
/// <param name="Gains">What each player gains over having no agreement, n numbers in units of value; empty without a solution.</param>
/// <param name="Shares">Gains as shares of the most that each player could get while nobody loses; empty unless the solution rests on them.</param>
public sealed record BargainingSolution(
    BargainingVerdict Verdict, IReadOnlyList<double> Terms, IReadOnlyList<double> Gains, IReadOnlyList<double> Shares)
{
    internal static BargainingSolution Without(BargainingVerdict verdict) => new(verdict, [], [], []);
}

/// <summary>Whether a cooperative solution exists.</summary>
public enum BargainingVerdict
{
    /// <summary>Found.</summary>
    Found,

    /// <summary>No terms within the red lines leave everyone better off than without an agreement.</summary>
    Infeasible,

    /// <summary>There are such terms, but the search for the solution among them was given up.</summary>
    NotConverged,
}
