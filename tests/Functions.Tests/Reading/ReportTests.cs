using System.Text;
using Parley.Functions.Reading;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Reading;

public sealed class ReportTests(SharedAzurite azurite)
{
    [Fact]
    public async Task The_report_is_the_stored_evaluation_byte_for_byte()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var answer = await app.CallAsync<GetReport>((function, request) => function.RunAsync(request, $"{id}"));

        Assert.Equal(await app.ReportAsync(id), answer.Body);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
    }

    [Theory]
    [InlineData("acceptance", 200)]
    [InlineData("seed", 200)]
    [InlineData("narration", 200)]
    [InlineData("stability", 404)]
    [InlineData("no-such-part", 404)]
    public async Task A_part_is_what_the_report_holds_under_its_name(string part, int status)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();

        var answer = await PartAsync(app, id, part);

        Assert.Equal(status, answer.Status);
        if (status == 200)
            Assert.Contains($"\"{part}\":{Encoding.UTF8.GetString(answer.Body)}", Encoding.UTF8.GetString(await app.ReportAsync(id)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stability")]
    [InlineData("bargaining")]
    public async Task An_analysis_that_was_asked_for_is_a_part_of_the_report(string analysis)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync(Requests.Scenario().Replace("\"draws\"", $"\"analyses\":[\"{analysis}\"],\"draws\"", StringComparison.Ordinal));
        await app.RunMessagesAsync();

        Assert.Equal(200, (await PartAsync(app, id, analysis)).Status);
        Assert.Equal(404, (await PartAsync(app, id, "impacts")).Status);
    }

    [Fact]
    public async Task Before_there_is_a_result_the_problem_names_the_status()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        var answer = await app.CallAsync<GetReport>((function, request) => function.RunAsync(request, $"{id}"));

        Assert.Equal((404, "Accepted"), (answer.Status, answer["scenarioStatus"]));
    }

    [Fact]
    public async Task The_inputs_sent_again_give_the_same_report()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.AcceptedAsync();
        var inputs = await app.CallAsync<GetInputs>((function, request) => function.RunAsync(request, $"{first}"));

        var second = await app.AcceptedAsync(Encoding.UTF8.GetString(inputs.Body));
        await app.RunMessagesAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(await app.ReportAsync(first), await app.ReportAsync(second));
        Assert.Equal(404, (await app.CallAsync<GetInputs>((function, request) => function.RunAsync(request, $"{Guid.NewGuid()}"))).Status);
    }

    private static Task<Answer> PartAsync(App app, Guid id, string part) =>
        app.CallAsync<GetReportPart>((function, request) => function.RunAsync(request, $"{id}", part));
}
