using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Submitting;

public sealed class WaitTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData("respond-async, wait=10")]
    [InlineData("respond-async; WAIT = \"10\"")]
    public async Task A_client_that_prefers_to_wait_gets_the_end_in_the_same_call(string prefer)
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await InTimeAsync(app, SubmitAsync(app, prefer), meanwhile: app.RunMessagesAsync);

        Assert.Equal(200, answer.Status);
        Assert.Equal("Succeeded", answer["status"]);
        Assert.Equal("wait", answer.Headers["Preference-Applied"]);
        Assert.Equal($"/api/scenarios/{answer["id"]}", answer.Headers.Location);
    }

    [Fact]
    public async Task Whether_the_result_is_stale_is_not_told_by_an_answer_that_has_not_looked()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await InTimeAsync(app, SubmitAsync(app, "wait=10"), meanwhile: async () =>
        {
            await app.ChangeSituationAsync();
            await app.RunMessagesAsync();
        });

        Assert.Null(answer.Json["stale"]);
        Assert.True((await app.StatusAsync(answer["id"])).Json["stale"]!["situation"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_wait_ends_with_the_usual_answer_when_the_time_is_over()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await InTimeAsync(app, SubmitAsync(app, "wait=2"), meanwhile: () => Task.CompletedTask);

        Assert.Equal(202, answer.Status);
        Assert.Equal("Accepted", answer["status"]);
        Assert.Equal("1", answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_wait_on_a_row_that_nobody_can_read_ends_with_the_usual_answer()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await InTimeAsync(app, SubmitAsync(app, "wait=10"), meanwhile: async () =>
        {
            foreach (var row in (await app.Scenarios.RowsAsync()).Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal)))
                await app.Scenarios.DamageAsync(row.RowKey, damaged => damaged["Status"] = "Lost");
        });

        Assert.Equal((202, "Accepted"), (answer.Status, answer["status"]));
        Assert.Equal(422, (await app.StatusAsync(answer["id"])).Status);
    }

    private static Task<Answer> SubmitAsync(App app, string prefer) => app.CallAsync<SubmitScenario>(
        (function, request) => function.RunAsync(request),
        request =>
        {
            App.Json(Requests.Scenario())(request);
            request.Headers["Prefer"] = prefer;
        });

    /// <summary>Lets the clock, which stands still in tests, run until there is an answer.</summary>
    private static async Task<Answer> InTimeAsync(App app, Task<Answer> answer, Func<Task> meanwhile)
    {
        while (await Task.WhenAny(answer, Task.Delay(20, TestContext.Current.CancellationToken)) != answer)
        {
            await meanwhile();
            app.Time.Advance(TimeSpan.FromMilliseconds(250));
        }

        return await answer;
    }
}
