using System.Text.Json;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Narrating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

/// <summary>An evaluation with its canonical JSON.</summary>
internal sealed record Told(string Name, Situation Situation, Scenario Scenario, Evaluation Evaluation, JsonElement Report)
{
    public static IReadOnlyList<Analysis> Everything { get; } = Enum.GetValues<Analysis>();

    private static readonly Lazy<IReadOnlyList<Told>> ShippedOnes = new(() =>
    {
        var situations = Contracts.Shipped.Situations().ToDictionary(s => s.Name, s => s.Value);
        return [.. Contracts.Shipped.Scenarios().Select((s, i) => Of(
            s.Name, situations[s.Value.Situation], s.Value with { Analyses = Asked(s.Value, i), Draws = 200 }))];
    });

    public static IReadOnlyList<Told> Shipped => ShippedOnes.Value;

    public IEnumerable<Sentence> Sentences =>
        (Evaluation.Narration!.Stakeholders ?? []).SelectMany(s => s.Sentences).Concat(Evaluation.Narration.Verdicts.SelectMany(v => v.Sentences));

    public static Told Of(string name, Situation situation, Scenario scenario)
    {
        var evaluation = Evaluator.Evaluate(situation, scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);
        return new Told(name, situation, scenario, evaluation, JsonDocument.Parse(CanonicalJson.Of(evaluation)).RootElement);
    }

    // Bargaining does not depend on the terms, only on what a scenario assumes; it and the two after it are the slowest to answer.
    private static Analysis[] Asked(Scenario scenario, int place) =>
    [
        .. Scenario.DefaultAnalyses,
        Analysis.Stability,
        .. place == 0 || scenario.Profiles.Count > 0 ? [Analysis.Bargaining, Analysis.Drivers, Analysis.CounterOffers] : Array.Empty<Analysis>(),
    ];

    public IReadOnlyList<Sentence> About(string stakeholder) =>
        Evaluation.Narration!.Stakeholders!.Single(s => s.Stakeholder == stakeholder).Sentences;

    public IReadOnlyList<Sentence> Verdict(Analysis analysis) =>
        Evaluation.Narration!.Verdicts.Single(v => v.Verdict == analysis).Sentences;

    /// <summary>What a pointer leads to.</summary>
    public JsonElement At(string pointer) => pointer.Split('/')[1..].Aggregate(Report, (place, token) =>
        place.ValueKind == JsonValueKind.Array
            ? place[int.Parse(token, System.Globalization.CultureInfo.InvariantCulture)]
            : place.GetProperty(token));
}
