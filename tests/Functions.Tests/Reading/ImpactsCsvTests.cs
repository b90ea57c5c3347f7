using System.Text;
using System.Text.Json.Nodes;
using Parley.Functions.Reading;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Reading;

public sealed class ImpactsCsvTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/json;q=0.5, text/csv", "text/csv")]
    [InlineData("text/csv;q=0.5, application/json", "application/json")]
    [InlineData("text/csv;q=0", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("not a media type", "application/json")]
    public async Task The_Accept_header_chooses_between_JSON_and_CSV(string accept, string contentType)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var answer = await app.CallAsync<GetImpacts>((function, got) => function.RunAsync(got, $"{id}"), got => got.Headers.Accept = accept);

        Assert.Equal(contentType, answer.ContentType!.Split(';')[0]);
        Assert.Equal("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task A_line_holds_the_numbers_of_the_JSON_answer()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var lines = ImpactsCsv.Of(await app.ReportAsync(id)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();

        var json = (await app.ImpactsAsync(id)).Json["impacts"]!.AsArray();
        Assert.Equal(json.Count + 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        foreach (var (impact, line) in json.Zip(lines.Skip(1)))
        {
            Assert.Equal(impact!["stakeholder"]!.ToString(), line[0]);
            Assert.Equal(impact["noDeal"]!["mean"]!["value"]!.ToJsonString(), line[Array.IndexOf(lines[0], "noDeal.mean")]);
            Assert.Equal(impact["statusQuo"]!["high80"]!["standardError"]!.ToJsonString(), line[Array.IndexOf(lines[0], "statusQuo.high80StandardError")]);
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("Germany, France", "\"Germany, France\"")]
    public void A_name_is_never_taken_for_a_formula_or_for_two_cells(string name, string cell)
    {
        var report = new JsonObject
        {
            ["impacts"] = new JsonObject { ["someone"] = new JsonObject { ["name"] = name, ["role"] = "veto" } },
        };

        var table = ImpactsCsv.Of(Encoding.UTF8.GetBytes(report.ToJsonString()));

        Assert.StartsWith($"someone,{cell},veto,,", table.Split("\r\n")[1], StringComparison.Ordinal);
    }
}
