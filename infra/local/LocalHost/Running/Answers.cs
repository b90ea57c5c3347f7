namespace Parley.Local;

// What this program reads of the product's answers; everything else in them is passed over.

internal sealed record ScenarioAnswer(string Id, string Status, string? Title, ProblemAnswer? Problem)
{
    public bool IsOver => Status is "Succeeded" or "Failed" or "Cancelled";
}

internal sealed record ScenarioListAnswer(IReadOnlyList<ScenarioAnswer> Scenarios);

internal sealed record ProblemAnswer(string? Title, string? Detail, IReadOnlyList<PointedProblem>? Problems)
{
    public override string ToString() => string.Join(": ", new[] { Title, Detail }.Where(part => !string.IsNullOrEmpty(part)));
}

internal sealed record PointedProblem(string Pointer, string Detail);

internal sealed record ImpactsAnswer(
    string Scenario,
    string? Title,
    long Seed,
    int Draws,
    int Horizon,
    int ShortHorizon,
    JointAcceptanceAnswer? JointAcceptance,
    IReadOnlyList<ImpactAnswer> Impacts,
    IReadOnlyList<EffectAnswer>? Effects);

internal sealed record NarrationAnswer(
    IReadOnlyDictionary<string, IReadOnlyList<SentenceAnswer>>? Stakeholders,
    IReadOnlyDictionary<string, IReadOnlyList<SentenceAnswer>>? Verdicts);

internal sealed record SentenceAnswer(string Text);

internal sealed record JointAcceptanceAnswer(Estimate? Probability, IReadOnlyList<string>? Stakeholders);

internal sealed record ImpactAnswer(
    string Stakeholder, string? Name, string? Role, AcceptanceAnswer? Acceptance, ComparisonAnswer? NoDeal, ComparisonAnswer? StatusQuo);

internal sealed record AcceptanceAnswer(Estimate? Probability, IReadOnlyList<BlockingAnswer>? Blocking);

internal sealed record BlockingAnswer(string Kind, string Name, Estimate? Share);

internal sealed record EffectAnswer(string Effect, string? Name, LevelAnswer? Short, LevelAnswer? Long);

internal sealed record LevelAnswer(Estimate? Mean, Estimate? Low80, Estimate? High80);

internal sealed record ComparisonAnswer(Estimate? Mean, Estimate? Low80, Estimate? High80, Estimate? ProbabilityOfGain);

internal sealed record Estimate(double? Value, double? StandardError);
