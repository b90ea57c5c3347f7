using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests;

/// <summary>Small documents, one part at a time.</summary>
internal static class Build
{
    public const string Source = "made up";

    public static TriangularRange Point(double value) => TriangularRange.Exactly(value);

    public static TriangularRange Range(double low, double mode, double high, FactorLoading? factor = null) =>
        new(low, mode, high, Source, factor);

    public static Issue Issue(string id) => new(id, id, [new Anchor(0, "least"), new Anchor(100, "most")], true, Point(1), Source);

    public static Effect Effect(string id) => new(id, id, "more", "less", Source);

    public static Preference Preference(
        string issue, TriangularRange ideal, TriangularRange salience, TriangularRange? shape = null, RedLine? redLine = null) =>
        new(issue, ideal, salience, shape ?? Point(1), redLine);

    public static RedLine AtMost(double bound) => new(RedLineSide.AtMost, Point(bound), Source);

    public static RedLine AtLeast(double bound) => new(RedLineSide.AtLeast, Point(bound), Source);

    public static Stakeholder Stakeholder(string id, params Preference[] preferences) => new(
        id, id, StakeholderRole.Veto, Point(50), preferences, [], [], [], Point(1), Point(0), [], [], Source);

    public static Link Link(string id, LinkSource from, string to, TriangularRange weight, int delay = 1, ThresholdResponse? threshold = null) =>
        new(id, from, to, weight, delay, threshold, Source);

    public static BaselineOutcome Outcome(string id, TriangularRange odds, params (string Issue, TriangularRange Value)[] values) =>
        new(id, id, odds, [.. values.Select(value => new IssueValue(value.Issue, value.Value))], Source);

    /// <summary>All issues stand at 50 and no deal means that they stay there, unless told otherwise.</summary>
    public static Situation Situation(
        IReadOnlyList<Issue> issues,
        IReadOnlyList<Stakeholder> stakeholders,
        IReadOnlyList<BaselineOutcome>? noDeal = null,
        IReadOnlyList<StakeholderCost>? costs = null,
        IReadOnlyList<Effect>? effects = null,
        IReadOnlyList<Link>? links = null,
        IReadOnlyList<Assumption>? assumptions = null) => new(
        "small",
        "Small",
        Source,
        new DateOnly(2026, 7, 1),
        issues,
        stakeholders,
        new Baselines(
            new Baseline(
                "Status quo", new DateOnly(2026, 7, 1), [Outcome("held", Point(1), [.. issues.Select(i => (i.Id, Point(50)))])], [], Source),
            new Baseline("No deal", null, noDeal ?? [Outcome("held", Point(1))], costs ?? [], Source)),
        assumptions ?? [],
        effects ?? [],
        links ?? [],
        new Measures(null, null, []),
        [],
        null,
        []);

    public static Scenario Scenario(params (string Issue, TriangularRange Value)[] terms) => new(
        "small",
        "Small deal",
        ScenarioKind.Constructed,
        null,
        null,
        [.. terms.Select(term => new Term(term.Issue, term.Value, true, null))],
        [],
        [],
        10,
        2,
        200,
        1,
        Scenarios.Scenario.DefaultAnalyses);

    public static Evaluation Evaluate(Situation situation, Scenario scenario, int threads = 1) =>
        Evaluator.Evaluate(situation, scenario, new EvaluationSettings(threads), TestContext.Current.CancellationToken);
}
