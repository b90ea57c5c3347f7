namespace Parley.Engine.Situations;

/// <summary>What a stakeholder wants on one issue and how much it matters to it.</summary>
/// <param name="Ideal">Ideal point on the issue's scale, 0 to 100.</param>
/// <param name="Salience">Weight, 0 to 100. In impacts only ratios within one stakeholder count; in the compromise mean, the Spatial Model of Politics and exchange also its size beside that of others.</param>
/// <param name="Shape">Exponent γ &gt; 0 of the loss with distance from the ideal; 1 is linear.</param>
/// <param name="RedLine">Where the stakeholder refuses; null when it would trade any value.</param>
public sealed record Preference(string Issue, TriangularRange Ideal, TriangularRange Salience, TriangularRange Shape, RedLine? RedLine);

/// <summary>A bound that a stakeholder refuses to cross, whatever it gets elsewhere.</summary>
/// <param name="Side">Which side of the bound is acceptable.</param>
/// <param name="Bound">The last acceptable value, 0 to 100.</param>
public sealed record RedLine(RedLineSide Side, TriangularRange Bound, string Source);

/// <summary>Which side of a bound is acceptable.</summary>
public enum RedLineSide
{
    /// <summary>Values up to the bound are acceptable.</summary>
    AtMost,

    /// <summary>Values from the bound up are acceptable.</summary>
    AtLeast,
}

/// <summary>Two issues that a stakeholder values together: the product of their partial values.</summary>
/// <param name="Weight">Weight on the same scale as saliences, 0 to 100.</param>
public sealed record Interaction(string Id, string First, string Second, TriangularRange Weight, string Source);

/// <summary>A stakeholder's stake in an effect.</summary>
/// <param name="Wants">Whether it gains when the effect rises or when it falls.</param>
/// <param name="Weight">Weight on the same scale as saliences, 0 to 100.</param>
public sealed record EffectExposure(string Effect, Direction Wants, TriangularRange Weight, string Source);

/// <summary>A stakeholder's stake in how another one fares.</summary>
/// <param name="Wants">Whether it gains when the other gains or when the other loses.</param>
/// <param name="Weight">Weight on the same scale as saliences, 0 to 100.</param>
public sealed record OutcomeExposure(string Stakeholder, Direction Wants, TriangularRange Weight, string Source);

/// <summary>Up or down.</summary>
public enum Direction
{
    More,
    Less,
}
