using Parley.Engine.Binding;

namespace Parley.Engine.Offering;

/// <summary>Something without which a stakeholder refuses: one of its red lines, or that the deal is worth its while.</summary>
/// <param name="Stakeholder">Index of the stakeholder.</param>
/// <param name="Line">The red line; null for the value.</param>
/// <param name="Term">Index of the movable term that the red line is about; −1 where the term stands still, and for the value.</param>
/// <param name="Row">Row of the slack: below 0 the condition fails. Points of the scale, or of impact.</param>
/// <param name="PointWorth">
/// Turns slacks into scale points: a stakeholder who cares for n things gains about 1/n points of impact by a scale point, so
/// its points of impact count n times. Steers the search and nothing else.
/// </param>
internal sealed record Condition(int Stakeholder, BoundRedLine? Line, int Term, int Row, double PointWorth);
