using System.Text.Json;

namespace Parley.Contracts.Tests;

public class ShippedSourcesTests
{
    /// <summary>Collections whose members are elements with a source of their own; what a situation leaves out has none.</summary>
    private static readonly string[] Elements =
    [
        "/issues", "/stakeholders", "/baselines", "/baselines/statusQuo/outcomes", "/baselines/noDeal/outcomes", "/assumptions",
        "/effects", "/links", "/measures/legality", "/options", "/hazard/classes", "/hazard/factors",
    ];

    [Theory]
    [MemberData(nameof(ShippedJson.SituationNames), MemberType = typeof(ShippedJson))]
    public void Every_element_of_a_situation_names_its_source(string name)
    {
        var situation = ShippedJson.Situations[name];
        var elements = Elements.SelectMany(p => ShippedJson.At(situation, p) is { } all ? all.EnumerateObject().Select(m => ($"{p}/{m.Name}", m.Value)) : []);
        Assert.All(elements, element => Assert.False(string.IsNullOrWhiteSpace(ShippedJson.Text(element.Value, "source")), element.Item1));
    }

    [Fact]
    public void Every_judged_number_is_a_range_with_a_source_and_in_order()
    {
        var documents = ShippedJson.Situations.Values.Concat(ShippedJson.Scenarios.Values);
        var ranges = documents.SelectMany(d => ShippedJson.Objects(d)).Where(o => ShippedJson.IsRange(o.Value)).ToArray();
        Assert.NotEmpty(ranges);
        Assert.All(ranges, range =>
        {
            Assert.False(string.IsNullOrWhiteSpace(ShippedJson.Text(range.Value, "source")), range.Pointer);
            Assert.True(Number(range.Value, "low") <= Number(range.Value, "mode"), range.Pointer);
            Assert.True(Number(range.Value, "mode") <= Number(range.Value, "high"), range.Pointer);
        });
    }

    [Theory]
    [MemberData(nameof(ShippedJson.SituationNames), MemberType = typeof(ShippedJson))]
    public void What_is_cited_stands_in_the_sources_and_what_stands_there_is_cited(string name)
    {
        var situation = ShippedJson.Situations[name];
        var sources = ShippedJson.At(situation, "/sources")!.Value.EnumerateObject().Select(m => m.Name);
        var cited = ShippedJson.Objects(situation).SelectMany(o => ShippedJson.Cited(o.Value)).Distinct();
        Assert.Equal(sources.Order(StringComparer.Ordinal), cited.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ShippedJson.SituationNames), MemberType = typeof(ShippedJson))]
    public void What_was_seen_says_where_or_when_and_what_is_remembered_gives_no_address(string name)
    {
        var sources = ShippedJson.At(ShippedJson.Situations[name], "/sources")!.Value.EnumerateObject().Select(m => m.Value).ToArray();
        Assert.All(Of("memory"), source => Assert.Null(ShippedJson.Text(source, "url")));
        Assert.All(Of("verified").Concat(Of("weak")), source => Assert.NotNull(ShippedJson.Text(source, "url") ?? ShippedJson.Text(source, "date")));

        IEnumerable<JsonElement> Of(string status) => sources.Where(s => ShippedJson.Text(s, "status") == status);
    }

    [Theory]
    [MemberData(nameof(ShippedJson.SituationNames), MemberType = typeof(ShippedJson))]
    public void A_rule_of_law_held_against_the_terms_is_named_and_marked_as_unchecked_unless_it_was_read(string name)
    {
        var situation = ShippedJson.Situations[name];
        var tests = ShippedJson.At(situation, "/measures/legality")!.Value.EnumerateObject().Select(m => m.Value).ToArray();
        Assert.NotEmpty(tests);
        Assert.All(tests, test =>
        {
            var rules = ShippedJson.Cited(test).Where(c => c.StartsWith("law:", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(rules);
            Assert.All(rules, rule => Assert.Matches("^(memory|verified)$", Status(situation, rule)));
            Assert.Equal(
                rules.Any(rule => Status(situation, rule) == "memory"),
                ShippedJson.Text(test, "text")!.Contains("from memory, unchecked", StringComparison.Ordinal));
        });
    }

    private static string? Status(JsonElement situation, string citation) =>
        ShippedJson.Text(ShippedJson.At(situation, $"/sources/{citation}")!.Value, "status");

    private static double Number(JsonElement range, string member) => range.GetProperty(member).GetDouble();
}
