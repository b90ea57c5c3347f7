using System.Text.Json;
using Parley.Engine;
using Parley.Engine.Evaluating;
using Parley.Engine.Scenarios;
using Parley.Engine.Situations;

namespace Parley.Contracts.Tests;

public sealed class ShippedEvaluationTests
{
    private static readonly Dictionary<string, Scenario> Scenarios = Shipped.Scenarios().ToDictionary(s => s.Name, s => s.Value);
    private static readonly Dictionary<string, Situation> Situations = Shipped.Situations().ToDictionary(s => s.Name, s => s.Value);

    public static TheoryData<string> Names => [.. Scenarios.Keys];

    [Fact]
    public void Two_situations_or_more_are_shipped_and_each_has_scenarios()
    {
        Assert.True(Situations.Count >= 2);
        Assert.Equal(Situations.Keys.Order(StringComparer.Ordinal), Scenarios.Values.Select(s => s.Situation).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_analysis_of_a_shipped_scenario_is_answered_in_finite_numbers(string name)
    {
        var report = Report(name, Enum.GetValues<Analysis>());
        Assert.All(Enum.GetValues<Analysis>(), analysis => Assert.True(
            report.TryGetProperty(Vocabulary.Analyses[analysis], out var part) && part.EnumerateObject().Any(), $"nothing about {analysis}"));
        Assert.All(Numbers(report, ""), number => Assert.True(double.IsFinite(number.Value), number.Pointer));
    }

    [Fact]
    public void A_situation_without_a_record_of_earlier_settlements_says_that_it_cannot_tell_whether_a_deal_would_hold()
    {
        var durability = Report("gerd-drought-rules", Analysis.Durability).GetProperty("durability");
        Assert.Contains("no record", durability.GetProperty("reason").GetString());
        Assert.Single(durability.EnumerateObject());
    }

    [Fact]
    public void A_package_inside_all_red_lines_is_signed_by_all_in_a_fair_share_of_draws_and_a_one_sided_text_in_none()
    {
        // A sanity check of the situation: terms that each side is judged able to sign do meet, though not for sure.
        Assert.InRange(Joint("gerd-drought-rules"), 0.2, 0.6);
        Assert.Equal(0, Joint("gerd-washington-text"));
        Assert.Equal(0, Joint("gerd-data-line"));
    }

    private static double Joint(string name) =>
        Report(name, Analysis.Acceptance).GetProperty("acceptance").GetProperty("joint").GetProperty("value").GetDouble();

    private static JsonElement Report(string name, params Analysis[] analyses)
    {
        // Fewer draws than by default: what is asked is whether there is an answer, not how sharp it is.
        var scenario = Scenarios[name] with { Draws = 200, Analyses = analyses };
        var evaluation = Evaluator.Evaluate(Situations[scenario.Situation], scenario, new EvaluationSettings(), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(CanonicalJson.Of(evaluation)).RootElement;
    }

    private static IEnumerable<(string Pointer, double Value)> Numbers(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Numbers(m.Value, $"{pointer}/{m.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Numbers(item, $"{pointer}/{i}")),
        JsonValueKind.Number => [(pointer, element.GetDouble())],
        JsonValueKind.String when element.GetString() is "NaN" or "Infinity" or "-Infinity" => [(pointer, double.NaN)],
        _ => [],
    };
}
