using Parley.Engine.Comparing;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Tests.Reference;

namespace Parley.Engine.Tests.Comparing;

/// <summary>Comparisons of scenarios called a, b, c …</summary>
internal static class Compared
{
    public static Comparison Compare(Situation situation, CommonSettings settings, params Scenario[] scenarios) => Comparer.Compare(
        situation,
        [.. scenarios.Select((scenario, place) => new ComparedScenario($"{(char)('a' + place)}", scenario))],
        settings,
        TestContext.Current.CancellationToken);

    /// <summary>With the first scenario's own settings.</summary>
    public static Comparison Compare(Situation situation, params Scenario[] scenarios) => Compare(situation, SettingsOf(scenarios[0]), scenarios);

    public static CommonSettings SettingsOf(Scenario scenario) => new(scenario.Draws, scenario.Seed, scenario.Horizon, scenario.ShortHorizon);

    /// <summary>A random situation with three scenarios that differ in terms, and one of them in a judgement.</summary>
    public static (Situation Situation, Scenario[] Scenarios) Make(int seed)
    {
        var (situation, scenario) = RandomDocuments.Make(seed, uncertain: true);
        var random = new Random(seed);
        Term Other(Term term) => term with { Value = Build.Range(random.Next(0, 30), random.Next(30, 60), random.Next(60, 101)) };
        var moved = scenario with { Title = "Moved", Terms = [.. scenario.Terms.Select(Other)] };
        var doubted = scenario with
        {
            Title = "Doubted",
            Terms = [.. scenario.Terms.Skip(1)],
            Overrides = [new Override("/assumptions/good-faith/value", Build.Range(0, 0.1, 0.3))],
        };
        return (situation, [scenario, moved, doubted]);
    }

    public static IEnumerable<SpreadDifference> Spreads(PairComparison pair) =>
    [
        .. pair.Impacts.SelectMany(i => new[] { i.NoDeal.Impact, i.StatusQuo.Impact }),
        .. pair.Effects.SelectMany(e => new[] { e.Short, e.Long }),
        .. pair.Durability.Value is { } held ? new[] { held.Short, held.Long } : [],
        .. pair.Measures.Subordination.Value is { } index ? new[] { index } : [],
    ];

    public static IEnumerable<MeanDifference> Means(PairComparison pair) =>
    [
        .. pair.Impacts.SelectMany(i => new[] { i.NoDeal, i.StatusQuo }).SelectMany(d => d.Contributions.Select(c => c.Mean).Append(d.ShortHorizon)),
        pair.Acceptance.Joint,
        .. pair.Acceptance.Stakeholders.Select(s => s.Probability),
        .. pair.Measures.OutcomePair.Value is { } p ? new[] { p.Short, p.Long, p.Both, p.ShortOnly, p.LongOnly, p.Neither } : [],
        .. pair.Measures.Legality.Value?.Select(test => test.Lawful) ?? [],
        .. Spreads(pair).Select(spread => new MeanDifference(spread.First, spread.Second, spread.Mean)),
    ];
}
