using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Engine.Tests;

/// <summary>
/// A made-up situation of the size for which figures are quoted: 12 stakeholders, 12 issues, 25 effects, 2 outcomes of no
/// deal, 7 factors of a hazard, measures, about 300 sampled ranges, 10,000 draws.
/// </summary>
internal static class ReferenceSize
{
    private const string Source = "made up";

    public static Situation Situation(int stakeholders = 12, int issues = 12, int effects = 25) => new(
        "reference",
        "Reference size",
        "Made up for measuring.",
        new DateOnly(2026, 7, 1),
        [.. Enumerable.Range(0, issues).Select(k => new Issue(
            $"issue-{k}", $"Issue {k}", [new Anchor(0, "least"), new Anchor(100, "most")], true, TriangularRange.Exactly(1), Source))],
        [.. Enumerable.Range(0, stakeholders).Select(i => Stakeholder(i, stakeholders, issues, effects))],
        new Baselines(
            new Baseline("Status quo", new DateOnly(2026, 7, 1), [Outcome("held", issues, 40)], [], Source),
            new Baseline("No deal", null, [Outcome("worse", issues, 30), Outcome("better", issues, 55)], [], Source)),
        [new Assumption("good-faith", "Good faith", Range(0.2, 0.5, 0.8), Source)],
        [.. Enumerable.Range(0, effects).Select(e => new Effect($"effect-{e}", $"Effect {e}", "more", "less", Source))],
        [.. Links(issues, effects)],
        Measures(stakeholders, effects),
        [],
        Hazard(issues),
        []);

    public static Scenario Scenario(int issues = 12, int draws = 10_000, long seed = 1) => new(
        "reference",
        "Reference deal",
        ScenarioKind.Constructed,
        null,
        null,
        [.. Enumerable.Range(0, issues).Select(k => new Term($"issue-{k}", Range(20 + (4 * k), 30 + (4 * k), 50 + (4 * k)), true, null))],
        [],
        [],
        10,
        2,
        draws,
        seed,
        Scenarios.Scenario.DefaultAnalyses);

    private static Stakeholder Stakeholder(int i, int stakeholders, int issues, int effects) => new(
        $"stakeholder-{i}",
        $"Stakeholder {i}",
        i < 3 ? StakeholderRole.Veto : StakeholderRole.Influencer,
        Range(20, 40, 60),
        [.. Enumerable.Range(0, issues).Select(k => new Preference(
            $"issue-{k}",
            k % 2 == 0 ? Range(Ideal(i, stakeholders) - 5, Ideal(i, stakeholders), Ideal(i, stakeholders) + 5) : TriangularRange.Exactly(Ideal(i, stakeholders)),
            Range(20, 40 + i, 80),
            TriangularRange.Exactly(1),
            k % 3 == 0 ? new RedLine(i % 2 == 0 ? RedLineSide.AtLeast : RedLineSide.AtMost, TriangularRange.Exactly(i % 2 == 0 ? 15 : 85), Source) : null))],
        [new Interaction("pair", "issue-0", "issue-1", TriangularRange.Exactly(10), Source)],
        [.. Enumerable.Range(0, 4).Select(n => new EffectExposure(
            $"effect-{((5 * i) + n) % effects}", n % 2 == 0 ? Direction.More : Direction.Less, TriangularRange.Exactly(15), Source))],
        i == 0 ? [] : [new OutcomeExposure("stakeholder-0", Direction.More, TriangularRange.Exactly(5), Source)],
        TriangularRange.Exactly(1.5),
        TriangularRange.Exactly(0),
        i == 1 ? ["stakeholder-4"] : [],
        [],
        Source);

    private static double Ideal(int i, int stakeholders) => 5 + (90.0 * i / stakeholders);

    private static BaselineOutcome Outcome(string id, int issues, double level) => new(
        id,
        id,
        Range(0.3, 0.5, 0.7),
        [.. Enumerable.Range(0, issues).Select(k => new IssueValue($"issue-{k}", k % 3 == 0 ? Range(level - 5, level, level + 5) : TriangularRange.Exactly(level)))],
        Source);

    private static IEnumerable<Link> Links(int issues, int effects)
    {
        for (var e = 0; e < effects; e++)
        {
            var threshold = e % 5 == 0 ? new ThresholdResponse(TriangularRange.Exactly(0.05), 0.2) : null;
            yield return new Link(
                $"issue-{e}", new LinkSource.OfIssue($"issue-{e % issues}"), $"effect-{e}", Range(0.2, 0.4, 0.7), 1, threshold, Source);
            if (e > 0)
            {
                yield return new Link(
                    $"effect-{e}", new LinkSource.OfEffect($"effect-{e / 3}"), $"effect-{e}", Range(-0.5, -0.3, 0.1), 1, null, Source);
            }
        }

        yield return new Link("assumption", new LinkSource.OfAssumption("good-faith"), "effect-1", Range(0.1, 0.2, 0.3), 1, null, Source);
        yield return new Link("distance", new LinkSource.OfDistance("stakeholder-2"), "effect-2", Range(0.1, 0.2, 0.3), 1, null, Source);
        yield return new Link("breach", new LinkSource.OfBreach("stakeholder-0", "issue-0"), "effect-3", Range(0.5, 1, 2), 1, null, Source);
        yield return new Link("outcome", new LinkSource.OfOutcome("stakeholder-0"), "effect-24", Range(0.1, 0.2, 0.3), 1, null, Source);
    }

    private static Measures Measures(int stakeholders, int effects) => new(
        new Subordination(["stakeholder-0", "stakeholder-1"], [.. Enumerable.Range(2, stakeholders - 2).Select(i => $"stakeholder-{i}")], Source),
        new OutcomePair(
            new OutcomeEvent("effect-0", 2, Direction.More, 0.05),
            new OutcomeEvent($"effect-{effects - 1}", 10, Direction.Less, 0.05),
            Source),
        [new LegalityTest("rule", "Rule", "issue-2", RedLineSide.AtLeast, 40, "A made-up rule.", Source)]);

    private static Hazard Hazard(int issues) => new(
        "chosen",
        "good-faith",
        [new BaseRate("chosen", "Chosen class", 400, 0.5, 380, 0.6, Source), new BaseRate("other", "Other class", null, null, 80, 0.7, Source)],
        [.. Enumerable.Range(0, 7).Select(f => new HazardFactor(
            $"factor-{f}",
            $"Factor {f}",
            f == 6 ? new LinkSource.OfAssumption("good-faith") : new LinkSource.OfIssue($"issue-{f % issues}"),
            f % 2 == 0 ? Direction.More : Direction.Less,
            f % 2 == 0 ? Range(0.3, 0.6, 0.9) : Range(1, 1.5, 2.5),
            f % 3 == 0,
            Source))],
        Source);

    private static TriangularRange Range(double low, double mode, double high) => new(low, mode, high, Source);
}
