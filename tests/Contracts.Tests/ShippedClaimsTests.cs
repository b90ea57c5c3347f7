namespace Parley.Contracts.Tests;

public class ShippedClaimsTests
{
    private static readonly System.Text.Json.JsonElement Situation = ShippedJson.Situations["ukraine-settlement"];
    private static readonly string[] Claims = [.. Enumerable.Range(1, 31).Select(n => $"claim:C{n}")];

    [Fact]
    public void The_sources_table_holds_all_thirty_one_claims_and_no_other()
    {
        var sources = ShippedJson.At(Situation, "/sources")!.Value.EnumerateObject().ToArray();
        Assert.Equal(Claims, sources.Where(s => s.Name.StartsWith("claim:", StringComparison.Ordinal)).Select(s => s.Name));
        Assert.Equal(Claims, sources.Where(s => ShippedJson.Text(s.Value, "status") == "claim").Select(s => s.Name));
    }

    [Fact]
    public void The_table_of_elements_names_all_thirty_one_claims() =>
        Assert.Equal(Claims, ShippedClaims.Elements.Select(row => $"claim:{row.Data.Item1}"));

    [Theory]
    [MemberData(nameof(ShippedClaims.Elements), MemberType = typeof(ShippedClaims))]
    public void A_claim_is_carried_by_the_elements_that_it_becomes(string claim, string[] pointers) => Assert.All(pointers, pointer =>
    {
        var element = ShippedJson.At(Situation, pointer);
        Assert.True(element.HasValue, $"nothing stands at {pointer}");
        Assert.Contains($"claim:{claim}", ShippedJson.Cited(element.Value));
    });

    [Fact]
    public void A_concession_past_the_public_red_line_stirs_unrest_only_from_a_threshold_on() =>
        Assert.All(["l19a-control-instability", "l19b-status-instability"], (string link) =>
        {
            Assert.NotNull(ShippedJson.At(Situation, $"/links/{link}/from/beyondRedLine"));
            Assert.NotNull(ShippedJson.At(Situation, $"/links/{link}/threshold"));
        });

    [Fact]
    public void A_claim_whose_sign_the_facts_leave_open_has_a_weight_that_crosses_zero() =>
        Assert.All(["l11-format-euroscepticism", "l13-format-eu-unity"], (string link) =>
        {
            var weight = ShippedJson.At(Situation, $"/links/{link}/weight")!.Value;
            Assert.True(weight.GetProperty("low").GetDouble() < 0 && weight.GetProperty("high").GetDouble() > 0, link);
        });
}
