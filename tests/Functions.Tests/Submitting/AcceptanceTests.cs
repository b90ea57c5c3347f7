using System.Text.Json;
using Azure;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Submitting;

public sealed class AcceptanceTests(SharedAzurite azurite)
{
    [Fact]
    public async Task The_answer_names_the_scenario_its_situation_its_cost_and_where_to_look()
    {
        await using var app = await App.StartAsync(azurite);

        var answer = await app.SubmitAsync(Requests.Scenario());

        Assert.Equal(202, answer.Status);
        Assert.Equal($"/api/scenarios/{answer["id"]}", answer.Headers.Location);
        Assert.Equal("1", answer.Headers.RetryAfter);
        Assert.Equal("Accepted", answer["status"]);
        Assert.Equal("river-treaty", answer.Json["situation"]!["id"]!.ToString());
        Assert.Equal(1, answer.Json["situation"]!["version"]!.GetValue<int>());
        Assert.Equal(64, answer.Json["situation"]!["hash"]!.ToString().Length);
        Assert.Equal(200 * 3 * 4 * 5, answer.Json["cost"]!.GetValue<double>());
        Assert.Equal($"/api/scenarios/{answer["id"]}/impacts", answer.Json["links"]!["impacts"]!.ToString());
    }

    [Fact]
    public async Task Accepting_is_one_transaction_and_then_a_message()
    {
        await using var app = await App.StartAsync(azurite);

        var id = await app.AcceptedAsync();

        var writes = app.Wire.Calls.Where(call => call.Method == "POST" && !call.Touches("allowances")).ToArray();
        Assert.Collection(writes, first => Assert.True(first.IsTransaction), second => Assert.True(second.IsSend));
        var keys = (await app.Scenarios.RowsAsync()).Select(row => row.RowKey).ToArray();
        Assert.Equal([$"o|{id}", $"s|{id}"], keys.Where(key => key[0] != 't'));
        Assert.EndsWith($"|{id}", Assert.Single(keys, key => key[0] == 't'));
    }

    [Fact]
    public async Task A_failed_transaction_leaves_nothing_and_sends_nothing()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsTransaction;

        var answer = await app.SubmitAsync(Requests.Scenario());

        Assert.Equal(503, answer.Status);
        Assert.Empty(await app.Scenarios.RowsAsync());
        Assert.Empty(await app.MessagesAsync());
    }

    [Fact]
    public async Task An_accepted_scenario_is_accepted_even_when_its_message_cannot_be_sent()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsSend;

        var id = await app.AcceptedAsync();

        Assert.Empty(await app.MessagesAsync());
        Assert.Equal("Accepted", (await app.StatusAsync(id))["status"]);
    }

    /// <summary>Roles of a new deployment arrive one by one.</summary>
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_queue_that_lets_nobody_in_is_one_that_is_away(int status)
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.Before = (call, _) => call.IsSend ? throw new RequestFailedException(status, "Not allowed") : Task.CompletedTask;

        var id = await app.AcceptedAsync();

        app.Wire.Before = (_, _) => Task.CompletedTask;
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.TickAsync();
        await app.RunMessagesAsync();
        Assert.Equal("Succeeded", (await app.StatusAsync(id))["status"]);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Storage_that_lets_nobody_in_is_answered_with_503_that_tells_nothing_of_it_and_administrators_are_warned(int status)
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();
        app.Wire.Before = (_, _) => throw new RequestFailedException(status, "Not allowed");

        app.ExpectWarning("Storage lets nobody in");
        foreach (var answer in new[] { await app.SubmitAsync(Requests.Scenario()), await app.StatusAsync(Guid.NewGuid()) })
        {
            Assert.Equal((503, "2"), (answer.Status, $"{answer.Headers.RetryAfter}"));
            Assert.DoesNotContain("Not allowed", answer.Json.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_client_that_goes_away_does_not_stop_what_was_begun_for_it()
    {
        await using var app = await App.StartAsync(azurite);
        using var gone = new CancellationTokenSource();
        app.Wire.Before = (call, _) => call.IsTransaction ? gone.CancelAsync() : Task.CompletedTask;

        var answer = await app.CallAsync<Functions.Submitting.SubmitScenario>((function, request) => function.RunAsync(request), request =>
        {
            App.Json(Requests.Scenario())(request);
            request.HttpContext.RequestAborted = gone.Token;
        });

        Assert.Equal(202, answer.Status);
        Assert.Single(await app.MessagesAsync());
    }

    [Fact]
    public async Task An_accept_whose_answer_was_lost_is_recognised_as_our_own()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);

        var id = await app.AcceptedAsync();

        Assert.Equal(3, (await app.Scenarios.RowsAsync()).Count);
        Assert.Single(await app.MessagesAsync());
        Assert.Equal(ScenarioStatus.Accepted, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_gives_503_in_time_with_the_id_that_may_have_been_accepted()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();
        var waiting = new TaskCompletionSource();
        app.Wire.Before = async (call, cancellation) =>
        {
            if (!call.IsTransaction)
                return;
            waiting.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        };

        var submitting = app.SubmitAsync(Requests.Scenario(), key: "k");
        await waiting.Task;
        app.Time.Advance(TimeSpan.FromSeconds(4));
        var answer = await submitting;

        Assert.Equal(503, answer.Status);
        Assert.Equal("2", answer.Headers.RetryAfter);
        Assert.Contains("safe", answer["detail"]);
        app.Wire.Before = (_, _) => Task.CompletedTask;
        Assert.Equal(answer["id"], (await app.SubmitAsync(Requests.Scenario(), key: "k"))["id"]);
    }

    [Fact]
    public async Task What_was_stored_at_the_last_moment_is_answered_within_five_seconds_though_the_queue_is_silent()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();
        var sending = new TaskCompletionSource();
        app.Wire.Before = async (call, cancellation) =>
        {
            if (call.IsTransaction)
                app.Time.Advance(TimeSpan.FromSeconds(3.9));
            if (!call.IsSend)
                return;
            sending.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        };

        var submitting = app.SubmitAsync(Requests.Scenario());
        await sending.Task;
        app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(202, (await submitting).Status);
    }

    [Fact]
    public async Task A_message_is_small_and_says_no_more_than_which_run_is_meant()
    {
        await using var app = await App.StartAsync(azurite);

        var id = await app.AcceptedAsync();

        var message = Assert.Single(await app.MessagesAsync());
        Assert.InRange(message.Length, 1, 1024);
        var members = JsonDocument.Parse(message).RootElement;
        Assert.Equal(id, members.GetProperty("id").GetGuid());
        Assert.Equal(1, members.GetProperty("schema").GetInt32());
        Assert.Equal(1, members.GetProperty("generation").GetInt32());
        Assert.Equal(0, members.GetProperty("attempt").GetInt32());
    }

    [Fact]
    public async Task Messages_never_expire()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();

        Assert.Contains("messagettl=-1", Assert.Single(app.Wire.Calls, call => call.IsSend).Target);
    }
}
