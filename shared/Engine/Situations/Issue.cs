namespace Parley.Engine.Situations;

/// <summary>Something the parties bargain over, on a worded scale from 0 to 100.</summary>
/// <param name="Anchors">Worded points of the scale in rising order; 0 and 100 are always worded.</param>
/// <param name="Negotiable">False for what no deal can move.</param>
/// <param name="CostOfMoving">Relative cost of shifting a term by one point, ≥ 0; weighs the search for small changes.</param>
public sealed record Issue(
    string Id,
    string Name,
    IReadOnlyList<Anchor> Anchors,
    bool Negotiable,
    TriangularRange CostOfMoving,
    string Source);

/// <summary>What a value of an issue's scale means in words.</summary>
/// <param name="At">Value, 0 to 100.</param>
public sealed record Anchor(double At, string Text);
