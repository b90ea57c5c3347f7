using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Submitting;

/// <summary>Whoever repeats a request is charged with nothing, and must not fill a queue with it.</summary>
public sealed class RepetitionTests(SharedAzurite azurite)
{
    private const int Together = 10;

    [Fact]
    public async Task Three_hundred_repetitions_of_a_scenario_that_waits_send_it_once_more_and_later_ones_after_waits_that_double()
    {
        await using var app = await App.StartAsync(azurite);
        Task<Answer> Submit() => app.SubmitAsync(Requests.Scenario(), key: "order-1");
        var first = await Submit();
        app.Time.Advance(TimeSpan.FromSeconds(1));

        for (var repetitions = 0; repetitions < 300; repetitions += Together)
            Assert.All(await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => Submit())), answer => Assert.Equal(first.Body, answer.Body));
        Assert.Equal(2, (await app.MessagesAsync()).Count);

        Assert.Equal([3, 3, 4, 4, 4, 4, 5], await EveryTenSecondsAsync(app, Submit, times: 7, async () => (await app.MessagesAsync()).Count));
        await app.RunMessagesAsync();
        Assert.NotEmpty(await app.ReportAsync(Guid.Parse(first["id"])));
    }

    [Fact]
    public async Task A_repetition_sends_what_the_first_request_had_no_time_to_send()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsSend;
        var id = Guid.Parse((await app.SubmitAsync(Requests.Scenario(), key: "order-1"))["id"]);
        app.Wire.FailsBefore = _ => false;
        app.Time.Advance(TimeSpan.FromSeconds(1));

        await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        await app.RunMessagesAsync();

        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task A_repetition_that_cannot_be_noted_is_answered_and_leaves_the_message_to_the_outbox()
    {
        await using var app = await App.StartAsync(azurite);
        await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        app.Wire.FailsBefore = call => call.Target.Contains("RowKey='o|", StringComparison.Ordinal);

        Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(), key: "order-1")).Status);

        Assert.Single(await app.MessagesAsync());
        app.Wire.FailsBefore = _ => false;
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.TickAsync();
        Assert.Equal(2, (await app.MessagesAsync()).Count);
    }

    [Fact]
    public async Task The_outbox_keeps_its_times_however_often_a_request_is_repeated()
    {
        await using var app = await App.StartAsync(azurite);
        await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        for (var seconds = 0; seconds < 110; seconds += 10)
        {
            app.Time.Advance(TimeSpan.FromSeconds(10));
            await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        }

        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        await app.TickAsync();
        Assert.Empty(await app.MessagesAsync());
        app.Time.Advance(TimeSpan.FromSeconds(10));
        await app.TickAsync();

        Assert.Single(await app.MessagesAsync());
    }

    [Fact]
    public async Task Repeated_cancels_of_what_is_being_stopped_send_as_little()
    {
        await using var app = await App.StartAsync(azurite);
        await using var killed = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        await killed.KillDuringAsync(id, Workers.IsEnd);
        Task<Answer> Cancel() => app.CancelAsync(id);

        for (var cancels = 0; cancels < 100; cancels += Together)
            Assert.All(await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => Cancel())), answer => Assert.Equal((202, "Cancelling"), (answer.Status, answer["status"])));
        Assert.Equal(2, (await app.MessagesAsync()).Count);

        Assert.Equal([3, 3, 4], await EveryTenSecondsAsync(app, Cancel, times: 3, async () => (await app.MessagesAsync()).Count));
        app.Time.Advance(TimeSpan.FromSeconds(61));
        await app.RunMessagesAsync();
        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task Repetitions_of_a_sweep_that_waits_send_as_little()
    {
        await using var app = await App.StartAsync(azurite);
        Task<Answer> Submit() => app.SubmitSweepAsync();
        var first = await Submit();
        app.Time.Advance(TimeSpan.FromSeconds(1));

        for (var repetitions = 0; repetitions < 100; repetitions += Together)
            Assert.All(await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => Submit())), answer => Assert.Equal(first.Body, answer.Body));
        Assert.Equal(2, (await app.SweepMessagesAsync()).Count);

        Assert.Equal([3, 3, 4], await EveryTenSecondsAsync(app, Submit, times: 3, async () => (await app.SweepMessagesAsync()).Count));
    }

    private static async Task<IReadOnlyList<int>> EveryTenSecondsAsync(App app, Func<Task<Answer>> repeat, int times, Func<Task<int>> messages)
    {
        var counts = new List<int>();
        for (var time = 0; time < times; time++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(10));
            await repeat();
            counts.Add(await messages());
        }

        return counts;
    }
}
