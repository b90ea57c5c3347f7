using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Stability;

namespace Parley.Engine.Tests.Stability;

/// <summary>
/// A truce between Left and Right over two issues (how far each is armed) and one effect (fear). The deal disarms both;
/// nothing is uncertain unless a test makes it so.
/// </summary>
internal sealed record Truce
{
    private const string Source = "made up";

    public double[] Terms { get; init; } = [0, 0];

    public Side Left { get; init; } = new() { Ideals = [100, 0], Saliences = [1, 2] };

    public Side Right { get; init; } = new() { Ideals = [0, 100], Saliences = [2, 1] };

    public IReadOnlyList<StabilityOption> Options { get; init; } = [Arm("left-arms", "left", 0), Arm("right-arms", "right", 1)];

    public static StabilityOption Arm(string id, string owner, int issue, TriangularRange? by = null, double fear = 0) => new(
        id, $"{owner} arms", owner, false, [], [], [new IssueValue($"issue-{issue}", by ?? TriangularRange.Exactly(50))],
        [new EffectShift("fear", TriangularRange.Exactly(fear))], Source);

    public StabilityReport Report(int draws = 200) =>
        Evaluator.Evaluate(Situation(), Scenario(draws), new EvaluationSettings(), TestContext.Current.CancellationToken).Stability!;

    public Situation Situation() => new(
        "truce",
        "Truce",
        "Made up.",
        new DateOnly(2026, 7, 1),
        [.. Enumerable.Range(0, 2).Select(k => new Issue(
            $"issue-{k}", $"Issue {k}", [new Anchor(0, "none"), new Anchor(100, "all")], true, TriangularRange.Exactly(1), Source))],
        [Stakeholder("left", Left, "right"), Stakeholder("right", Right, null)],
        new Baselines(
            new Baseline("Status quo", new DateOnly(2026, 7, 1), [Outcome("held")], [], Source),
            new Baseline("No deal", null, [Outcome("war")], [], Source)),
        [],
        [new Effect("fear", "Fear", "more", "less", Source)],
        [],
        new Measures(null, null, []),
        Options,
        null,
        []);

    public Scenario Scenario(int draws = 200, params Analysis[] analyses) => new(
        "truce",
        "Disarm",
        ScenarioKind.Constructed,
        null,
        null,
        [.. Terms.Select((term, k) => new Term($"issue-{k}", TriangularRange.Exactly(term), true, null))],
        [],
        [],
        10,
        2,
        draws,
        1,
        analyses is [] ? [Analysis.Stability] : analyses);

    private static Stakeholder Stakeholder(string id, Side side, string? other) => new(
        id,
        id,
        StakeholderRole.Veto,
        TriangularRange.Exactly(50),
        [.. side.Ideals.Select((ideal, k) => new Preference(
            $"issue-{k}", TriangularRange.Exactly(ideal), TriangularRange.Exactly(side.Saliences[k]), TriangularRange.Exactly(side.Shape), null))],
        [new Interaction("both", "issue-0", "issue-1", TriangularRange.Exactly(side.Interaction), Source)],
        [new EffectExposure("fear", Direction.Less, TriangularRange.Exactly(side.Fear), Source)],
        other is null ? [] : [new OutcomeExposure(other, Direction.Less, TriangularRange.Exactly(side.Envy), Source)],
        TriangularRange.Exactly(1),
        TriangularRange.Exactly(0),
        [],
        [],
        Source);

    private static BaselineOutcome Outcome(string id) => new(
        id, id, TriangularRange.Exactly(1), [.. Enumerable.Range(0, 2).Select(k => new IssueValue($"issue-{k}", TriangularRange.Exactly(60)))], Source);

    /// <summary>What one side wants; weights count relative to each other.</summary>
    internal sealed record Side
    {
        public double[] Ideals { get; init; } = [0, 0];

        public double[] Saliences { get; init; } = [1, 1];

        public double Shape { get; init; } = 1;

        public double Interaction { get; init; }

        public double Fear { get; init; }

        /// <summary>How much the other's loss is worth; Left alone has it.</summary>
        public double Envy { get; init; }
    }
}
