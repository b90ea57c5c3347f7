using Parley.Functions.Tests.Running;
using Parley.Functions.Watching;

namespace Parley.Functions.Tests.Answering;

public sealed class OutageTests(SharedAzurite azurite)
{
    [Fact]
    public async Task While_storage_is_away_every_request_says_so_and_tells_nothing_of_it()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.FailsBefore = _ => true;

        Answer[] answers = [await app.SubmitAsync(Requests.Scenario()), await app.StatusAsync(id), await app.ImpactsAsync(id), await app.ListAsync()];

        Assert.All(answers, answer =>
        {
            Assert.Equal((503, "application/problem+json", "2"), (answer.Status, answer.ContentType, $"{answer.Headers.RetryAfter}"));
            Assert.DoesNotContain("Failed by the test", answer.Json.ToJsonString());
            Assert.DoesNotContain("Azure", answer.Json.ToJsonString());
        });
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_an_answer_is_storage_that_is_away()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.After = _ => throw new IOException("The response ended prematurely.");

        Answer[] answers = [await app.StatusAsync(Guid.NewGuid()), await app.SubmitAsync(Requests.Scenario(), key: "the same")];
        app.Wire.After = _ => Task.CompletedTask;

        Assert.All(answers, answer => Assert.Equal((503, "2"), (answer.Status, $"{answer.Headers.RetryAfter}")));
        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(), key: "the same")).Status);
    }

    [Fact]
    public async Task A_submission_whose_answer_broke_off_is_told_its_id()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.After = call => call.IsTransaction ? throw new IOException("The response ended prematurely.") : Task.CompletedTask;

        var answer = await app.SubmitAsync(Requests.Scenario());

        Assert.Equal((503, "2"), (answer.Status, $"{answer.Headers.RetryAfter}"));
        Assert.Equal("Accepted", (await app.StatusAsync(answer["id"]))["status"]);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_is_waited_for_four_seconds()
    {
        await using var app = await App.StartAsync(azurite);
        var waiting = new TaskCompletionSource();
        app.Wire.Before = async (_, cancellation) =>
        {
            waiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        };

        var answer = app.StatusAsync(Guid.NewGuid());
        await waiting.Task;
        app.Time.Advance(TimeSpan.FromSeconds(3.9));
        Assert.False(answer.IsCompleted);
        app.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(503, (await answer).Status);
    }

    [Fact]
    public async Task Health_tells_a_process_that_lives_from_one_that_can_work()
    {
        await using var app = await App.StartAsync(azurite);
        Assert.Equal((200, "ready"), await ReadyAsync(app) is var ready ? (ready.Status, ready["status"]) : default);

        app.Wire.FailsBefore = _ => true;

        Assert.Equal(503, (await ReadyAsync(app)).Status);
        var live = await app.CallAsync<CheckLive>((function, request) => Task.FromResult(function.Run(request)));
        Assert.Equal((200, "live"), (live.Status, live["status"]));
    }

    [Fact]
    public async Task An_app_that_starts_while_storage_is_away_creates_what_it_needs_later()
    {
        await using var app = await App.StartAsync(azurite, wire: new Wire { FailsBefore = _ => true });
        app.ExpectWarning("Storage is away");
        Assert.Equal(503, (await app.ListAsync()).Status);

        app.Wire.FailsBefore = _ => false;
        Assert.Equal(503, (await app.ListAsync()).Status); // No table yet.
        app.Time.Advance(TimeSpan.FromSeconds(5));

        for (var tries = 0; (await app.SubmitAsync(Requests.Scenario())).Status != 202; tries++)
        {
            Assert.InRange(tries, 0, 500);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static Task<Answer> ReadyAsync(App app) => app.CallAsync<CheckReady>((function, request) => function.RunAsync(request));
}
