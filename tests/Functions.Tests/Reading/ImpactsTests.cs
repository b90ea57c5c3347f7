using System.Text.Json.Nodes;
using Parley.Functions.Reading;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Reading;

public sealed class ImpactsTests(SharedAzurite azurite)
{
    [Fact]
    public async Task The_answer_has_this_shape()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var answer = (await app.ImpactsAsync(id)).Json;

        Assert.Equal(
            ["scenario", "title", "generation", "engineVersion", "situation", "seed", "draws", "horizon", "shortHorizon", "jointAcceptance", "impacts", "effects"],
            Members(answer));
        Assert.Equal(["id", "version", "hash"], Members(answer["situation"]));
        Assert.Equal(["probability", "stakeholders"], Members(answer["jointAcceptance"]));
        Assert.Equal(["town", "port", "agency"], answer["impacts"]!.AsArray().Select(impact => impact!["stakeholder"]!.ToString()));
        var town = answer["impacts"]![0];
        Assert.Equal(["stakeholder", "name", "role", "acceptance", "noDeal", "statusQuo", "reasons", "words"], Members(town));
        Assert.Equal("veto", town!["role"]!.ToString());
        Assert.Equal(["probability", "blocking", "redLines"], Members(town["acceptance"]));
        Assert.Equal(["issue", "name", "term", "share"], Members(town["acceptance"]!["redLines"]![0]));
        Assert.Equal(["value", "standardError"], Members(town["acceptance"]!["probability"]));
        Assert.Equal(
            ["mean", "median", "low80", "high80", "probabilityOfGain", "shortHorizonMean", "contributions"], Members(town["noDeal"]));
        Assert.Equal(Members(town["noDeal"]), Members(town["statusQuo"]));
        Assert.Equal(["kind", "id", "name", "mean"], Members(town["noDeal"]!["contributions"]![0]));
        Assert.Equal(["text", "figures", "citations"], Members(town["words"]![0]));
        Assert.Equal("effect", Members(answer["effects"]![0])[0]);
    }

    [Fact]
    public async Task Every_number_is_spelled_as_in_the_stored_result()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var report = JsonNode.Parse(await app.ReportAsync(id))!;

        Assert.Equal(
            report["impacts"]!["town"]!["noDeal"]!.ToJsonString(),
            (await app.ImpactsAsync(id)).Json["impacts"]![0]!["noDeal"]!.ToJsonString());
    }

    [Theory]
    [InlineData("impacts", "noDeal", "acceptance")]
    [InlineData("acceptance", "acceptance", "noDeal")]
    public async Task What_was_not_asked_for_is_absent(string analysis, string present, string absent)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync(Requests.Scenario().Replace("\"draws\"", $"\"analyses\":[\"{analysis}\"],\"draws\"", StringComparison.Ordinal));
        await app.RunMessagesAsync();

        var answer = (await app.ImpactsAsync(id)).Json;

        Assert.All(answer["impacts"]!.AsArray(), impact => Assert.NotNull(impact![present]));
        Assert.All(answer["impacts"]!.AsArray(), impact => Assert.Null(impact![absent]));
        Assert.Null(answer["effects"]);
        Assert.Equal(analysis == "acceptance", answer["jointAcceptance"] is not null);
    }

    [Fact]
    public async Task Where_none_of_it_was_asked_for_there_are_none_as_JSON_and_as_a_table()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync(Requests.Scenario().Replace("\"draws\"", "\"analyses\":[\"bargaining\"],\"draws\"", StringComparison.Ordinal));
        await app.RunMessagesAsync();

        foreach (var accept in new[] { "application/json", "text/csv" })
        {
            var answer = await app.CallAsync<GetImpacts>((function, got) => function.RunAsync(got, $"{id}"), got => got.Headers.Accept = accept);
            Assert.Equal((404, "application/problem+json"), (answer.Status, answer.ContentType));
            Assert.Equal("There is no such impact: the scenario's analyses asked for neither impacts nor acceptance nor effects.", answer["detail"]);
        }
    }

    [Fact]
    public async Task Until_there_is_a_result_the_problem_names_the_status()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        var answer = await app.ImpactsAsync(id);

        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal("Accepted", answer["scenarioStatus"]);
        Assert.Equal("The scenario is Accepted: ask again later.", answer["detail"]);
    }

    private static string[] Members(JsonNode? node) => [.. node!.AsObject().Select(member => member.Key)];
}
