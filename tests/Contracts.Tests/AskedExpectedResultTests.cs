using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Engine;
using Parley.Engine.Comparing;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;
using Parley.Engine.Sweeping;

namespace Parley.Contracts.Tests;

/// <summary>Answers that no shipped scenario asks for, as they are expected: one file each in the folder Expected.</summary>
public sealed class AskedExpectedResultTests
{
    private const string Ukraine = "balanced-package";
    private const string Dam = "gerd-washington-text";

    private static readonly Dictionary<string, Scenario> Scenarios = Shipped.Scenarios().ToDictionary(s => s.Name, s => s.Value);
    private static readonly Dictionary<string, Situation> Situations = Shipped.Situations().ToDictionary(s => s.Name, s => s.Value);

    private static readonly Dictionary<string, Func<string>> Answers = new()
    {
        ["stability-ukraine"] = () => Told(Ukraine, Analysis.Stability),
        ["stability-dam"] = () => Told(Dam, Analysis.Stability),
        ["bargaining-ukraine"] = () => Told(Ukraine, Analysis.Bargaining),
        ["bargaining-dam"] = () => Told(Dam, Analysis.Bargaining),
        ["drivers-ukraine"] = () => Told(Ukraine, Analysis.Drivers),
        ["counter-offers-ukraine"] = () => Told(Ukraine, Analysis.CounterOffers),
        ["counter-offers-dam"] = () => Told(Dam, Analysis.CounterOffers),
        ["comparison"] = Comparison,
        ["sweep"] = Sweep,
    };

    public static TheoryData<string> Names => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_answer_that_no_shipped_scenario_asks_for_is_as_expected(string name)
    {
        var actual = Answers[name]();
        var file = Path.Combine(Folder(), $"{name}.expected.json");
        if (ExpectedResult.Rewriting)
        {
            File.WriteAllText(file, actual);
            return;
        }

        var (expected, found) = (JsonNode.Parse(File.ReadAllText(file))!, JsonNode.Parse(actual)!);
        Assert.Equal(EngineVersion.Current, expected["engineVersion"]!.ToString());
        Assert.Equal(Said(expected), Said(found));
        Assert.True(
            expected["digest"]!.ToString() == found["digest"]!.ToString(),
            "something in the report changed: raise EngineVersion if that is meant, and rewrite the expected results");
    }

    /// <summary>Other vector widths sum in another order; words and the first seven decimals do not hang on that.</summary>
    [Fact]
    public async Task A_processor_without_wide_vectors_gives_the_same_answers()
    {
        if (ExpectedResult.Rewriting)
            return; // the files change under its hands

        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", typeof(AskedExpectedResultTests).Assembly.Location, "-noColor", "-method", $"*.{nameof(An_answer_that_no_shipped_scenario_asks_for_is_as_expected)}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableAVX2"] = "0" },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains($"Total: {Answers.Count}, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_belongs_to_an_answer() => Assert.Equal(
        Answers.Keys.Select(name => $"{name}.expected.json").Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder()).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static string Told(string name, Analysis analysis)
    {
        var scenario = Scenarios[name] with { Analyses = [analysis], Draws = 200, Drivers = new DriversRequest([], DriversRequest.FewestPoints, DriversRequest.FewestResamples) };
        var evaluation = Evaluator.Evaluate(Situations[scenario.Situation], scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);
        return ExpectedResult.Of(CanonicalJson.Of(evaluation), evaluation.Narration!.Verdicts.Single().Sentences.Select(sentence => sentence.Text));
    }

    private static string Comparison()
    {
        ComparedScenario[] compared = [.. new[] { Ukraine, "us-28-points", "european-24-points" }.Select(name => new ComparedScenario(name, Scenarios[name]))];
        var comparison = Comparer.Compare(
            Situations["ukraine-settlement"], compared, new CommonSettings(200, 1, 10, 2), TestContext.Current.CancellationToken);
        return ExpectedResult.Of(
            CanonicalJson.Of(comparison),
            comparison.Orders.Select(order => $"{order.Stakeholder}: {string.Join(" > ", order.Order)}")
                .Concat(comparison.Pairs.SelectMany(pair => pair.Impacts.Take(4).Select(impact =>
                    $"{pair.First} − {pair.Second}, {impact.Stakeholder}: {Rounded(impact.NoDeal.Impact.Mean.Value)} points"))));
    }

    private static string Sweep()
    {
        var (scenario, situation) = (Scenarios[Ukraine], Situations["ukraine-settlement"]);
        var sweep = new Sweep(
            "Guarantees for monitoring",
            scenario,
            [new VariedTerm.Ranged("guarantees", 0, 100, 5), new VariedTerm.Ranged("monitoring", 0, 100, 5)],
            new SweepDesign.Grid(),
            200,
            [
                new SweepOutput(new QuantityOfInterest.OfImpact("ukraine", ImpactBaseline.NoDeal, 10), Direction.More),
                new SweepOutput(new QuantityOfInterest.OfSurvival(10), Direction.More),
            ]);
        var numbers = Sweeper.Evaluate(situation, sweep, 0, 25, TestContext.Current.CancellationToken);
        var summary = Sweeper.Summarise(
            situation, sweep, [SweepDigest.Of(sweep, numbers)], [.. numbers.Means.Take(2)], TestContext.Current.CancellationToken);
        return ExpectedResult.Of(
            CanonicalJson.Of(summary),
            summary.Outputs.Select(output => $"{output.Name}: {Rounded(output.Worst.Value)} to {Rounded(output.Best.Value)}, {Rounded(output.Failing)} fail"));
    }

    private static string Rounded(double number) => number.ToString("F4", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Said(JsonNode of) => of["says"]!.AsArray().Select(sentence => sentence!.ToString());

    private static string Folder() => Repository.PathOf("tests", "Contracts.Tests", "Expected");
}
