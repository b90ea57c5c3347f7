using Microsoft.AspNetCore.Http;
using Parley.Functions.Answering;
using Parley.Functions.Submitting;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Submitting;

public sealed class IdempotencyTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_repetition_asks_for_the_evaluation_that_the_first_request_had_no_time_to_ask_for()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsSend;
        var first = await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        Assert.Empty(await app.MessagesAsync());
        app.Wire.FailsBefore = _ => false;

        await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        Assert.Single(await app.MessagesAsync());
        await app.RunMessagesAsync();
        await app.SubmitAsync(Requests.Scenario(), key: "order-1");

        Assert.Empty(await app.MessagesAsync());
        Assert.NotEmpty(await app.ReportAsync(Guid.Parse(first["id"])));
    }

    [Fact]
    public async Task The_same_key_and_payload_give_the_first_answer_again()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        await app.RunMessagesAsync();

        var second = await app.SubmitAsync(Requests.Scenario(), key: "order-1");

        Assert.Equal(202, second.Status);
        Assert.Equal(first.Body, second.Body);
        Assert.Empty(await app.MessagesAsync());
    }

    [Fact]
    public async Task A_repeated_request_gets_its_first_answer_after_the_situation_has_changed()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        await app.ChangeSituationAsync();

        var second = await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        var third = await app.SubmitAsync(Requests.Scenario().Replace("payment", "no-such-issue", StringComparison.Ordinal), key: "order-1");

        Assert.Equal((202, first["situation"]), (second.Status, second["situation"]));
        Assert.Equal(422, third.Status);
    }

    [Fact]
    public async Task The_payload_is_what_it_says_not_how_it_is_spelled()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.SubmitAsync(Requests.Scenario(), key: "order-1");

        var second = await app.SubmitAsync(Requests.Scenario().Replace(":50,", " : 5e1 , ", StringComparison.Ordinal), key: "order-1");

        Assert.Equal((202, first["id"]), (second.Status, second["id"]));
    }

    [Fact]
    public async Task The_same_key_with_another_payload_is_refused()
    {
        await using var app = await App.StartAsync(azurite);
        await app.SubmitAsync(Requests.Scenario(), key: "order-1");

        var second = await app.SubmitAsync(Requests.Scenario(seed: 2), key: "order-1");

        Assert.Equal(422, second.Status);
        Assert.Equal(3, (await app.Scenarios.RowsAsync()).Count);
    }

    [Fact]
    public async Task Requests_at_the_same_time_under_one_key_make_one_scenario()
    {
        await using var app = await App.StartAsync(azurite);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.SubmitAsync(Requests.Scenario(), key: "order-1")));

        Assert.Single(answers.Select(answer => answer["id"]).Distinct());
        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        Assert.Equal(3, (await app.Scenarios.RowsAsync()).Count);
    }

    [Fact]
    public async Task Without_a_key_every_request_is_a_scenario_of_its_own()
    {
        await using var app = await App.StartAsync(azurite);

        Assert.NotEqual(await app.AcceptedAsync(), await app.AcceptedAsync());
    }

    [Fact]
    public void One_key_of_two_callers_means_two_scenarios()
    {
        Assert.Equal(Identity.IdOf("a", "k", default), Identity.IdOf("a", "k", default));
        Assert.NotEqual(Identity.IdOf("a", "k", default), Identity.IdOf("b", "k", default));
        Assert.NotEqual(Identity.IdOf("a", "bk", default), Identity.IdOf("ab", "k", default));
        Assert.Equal(8, Identity.IdOf("a", "k", default).Version);
        Assert.Equal(7, Identity.IdOf("a", null, DateTimeOffset.UnixEpoch).Version);
    }

    [Theory]
    [InlineData("a/b\\c#d?e%f'g\"h")]
    [InlineData("ключ 🗝")]
    public async Task Any_text_can_be_a_key(string key)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal((await app.SubmitAsync(Requests.Scenario(), key))["id"], (await app.SubmitAsync(Requests.Scenario(), key))["id"]);
    }

    [Fact]
    public void An_empty_a_repeated_or_an_endless_key_is_refused()
    {
        foreach (var values in new[] { [""], ["a", "b"], new[] { new string('k', 1001) } })
        {
            var context = new DefaultHttpContext();
            context.Request.Headers["Idempotency-Key"] = values;
            Assert.Throws<RefusedException>(() => Identity.KeyOf(context.Request));
        }
    }
}
