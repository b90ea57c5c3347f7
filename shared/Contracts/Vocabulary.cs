using Parley.Contracts.Checking;
using Parley.Engine.Bargaining;
using Parley.Engine.Comparing;
using Parley.Engine.Evaluating;
using Parley.Engine.Offering;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Stability;

namespace Parley.Contracts;

/// <summary>Every enum's words.</summary>
internal static class Vocabulary
{
    public static Words<StakeholderRole> Roles { get; } = new(
        ("veto", StakeholderRole.Veto),
        ("influencer", StakeholderRole.Influencer),
        ("affected", StakeholderRole.Affected));

    public static Words<Direction> Directions { get; } = new(("more", Direction.More), ("less", Direction.Less));

    public static Words<RedLineSide> Sides { get; } = new(("atMost", RedLineSide.AtMost), ("atLeast", RedLineSide.AtLeast));

    public static Words<ScenarioKind> Kinds { get; } = new(
        ("constructed", ScenarioKind.Constructed),
        ("proposal", ScenarioKind.Proposal));

    public static Words<Analysis> Analyses { get; } = new(
        ("impacts", Analysis.Impacts),
        ("acceptance", Analysis.Acceptance),
        ("effects", Analysis.Effects),
        ("durability", Analysis.Durability),
        ("measures", Analysis.Measures),
        ("stability", Analysis.Stability),
        ("bargaining", Analysis.Bargaining),
        ("drivers", Analysis.Drivers),
        ("counterOffers", Analysis.CounterOffers));

    public static Words<ImpactBaseline> Baselines { get; } = new(
        ("noDeal", ImpactBaseline.NoDeal),
        ("statusQuo", ImpactBaseline.StatusQuo));

    public static Words<OfferConstraint> OfferConstraints { get; } = new(("each", OfferConstraint.Each), ("jointly", OfferConstraint.Jointly));

    public static Words<OfferKind> OfferKinds { get; } = new(
        ("consent", OfferKind.Consent),
        ("sturdier", OfferKind.Sturdier),
        ("mostAccepted", OfferKind.MostAccepted),
        ("giveWay", OfferKind.GiveWay),
        ("halfway", OfferKind.Halfway));

    public static Words<BargainingMethod> BargainingMethods { get; } = new(
        ("compromiseMean", BargainingMethod.CompromiseMean),
        ("nash", BargainingMethod.Nash),
        ("kalaiSmorodinsky", BargainingMethod.KalaiSmorodinsky),
        ("spatialModel", BargainingMethod.SpatialModel),
        ("equalGainExchange", BargainingMethod.EqualGainExchange));

    public static Words<BargainingVerdict> BargainingVerdicts { get; } = new(
        ("found", BargainingVerdict.Found),
        ("infeasible", BargainingVerdict.Infeasible),
        ("notConverged", BargainingVerdict.NotConverged));

    public static Words<BlockingKind> Blocking { get; } = new(
        ("redLine", BlockingKind.RedLine),
        ("ratifier", BlockingKind.Ratifier),
        ("value", BlockingKind.Value),
        ("margin", BlockingKind.Margin));

    public static Words<Restraint> Restraints { get; } = new(
        ("nothingToGain", Restraint.NothingToGain),
        ("credibleSanction", Restraint.CredibleSanction),
        ("inescapableSanction", Restraint.InescapableSanction),
        ("escapableSanction", Restraint.EscapableSanction),
        ("none", Restraint.None));

    public static Words<TermOrigin> Origins { get; } = new(
        ("agreed", TermOrigin.Agreed),
        ("open", TermOrigin.Open),
        ("statusQuo", TermOrigin.StatusQuo));

    public static Words<ComparedHorizon> ComparedHorizons { get; } = new(("short", ComparedHorizon.Short), ("long", ComparedHorizon.Long));

    public static Words<ComparedFigure> ComparedFigures { get; } = new(("mean", ComparedFigure.Mean), ("median", ComparedFigure.Median));

    public static Words<ReversalCause> ReversalCauses { get; } = new(
        ("baseline", ReversalCause.Baseline),
        ("horizon", ReversalCause.Horizon),
        ("figure", ReversalCause.Figure));

    public static Words<ReversalVerdict> ReversalVerdicts { get; } = new(
        ("reversed", ReversalVerdict.Reversed),
        ("undecided", ReversalVerdict.Undecided));

    public static Words<ContributionKind> Contributions { get; } = new(
        ("issue", ContributionKind.Issue),
        ("interaction", ContributionKind.Interaction),
        ("effect", ContributionKind.Effect),
        ("outcome", ContributionKind.Outcome));
}
