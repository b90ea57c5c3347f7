using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Faults;

/// <summary>Machines whose clocks are five minutes apart, more than any lease.</summary>
public sealed class ClockTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_worker_whose_clock_is_wrong_may_do_the_work_twice_but_leaves_one_result_of_the_same_bytes(int minutes)
    {
        await using var app = await App.StartAsync(azurite);
        await using var wrong = await WrongAsync(app, minutes);
        var undisturbed = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);
        var (evaluation, reached, goOn) = app.Pause(id, Workers.IsEnd);
        await reached;

        // A clock ahead takes a living lease for one that is over; one that is behind waits for it.
        await wrong.EvaluateAsync(Requests.Message(id));
        goOn.SetResult();
        await evaluation;
        await app.RunMessagesAsync();

        Assert.Equal(minutes > 0 ? 2 : 1, (await app.RowAsync(id)).Claims);
        await HasOneResultAsync(app, id, await app.ReportAsync(undisturbed));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_scenario_whose_worker_died_with_a_wrong_clock_comes_to_its_end(int minutes)
    {
        await using var app = await App.StartAsync(azurite);
        await using var wrong = await WrongAsync(app, minutes);
        var undisturbed = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var id = await app.AcceptedAsync();
        await wrong.KillDuringAsync(id, Workers.IsEnd);

        // Its lease ends five minutes late, or ended before it began.
        app.Time.Advance(TimeSpan.FromMinutes(7));
        await app.RunMessagesAsync();

        await HasOneResultAsync(app, id, await app.ReportAsync(undisturbed));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_scenario_that_was_accepted_with_a_wrong_clock_is_sent_again_when_its_message_was_lost(int minutes)
    {
        await using var app = await App.StartAsync(azurite);
        await using var wrong = await WrongAsync(app, minutes);
        wrong.Wire.FailsBefore = call => call.IsSend;
        var id = await wrong.AcceptedAsync();

        app.Time.Advance(TimeSpan.FromMinutes(8));
        await app.TickAsync();
        await app.RunMessagesAsync();

        Assert.NotEmpty(await app.ReportAsync(id));
        Assert.Equal(200, (await app.ImpactsAsync(id)).Status);
        Assert.Equal(["A small deal"], await app.ListAsync().TitlesAsync());
    }

    private Task<App> WrongAsync(App beside, int minutes)
    {
        var time = new FakeTimeProvider(beside.Time.GetUtcNow().AddMinutes(minutes));
        return App.StartAsync(azurite.ConnectionString, beside, wire: null, services => services.AddSingleton(time).AddSingleton<TimeProvider>(time));
    }

    private static async Task HasOneResultAsync(App app, Guid id, byte[] expected)
    {
        Assert.Equal(expected, await app.ReportAsync(id));
        var result = (await app.RowAsync(id)).Attempt;
        Assert.Equal([result], (await app.Evaluations.RowsAsync()).Where(row => row.PartitionKey == $"{id}").Select(row => row.RowKey.Split('|')[1]).Distinct());
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
    }
}
