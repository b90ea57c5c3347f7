using Azure;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Evaluating;

public sealed class OutboxTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_message_that_was_never_sent_is_sent_by_the_outbox()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = Wire.Once(call => call.IsSend);
        var id = await app.AcceptedAsync();

        await app.TickAsync();
        Assert.Empty(await app.MessagesAsync());
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.TickAsync();

        await app.RunMessagesAsync();
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task It_is_sent_again_after_two_four_eight_and_so_on_minutes_an_hour_at_most()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var waits = new List<double>();

        for (var (tick, last) = (0, app.Time.GetUtcNow()); waits.Count < 7; tick++)
        {
            await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
            app.Time.Advance(TimeSpan.FromMinutes(1));
            await app.TickAsync();
            if ((await app.MessagesAsync()).Count == 0)
                continue;
            waits.Add((app.Time.GetUtcNow() - last).TotalMinutes);
            last = app.Time.GetUtcNow();
        }

        Assert.Equal([2, 4, 8, 16, 32, 60, 60], waits);
        Assert.Equal(ScenarioStatus.Accepted, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task Nothing_is_sent_again_while_the_queue_is_deep()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:DeepQueue", "3"));
        foreach (var _ in Enumerable.Range(0, 3))
            await app.AcceptedAsync();
        app.Time.Advance(TimeSpan.FromHours(1));

        await app.TickAsync();

        Assert.Equal(3, (await app.MessagesAsync()).Count);
    }

    [Fact]
    public async Task What_was_due_an_hour_ago_is_sent_again_though_the_queue_is_deep_with_messages_that_nobody_here_reads()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:DeepQueue", "3"));
        app.Wire.FailsBefore = Wire.Once(call => call.IsSend);
        var id = await app.AcceptedAsync();
        foreach (var number in Enumerable.Range(0, 3))
            await app.Queue.SendMessageAsync($$"""{"schema":2,"id":"00000000-0000-0000-0000-00000000000{{number}}","generation":1}""", TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromMinutes(2 + 59));
        await app.TickAsync();
        Assert.Equal(3, (await app.MessagesAsync()).Count);

        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.TickAsync();

        Assert.Contains(await app.MessagesAsync(), message => message.Contains($"{id}", StringComparison.Ordinal));
        await app.TickAsync();
        Assert.Equal(4, (await app.MessagesAsync()).Count);
    }

    [Fact]
    public async Task A_tick_sends_a_bounded_number_and_the_next_one_goes_on()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Outbox:RowsPerTick", "2"));
        app.Wire.FailsBefore = call => call.IsSend;
        foreach (var _ in Enumerable.Range(0, 3))
            await app.AcceptedAsync();
        app.Wire.FailsBefore = _ => false;
        app.Time.Advance(TimeSpan.FromMinutes(2));

        await app.TickAsync();
        Assert.Equal(2, (await app.MessagesAsync()).Count);
        await app.TickAsync();

        Assert.Equal(3, (await app.MessagesAsync()).Distinct().Count());
    }

    [Fact]
    public async Task However_much_is_due_in_one_shard_another_has_its_turn()
    {
        await using var app = await App.StartAsync(azurite, settings: [("Outbox:RowsPerTick", "1"), ("Outbox:LongestWaitMinutes", "2")]);
        foreach (var key in new[] { "order-1", "order-2" }) // Of two shards.
            Assert.Equal(202, (await app.SubmitAsync(Requests.Scenario(), key)).Status);
        var sent = new List<string>();

        for (var tick = 0; tick < Keys.ShardCount; tick++)
        {
            await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
            app.Time.Advance(TimeSpan.FromMinutes(3));
            await app.TickAsync();
            sent.AddRange((await app.MessagesAsync()).Select(message => message.Split("\"id\":")[1][..38]));
        }

        Assert.Equal((Keys.ShardCount, 2), (sent.Count, sent.Distinct().Count()));
    }

    [Fact]
    public async Task A_row_that_nobody_can_read_keeps_no_other_from_being_sent()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("passed over");
        app.Wire.FailsBefore = call => call.IsSend;
        Guid[] ids = [await app.AcceptedAsync(), await app.AcceptedAsync(), await app.AcceptedAsync()];
        app.Wire.FailsBefore = _ => false;
        var first = ids.MinBy(Keys.Shard, StringComparer.Ordinal);
        await app.Scenarios.DamageAsync(Keys.Outbox(first), row => row["Sends"] = "many");
        app.Time.Advance(TimeSpan.FromMinutes(2));

        await app.TickAsync();

        Assert.Equal(2, (await app.MessagesAsync()).Distinct().Count());
    }

    [Fact]
    public async Task A_message_that_the_queue_does_not_take_keeps_no_other_from_being_sent()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("could not be sent again");
        app.Wire.FailsBefore = call => call.IsSend;
        Guid[] ids = [await app.AcceptedAsync(), await app.AcceptedAsync(), await app.AcceptedAsync()];
        app.Wire.FailsBefore = _ => false;
        var refused = Wire.Once(call => call.IsSend);
        app.Wire.Before = (call, _) => refused(call) ? throw new RequestFailedException(413, "Too large for the test") : Task.CompletedTask;
        app.Time.Advance(TimeSpan.FromMinutes(2));

        await app.TickAsync();
        Assert.Equal(2, (await app.MessagesAsync()).Distinct().Count());
        app.Time.Advance(TimeSpan.FromMinutes(4));
        await app.TickAsync();

        var messages = await app.MessagesAsync();
        Assert.All(ids, id => Assert.Contains(messages, message => message.Contains($"{id}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_scenario_that_has_come_to_its_end_is_not_sent_again()
    {
        await using var app = await App.StartAsync(azurite);
        await app.AcceptedAsync();
        await app.RunMessagesAsync();
        app.Time.Advance(TimeSpan.FromHours(1));

        await app.TickAsync();

        Assert.Empty(await app.MessagesAsync());
    }

    [Fact]
    public async Task A_tick_during_an_outage_of_the_queue_moves_nothing_so_that_the_next_one_sends()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = call => call.IsSend;
        await app.AcceptedAsync();
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.TickAsync();
        app.Wire.FailsBefore = _ => false;

        await app.TickAsync();

        Assert.Single(await app.MessagesAsync());
    }
}
