namespace Parley.Contracts.Tests;

public class ShippedProposalsTests
{
    [Theory]
    [InlineData("ukraine-settlement", 8)]
    [InlineData("blue-nile-dam", 3)]
    public void A_situation_comes_with_published_proposals(string situation, int atLeast) =>
        Assert.True(ShippedJson.Proposals.Values.Count(p => ShippedJson.Text(p, "situation") == situation) >= atLeast);

    [Fact]
    public void Every_proposal_can_be_looked_up() => Assert.All(ShippedJson.Proposals.Values, proposal =>
    {
        var publication = ShippedJson.At(proposal, "/publication")!.Value;
        Assert.Matches("^https?://[^/]+\\.[^/]+", ShippedJson.Text(publication, "url"));
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", ShippedJson.Text(publication, "date"));
        Assert.False(string.IsNullOrWhiteSpace(ShippedJson.Text(publication, "author")));
    });

    [Fact]
    public void Every_proposal_says_something_on_every_issue_even_if_only_that_the_text_is_silent() =>
        Assert.All(ShippedJson.Proposals.Values, p => Assert.Equal(Issues(ShippedJson.SituationOf(p)), Terms(p).Select(t => t.Name)));

    [Fact]
    public void Every_encoded_term_of_a_proposal_says_what_was_judged() => Assert.All(
        ShippedJson.Proposals.Values.SelectMany(Terms),
        term => Assert.Matches("judgement|not specified", ShippedJson.Text(term.Value, "note")));

    [Fact]
    public void A_silent_clause_is_marked_as_not_specified_and_its_range_is_wide() => Assert.All(
        ShippedJson.Proposals.Values.SelectMany(Terms).Where(t => ShippedJson.At(t.Value, "/specified")?.GetBoolean() == false),
        term =>
        {
            Assert.Contains("not specified", ShippedJson.Text(term.Value, "note"));
            Assert.True(term.Value.GetProperty("high").GetDouble() - term.Value.GetProperty("low").GetDouble() >= 25, term.Name);
        });

    [Fact]
    public void A_proposal_leaves_nothing_decided_that_its_text_does_not() =>
        Assert.All(ShippedJson.Proposals.Values.SelectMany(Terms), term => Assert.True(ShippedJson.IsRange(term.Value), term.Name));

    private static IEnumerable<string> Issues(System.Text.Json.JsonElement situation) =>
        ShippedJson.At(situation, "/issues")!.Value.EnumerateObject().Select(m => m.Name);

    private static IEnumerable<System.Text.Json.JsonProperty> Terms(System.Text.Json.JsonElement scenario) =>
        ShippedJson.At(scenario, "/terms")!.Value.EnumerateObject();
}
