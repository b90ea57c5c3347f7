using System.Text.Json;

namespace Parley.Contracts.Tests;

public class ShippedSourcesTests
{
    /// <summary>Collections whose members are elements with a source of their own.</summary>
    private static readonly string[] Elements =
    [
        "/issues", "/stakeholders", "/baselines", "/baselines/statusQuo/outcomes", "/baselines/noDeal/outcomes", "/assumptions",
        "/effects", "/links", "/measures/legality", "/options", "/hazard/classes", "/hazard/factors",
    ];

    [Fact]
    public void Every_element_of_the_situation_names_its_source() => Assert.All(
        Elements.SelectMany(p => ShippedJson.At(ShippedJson.Situation, p)!.Value.EnumerateObject().Select(m => ($"{p}/{m.Name}", m.Value))),
        element => Assert.False(string.IsNullOrWhiteSpace(ShippedJson.Text(element.Value, "source")), element.Item1));

    [Fact]
    public void Every_judged_number_is_a_range_with_a_source_and_in_order()
    {
        var documents = ShippedJson.Scenarios.Values.Prepend(ShippedJson.Situation);
        var ranges = documents.SelectMany(d => ShippedJson.Objects(d)).Where(o => ShippedJson.IsRange(o.Value)).ToArray();
        Assert.NotEmpty(ranges);
        Assert.All(ranges, range =>
        {
            Assert.False(string.IsNullOrWhiteSpace(ShippedJson.Text(range.Value, "source")), range.Pointer);
            Assert.True(Number(range.Value, "low") <= Number(range.Value, "mode"), range.Pointer);
            Assert.True(Number(range.Value, "mode") <= Number(range.Value, "high"), range.Pointer);
        });
    }

    [Fact]
    public void What_is_cited_stands_in_the_sources_and_what_stands_there_is_cited()
    {
        var sources = ShippedJson.At(ShippedJson.Situation, "/sources")!.Value.EnumerateObject().Select(m => m.Name);
        var cited = ShippedJson.Objects(ShippedJson.Situation).SelectMany(o => ShippedJson.Cited(o.Value)).Distinct();
        Assert.Equal(sources.Order(StringComparer.Ordinal), cited.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rule_of_law_held_against_the_terms_is_named_and_marked_as_unchecked()
    {
        var tests = ShippedJson.At(ShippedJson.Situation, "/measures/legality")!.Value.EnumerateObject().Select(m => m.Value).ToArray();
        Assert.All(tests, test =>
        {
            var rules = ShippedJson.Cited(test).Where(c => c.StartsWith("law:", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(rules);
            Assert.All(rules, rule => Assert.Equal("memory", Status(rule)));
            Assert.Contains("from memory, unchecked", ShippedJson.Text(test, "text"));
        });
    }

    private static string? Status(string citation) =>
        ShippedJson.Text(ShippedJson.At(ShippedJson.Situation, $"/sources/{citation}")!.Value, "status");

    private static double Number(JsonElement range, string member) => range.GetProperty(member).GetDouble();
}
