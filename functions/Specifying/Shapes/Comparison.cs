using Parley.Engine.Comparing;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Functions.Comparing;

namespace Parley.Functions.Specifying.Shapes;

/// <summary>What differs between scenarios, and where the settings come from.</summary>
public sealed record ComparedScenarios(ChosenSettings Chosen, Comparison Comparison);

public sealed record Comparison(
    string EngineVersion,
    string Situation,
    long Seed,
    int Draws,
    int Horizon,
    int ShortHorizon,
    Keyed<ComparedScenario> Scenarios,
    Keyed<ScenarioOrder> Orders,
    IReadOnlyList<PairDifference> Pairs,
    string Note,
    string ReversalRule);

public sealed record ComparedScenario(string Title, string? BaseClass);

public sealed record ScenarioOrder(string Name, StakeholderRole Role, IReadOnlyList<string> Order, bool Decided, IReadOnlyList<OrderReversal> Reversals);

public sealed record OrderReversal(
    string First, string Second, ReversalCause DependsOn, OrderView One, OrderView Other, ReversalVerdict Verdict, string Text);

public sealed record OrderView(ImpactBaseline Baseline, ComparedHorizon Horizon, ComparedFigure Figure, Estimate Difference);

public sealed record PairDifference(
    string First,
    string Second,
    Keyed<ImpactDifference> Impacts,
    AcceptanceDifference Acceptance,
    Keyed<EffectDifference> Effects,
    Either<ShortAndLong, Unanswered> Durability,
    MeasuresDifference Measures,
    IReadOnlyList<StakeholderReversal> Reversals);

public sealed record ImpactDifference(
    string Name, StakeholderRole Role, BaselineDifference NoDeal, BaselineDifference StatusQuo, IReadOnlyList<string> Reasons);

public sealed record BaselineDifference(
    Estimate First,
    Estimate Second,
    Estimate Difference,
    Estimate Median,
    Estimate Low80,
    Estimate High80,
    Estimate ProbabilityHigher,
    Estimate ProbabilityEqual,
    Estimate ProbabilityLower,
    MeanDifference ShortHorizon,
    IReadOnlyList<ContributionDifference> Contributions);

public sealed record ContributionDifference(ContributionKind Kind, string Id, string Name, Estimate First, Estimate Second, Estimate Difference);

public sealed record MeanDifference(Estimate First, Estimate Second, Estimate Difference);

public sealed record SpreadDifference(
    Estimate First,
    Estimate Second,
    Estimate Difference,
    Estimate Median,
    Estimate Low80,
    Estimate High80,
    Estimate ProbabilityHigher,
    Estimate ProbabilityEqual,
    Estimate ProbabilityLower);

public sealed record AcceptanceDifference(MeanDifference Joint, Keyed<StakeholderDifference> Stakeholders);

public sealed record StakeholderDifference(string Name, StakeholderRole Role, Estimate First, Estimate Second, Estimate Difference);

public sealed record EffectDifference(string Name, SpreadDifference Short, SpreadDifference Long);

public sealed record ShortAndLong(SpreadDifference Short, SpreadDifference Long);

public sealed record MeasuresDifference(
    Either<OutcomePairDifference, Unanswered> OutcomePair,
    Either<SpreadDifference, Unanswered> Subordination,
    Either<LegalityDifference, Unanswered> Legality);

public sealed record OutcomePairDifference(
    MeanDifference Short, MeanDifference Long, MeanDifference Both, MeanDifference ShortOnly, MeanDifference LongOnly, MeanDifference Neither);

public sealed record LegalityDifference(Keyed<TestDifference> Tests);

public sealed record TestDifference(string Name, Estimate First, Estimate Second, Estimate Difference);

public sealed record StakeholderReversal(
    string One, string Other, ImpactBaseline Baseline, Estimate UnderFirst, Estimate UnderSecond, ReversalVerdict Verdict, string Text);
