namespace Parley.Engine.Situations;

/// <summary>Someone who gains or loses by a settlement, whether at the table or not.</summary>
/// <param name="Influence">Weight in the bargaining, 0 to 100.</param>
/// <param name="LossAversion">λ ≥ 1: how much a loss weighs against an equal gain.</param>
/// <param name="Margin">Smallest impact against no deal, in points, for which the stakeholder would sign.</param>
/// <param name="RatifiedBy">Stakeholders who must accept as well (two-level game, Putnam 1988).</param>
/// <param name="Profiles">Alternative preference sets that a scenario may choose.</param>
public sealed record Stakeholder(
    string Id,
    string Name,
    StakeholderRole Role,
    TriangularRange Influence,
    IReadOnlyList<Preference> Preferences,
    IReadOnlyList<Interaction> Interactions,
    IReadOnlyList<EffectExposure> EffectExposures,
    IReadOnlyList<OutcomeExposure> OutcomeExposures,
    TriangularRange LossAversion,
    TriangularRange Margin,
    IReadOnlyList<string> RatifiedBy,
    IReadOnlyList<Profile> Profiles,
    string Source);

/// <summary>What a stakeholder can do about a deal.</summary>
public enum StakeholderRole
{
    /// <summary>Without its consent there is no deal.</summary>
    Veto,

    /// <summary>Shapes the deal without being able to stop it.</summary>
    Influencer,

    /// <summary>Bears the consequences only.</summary>
    Affected,
}

/// <summary>A named alternative to a stakeholder's preferences; what it does not name stays.</summary>
public sealed record Profile(string Id, string Name, IReadOnlyList<Preference> Preferences, string Source);
