using Parley.Engine.Holding;
using Parley.Engine.Measuring;
using Parley.Engine.Situations;

namespace Parley.Engine.Binding;

/// <summary>
/// A situation under a scenario, with every reference resolved to an index and every number to a row of the matrix of
/// draws. Lists keep the situation's order.
/// </summary>
/// <param name="Worlds">The deal, the status quo, then the outcomes of no deal.</param>
/// <param name="ValueOrder">Stakeholders, each after those whose outcomes it is exposed to.</param>
/// <param name="AcceptanceOrder">Stakeholders, each after those who ratify for it.</param>
internal sealed record Model(
    Quantities Quantities,
    IReadOnlyList<Issue> Issues,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Assumption> Assumptions,
    IReadOnlyList<World> Worlds,
    IReadOnlyList<BoundStakeholder> Stakeholders,
    IReadOnlyList<BoundLink> Links,
    IReadOnlyList<int> ValueOrder,
    IReadOnlyList<int> AcceptanceOrder,
    int Horizon,
    int ShortHorizon)
{
    /// <summary>Null where the situation has none, or nobody asked.</summary>
    public BoundHazard? Hazard { get; init; }

    /// <summary>Null where nobody asked.</summary>
    public BoundMeasures? Measures { get; init; }

    public const int Deal = 0;
    public const int StatusQuo = 1;
    public const int FirstNoDeal = 2;
}

/// <summary>Where every issue stands, with or without the deal.</summary>
/// <param name="TermRows">Row of each issue's value.</param>
/// <param name="OddsRow">Row of the relative odds among the outcomes of no deal; −1 for the deal and the status quo.</param>
internal sealed record World(IReadOnlyList<int> TermRows, int OddsRow);

/// <summary>A stakeholder, bound.</summary>
internal sealed record BoundStakeholder(
    string Id,
    string Name,
    StakeholderRole Role,
    int InfluenceRow,
    IReadOnlyList<BoundPreference> Preferences,
    IReadOnlyList<BoundInteraction> Interactions,
    IReadOnlyList<BoundExposure> Effects,
    IReadOnlyList<BoundExposure> Outcomes,
    int LossAversionRow,
    int MarginRow,
    int CostRow,
    IReadOnlyList<int> RatifiedBy)
{
    /// <summary>Rows of saliences, weights of interactions and exposures, in the order of the components.</summary>
    public IReadOnlyList<int> WeightRows { get; } =
    [
        .. Preferences.Select(p => p.SalienceRow),
        .. Interactions.Select(i => i.WeightRow),
        .. Effects.Select(e => e.WeightRow),
        .. Outcomes.Select(o => o.WeightRow),
    ];
}

/// <summary>
/// A preference, bound; the row of a red line is −1 where there is none on that side, the shape's where it is linear. Lines on
/// both sides belong to different sets of preferences: in every draw at least one of them lies at the end of the scale.
/// </summary>
internal sealed record BoundPreference(int Issue, int IdealRow, int SalienceRow, int ShapeRow, int AtMostRow, int AtLeastRow)
{
    public bool HasRedLine => RedLines.Count > 0;

    /// <summary>The lines there are, with their rows.</summary>
    public IReadOnlyList<BoundRedLine> RedLines { get; } =
    [
        .. new[] { new BoundRedLine(Issue, RedLineSide.AtMost, AtMostRow), new BoundRedLine(Issue, RedLineSide.AtLeast, AtLeastRow) }
            .Where(line => line.Row >= 0),
    ];
}

/// <summary>A red line, bound.</summary>
internal sealed record BoundRedLine(int Issue, RedLineSide Side, int Row);

/// <summary>An interaction between two of the stakeholder's preferences, by their place in its list.</summary>
internal sealed record BoundInteraction(string Id, int First, int Second, int WeightRow);

/// <summary>A stake in an effect or a stakeholder, by its index; the sign is +1 where more is wanted, else −1.</summary>
internal sealed record BoundExposure(int Target, int Sign, int WeightRow);

/// <summary>A link, bound.</summary>
/// <param name="Source">Index of the issue, effect or stakeholder that drives it; for an assumption, its row.</param>
/// <param name="Preference">For a breach: the stakeholder's preference with the red line; −1 where a profile dropped the line.</param>
/// <param name="ThresholdRow">−1 for a linear response.</param>
internal sealed record BoundLink(
    Link Link,
    LinkKind Kind,
    int Source,
    int Preference,
    int To,
    int WeightRow,
    int Delay,
    int ThresholdRow,
    double Width);

/// <summary>What drives a link.</summary>
internal enum LinkKind
{
    Issue,
    Effect,
    Assumption,
    Distance,
    Breach,
    Outcome,
}
