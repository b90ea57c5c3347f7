namespace Parley.Engine.Situations;

/// <summary>A move open to a stakeholder once a deal stands, such as breaking it.</summary>
/// <param name="Requires">Options that must be taken already.</param>
/// <param name="Excludes">Options that cannot be taken together with this one.</param>
/// <param name="IssueShifts">Change of an issue's value, in points.</param>
/// <param name="EffectShifts">Change of an effect's level, in (−1, 1).</param>
public sealed record StabilityOption(
    string Id,
    string Name,
    string Owner,
    bool Irreversible,
    IReadOnlyList<string> Requires,
    IReadOnlyList<string> Excludes,
    IReadOnlyList<IssueValue> IssueShifts,
    IReadOnlyList<EffectShift> EffectShifts,
    string Source);

/// <summary>Change of an effect's level.</summary>
public sealed record EffectShift(string Effect, TriangularRange Shift);
