using System.Text.Json.Nodes;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public sealed class ExpectedResultTests
{
    /// <summary>Another vector width changes the last digits, and the files keep nine decimals.</summary>
    private const double LastDigits = 2e-9;

    private static readonly Dictionary<string, Scenario> ShippedScenarios = Shipped.Scenarios().ToDictionary(s => s.Name, s => s.Value);
    private static readonly Dictionary<string, Situation> ShippedSituations = Shipped.Situations().ToDictionary(s => s.Name, s => s.Value);

    public static TheoryData<string> Names => [.. ShippedScenarios.Keys];

    [Fact]
    public void The_lever_that_rewrites_expected_results_is_off() =>
        Assert.True(!ExpectedResult.Rewriting, "expected results were rewritten: read the difference before you commit it, and run the tests without the lever");

    [Fact]
    public void Every_expected_result_belongs_to_a_scenario() => Assert.Equal(
        ShippedScenarios.Keys.Select(scenario => $"{scenario}.expected.json").Order(StringComparer.Ordinal),
        Directory.GetFiles(Scenarios(), "*.expected.json").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_scenario_gives_the_result_that_stands_beside_it(string name)
    {
        var scenario = ShippedScenarios[name];
        var situation = ShippedSituations[scenario.Situation];
        var actual = ExpectedResult.Of(Evaluator.Evaluate(situation, scenario, new EvaluationSettings(), TestContext.Current.CancellationToken));
        var file = Path.Combine(Scenarios(), $"{name}.expected.json");
        if (ExpectedResult.Rewriting)
        {
            File.WriteAllText(file, actual);
            return;
        }

        var (expected, found) = (JsonNode.Parse(File.ReadAllText(file)), JsonNode.Parse(actual));
        Assert.Equal(EngineVersion.Current, expected!["engineVersion"]!.ToString());
        var numbers = ExpectedResult.Numbers(found).ToArray();
        Assert.Equal(ExpectedResult.Numbers(expected).Select(number => number.Pointer), numbers.Select(number => number.Pointer));
        Assert.All(ExpectedResult.Numbers(expected).Zip(numbers), pair => Assert.True(
            Math.Abs(pair.First.Value - pair.Second.Value) <= LastDigits,
            $"{pair.First.Pointer} is {pair.Second.Value}, expected {pair.First.Value}: raise EngineVersion if that is meant"));

        // Last, since the numbers above say more about what changed.
        Assert.True(
            expected["digest"]!.ToString() == found!["digest"]!.ToString(),
            "something else in the report changed: raise EngineVersion if that is meant, and rewrite the expected results");
    }

    private static string Scenarios() => Repository.PathOf("shared", "Scenarios");
}
