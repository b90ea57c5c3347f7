using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Changing;

public sealed class DeleteTests(SharedAzurite azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_sees_it_any_more_and_a_worker_removes_everything_but_its_id(bool evaluated)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        if (evaluated)
            await app.RunMessagesAsync();

        var answer = await app.DeleteAsync(id);

        Assert.Equal((204, 0), (answer.Status, answer.Body.Length));
        await CheckGoneAsync();
        await app.RunMessagesAsync();
        await CheckGoneAsync();
        var rows = await app.Scenarios.RowsAsync();
        Assert.Equal(2, rows.Count); // The other one tells the purge how old this one is.
        var left = rows[1];
        Assert.Equal((Keys.Submission(id), "Deleted", ""), (left.RowKey, left.GetString("Status"), left.GetString("Title")));
        Assert.False(left.ContainsKey("Content00"), "The submission is still there.");
        Assert.Empty(await app.Evaluations.RowsAsync());

        async Task CheckGoneAsync()
        {
            Answer[] answers = [await app.StatusAsync(id), await app.ImpactsAsync(id), await app.InputsAsync(id), await app.CancelAsync(id), await app.RerunAsync(id), await app.DeleteAsync(id)];
            Assert.All(answers, each => Assert.Equal(404, each.Status));
            Assert.Empty(await app.ListAsync().TitlesAsync());
        }
    }

    [Fact]
    public async Task One_that_failed_is_cleared_up_at_once_by_a_worker_whose_clock_is_behind()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("cannot be evaluated");
        var row = await app.RowAsync(await app.AcceptedAsync());
        // As if its situation's content had been lost.
        await app.Get<ScenarioTable>().ChangeAsync(row with { Situation = row.Situation with { Number = 7 } }, TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromMinutes(10));
        await app.RunMessagesAsync();
        await app.DeleteAsync(row.Id);

        Assert.False((await app.RowAsync(row.Id)).IsLeasedAt(app.Time.GetUtcNow().AddMinutes(-10)));
    }

    [Fact]
    public async Task A_running_one_is_gone_at_once_and_its_worker_clears_up()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = worker.Pause(id, Workers.IsEnd);
        await reached;

        Assert.Equal(204, (await app.DeleteAsync(id)).Status);
        Assert.Equal(404, (await app.StatusAsync(id)).Status);
        goOn.SetResult();
        await evaluation;

        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(id)).Status);
        Assert.Empty(await app.Evaluations.RowsAsync());
        await app.RunMessagesAsync();
        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task All_its_rows_are_removed_when_somebody_else_has_begun_to_and_died()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        await app.DeleteAsync(id);
        var row = (await app.Evaluations.RowsAsync())[0];
        var purge = Wire.Once(call => call.IsTransaction && call.Touches(app.Names.Evaluations));
        app.Wire.Before = async (call, cancellation) =>
        {
            if (purge(call))
                await app.Evaluations.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
        };

        await app.RunMessagesAsync();

        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(id)).Status);
        Assert.Empty(await app.Evaluations.RowsAsync());
    }

    [Fact]
    public async Task All_its_runs_are_removed()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        await app.RerunAsync(id);
        var (evaluation, reached, goOn) = worker.Pause(id, Workers.IsEnd, generation: 2);
        await reached;

        await app.DeleteAsync(id);
        goOn.SetResult();
        await evaluation;

        Assert.Empty(await app.Evaluations.RowsAsync());
    }

    [Fact]
    public async Task A_scenario_that_is_being_cancelled_can_be_deleted()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = worker.Pause(id, Workers.IsEnd);
        await reached;
        await app.CancelAsync(id);

        Assert.Equal(204, (await app.DeleteAsync(id)).Status);
        goOn.SetResult();
        await evaluation;

        Assert.Equal(ScenarioStatus.Deleted, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task A_key_does_not_bring_it_back()
    {
        await using var app = await App.StartAsync(azurite);
        var id = (await app.SubmitAsync(Requests.Scenario(), key: "order-1"))["id"];
        await app.DeleteAsync(id);
        await CheckAsync(); // While it is on its way out …
        await app.RunMessagesAsync();
        await CheckAsync(); // … and when only its id is left.

        async Task CheckAsync()
        {
            var (same, other) = (await app.SubmitAsync(Requests.Scenario(), key: "order-1"), await app.SubmitAsync(Requests.Scenario(seed: 2), key: "order-1"));
            Assert.Equal((410, 422, id), (same.Status, other.Status, same["id"]));
            Assert.Contains("use another key", same["detail"]);
        }
    }

    [Fact]
    public async Task An_answer_that_was_lost_does_not_make_it_not_found()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.LosesAnswer = Wire.Once(call => call.IsTransaction);

        Assert.Equal(204, (await app.DeleteAsync(id)).Status);
    }

    [Fact]
    public async Task A_reader_between_the_status_and_the_rows_finds_nothing_and_no_half()
    {
        await using var app = await App.StartAsync(azurite);
        await using var reader = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var rows = Wire.Once(call => call.Touches(app.Names.Evaluations));
        reader.Wire.Before = async (call, _) =>
        {
            if (!rows(call))
                return;
            await app.DeleteAsync(id);
            await app.RunMessagesAsync();
        };

        Assert.Equal(404, (await reader.ImpactsAsync(id)).Status);
    }
}
