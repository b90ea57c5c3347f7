namespace Parley.Contracts.Tests;

public class ShippedDocumentsTests
{
    [Fact]
    public void Every_shipped_situation_reads_without_a_problem() =>
        Assert.All(Shipped.Situations(), s => Assert.Empty(SituationReader.Read(s.Json).Problems));

    [Fact]
    public void Every_shipped_scenario_reads_against_its_situation_without_a_problem()
    {
        var situations = Shipped.Situations().ToDictionary(s => s.Name, s => s.Value);
        Assert.All(Shipped.Scenarios(), s => Assert.Empty(ScenarioReader.Read(s.Json, situations[s.Value.Situation]).Problems));
    }

    [Fact]
    public void A_shipped_scenario_leaves_draws_and_seed_at_their_defaults() => Assert.All(ShippedJson.Scenarios.Values, s =>
    {
        Assert.Null(ShippedJson.At(s, "/draws"));
        Assert.Null(ShippedJson.At(s, "/seed"));
    });

    [Fact]
    public void A_shipped_document_is_laid_out_to_be_read_in_a_diff()
    {
        var lines = Shipped.Situations().Select(s => s.Json).Concat(Shipped.Scenarios().Select(s => s.Json))
            .SelectMany(json => System.Text.Encoding.UTF8.GetString(json.Span).Split('\n'));
        Assert.All(lines, line => Assert.True(line.Split("\"mode\"").Length <= 2, $"more than one range in a line: {line}"));
    }
}
