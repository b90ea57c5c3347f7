using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Changing;

public sealed class RerunTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_new_run_of_what_has_not_moved_on_gives_the_same_bytes()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EndedAsync(app);
        var first = await app.ReportAsync(id);

        var answer = await app.RerunAsync(id);
        await app.RunMessagesAsync();

        Assert.Equal((202, "Accepted", "2"), (answer.Status, answer["status"], answer["generation"]));
        Assert.Equal($"/api/scenarios/{id}", $"{answer.Headers.Location}");
        var status = await app.StatusAsync(id);
        Assert.Equal(("Succeeded", "2", "2"), (status["status"], status["generation"], status["resultGeneration"]));
        Assert.Equal(first, await app.ReportAsync(id));
    }

    [Fact]
    public async Task The_former_result_stands_and_says_so_until_the_new_run_has_ended()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await EndedAsync(app);
        var former = await app.ImpactsAsync(id);
        await app.RerunAsync(id);
        await CheckFormerAsync("Accepted");

        var (evaluation, reached, goOn) = worker.Pause(id, Workers.IsEnd, generation: 2);
        await reached;
        await CheckFormerAsync("Running");
        goOn.SetResult();
        await evaluation;

        Assert.Equal("2", (await app.ImpactsAsync(id))["generation"]);

        async Task CheckFormerAsync(string expected)
        {
            var status = await app.StatusAsync(id);
            Assert.Equal((expected, "2", "1"), (status["status"], status["generation"], status["resultGeneration"]));
            Assert.NotNull(status.Json["summary"]);
            Assert.NotNull(status.Json["links"]!["impacts"]);
            Assert.Null(status.Json["finishedAt"]);
            Assert.Equal(former.Body, (await app.ImpactsAsync(id)).Body);
            var listed = Assert.Single((await app.ListAsync($"?status={expected}")).Json["scenarios"]!.AsArray())!;
            Assert.NotNull(listed["links"]!["impacts"]);
        }
    }

    [Fact]
    public async Task When_the_new_run_has_succeeded_the_former_ones_rows_are_removed()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EndedAsync(app);
        var former = (await app.RowAsync(id)).Attempt;

        await app.RerunAsync(id);
        await app.RunMessagesAsync();

        Assert.DoesNotContain(await app.Evaluations.RowsAsync(), row => row.RowKey.Contains(former, StringComparison.Ordinal));
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task A_new_run_that_is_cancelled_leaves_the_former_result()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await EndedAsync(app);
        var former = await app.ImpactsAsync(id);
        await app.RerunAsync(id);
        var (evaluation, reached, goOn) = worker.Pause(id, Workers.IsEnd, generation: 2);
        await reached;
        await app.CancelAsync(id);
        goOn.SetResult();
        await evaluation;

        var status = await app.StatusAsync(id);
        Assert.Equal(("Cancelled", "2", "1"), (status["status"], status["generation"], status["resultGeneration"]));
        Assert.Equal(former.Body, (await app.ImpactsAsync(id)).Body);
        Assert.All(await app.Evaluations.RowsAsync(), row => Assert.StartsWith("000001|", row.RowKey));
    }

    [Fact]
    public async Task A_new_run_that_fails_says_why_and_leaves_the_former_result()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await EndedAsync(app);
        var former = await app.ImpactsAsync(id);
        await app.RerunAsync(id);
        app.Wire.Before = (call, _) => Workers.IsEnd(call) ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.EvaluateAsync(Requests.Message(id, generation: 2)));
        await app.PoisonAsync(Requests.Message(id, generation: 2));

        var failed = await app.StatusAsync(id);
        Assert.Equal(("Failed", "1"), (failed["status"], failed["resultGeneration"]));
        Assert.NotNull(failed.Json["problem"]);
        Assert.Equal(former.Body, (await app.ImpactsAsync(id)).Body);

        // And the next run starts clean.
        app.Wire.Before = (_, _) => Task.CompletedTask;
        Assert.Null((await app.RerunAsync(id)).Json["problem"]);
        await app.RunMessagesAsync();
        var again = await app.StatusAsync(id);
        Assert.Equal(("Succeeded", "3"), (again["status"], again["resultGeneration"]));
        Assert.Null(again.Json["problem"]);
    }

    [Fact]
    public async Task A_cancelled_scenario_can_be_run_after_all()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.CancelAsync(id);

        await app.RerunAsync(id);
        await app.RunMessagesAsync();

        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Theory]
    [InlineData(ScenarioStatus.Accepted)]
    [InlineData(ScenarioStatus.Running)]
    [InlineData(ScenarioStatus.Cancelling)]
    public async Task What_has_not_ended_is_not_run_again(ScenarioStatus status)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.Get<ScenarioTable>().ChangeAsync(await app.RowAsync(id) with { Status = status }, TestContext.Current.CancellationToken);

        var answer = await app.RerunAsync(id);

        Assert.Equal((409, $"{status}"), (answer.Status, answer["scenarioStatus"]));
        Assert.Equal(1, (await app.RowAsync(id)).Generation);
    }

    [Fact]
    public async Task It_is_still_the_question_that_was_accepted_when_the_situation_has_moved_on()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EndedAsync(app);
        var first = await app.ReportAsync(id);
        await app.ChangeSituationAsync();

        await app.RerunAsync(id);
        await app.RunMessagesAsync();

        Assert.Equal(first, await app.ReportAsync(id));
        Assert.Equal("""{"engine":false,"situation":true}""", (await app.StatusAsync(id)).Json["stale"]!.ToJsonString());
    }

    [Fact]
    public async Task The_result_of_an_older_engine_is_replaced_by_one_of_todays()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EndedAsync(app);
        await app.Get<ScenarioTable>().ChangeAsync(await app.RowAsync(id) with { EngineVersion = "0" }, TestContext.Current.CancellationToken);
        Assert.True((await app.StatusAsync(id)).Json["stale"]!["engine"]!.GetValue<bool>());

        await app.RerunAsync(id);
        await app.RunMessagesAsync();

        Assert.Equal(Engine.EngineVersion.Current, (await app.StatusAsync(id))["engineVersion"]);
    }

    [Fact]
    public async Task A_new_run_whose_message_was_lost_is_asked_for_by_the_outbox()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EndedAsync(app);
        app.Wire.FailsBefore = call => call.IsSend;
        Assert.Equal(202, (await app.RerunAsync(id)).Status);
        app.Wire.FailsBefore = _ => false;
        Assert.Empty(await app.MessagesAsync());

        app.Time.Advance(TimeSpan.FromMinutes(3));
        await app.TickAsync();
        await app.RunMessagesAsync();

        Assert.Equal(2, (await app.RowAsync(id)).ResultGeneration);
    }

    [Fact]
    public async Task A_repeated_submission_still_gets_its_first_answer()
    {
        await using var app = await App.StartAsync(azurite);
        var first = await app.SubmitAsync(Requests.Scenario(), key: "order-1");
        await app.RunMessagesAsync();
        await app.RerunAsync(first["id"]);

        Assert.Equal(first.Body, (await app.SubmitAsync(Requests.Scenario(), key: "order-1")).Body);
    }

    [Fact]
    public async Task Rows_of_the_first_version_have_one_generation()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await EndedAsync(app);
        var entity = (await app.Scenarios.GetEntityAsync<Azure.Data.Tables.TableEntity>(
            Keys.Shard(id), Keys.Submission(id), cancellationToken: TestContext.Current.CancellationToken)).Value;
        entity.Remove("ResultGeneration");
        entity.Remove("HasResult");
        await app.Scenarios.UpdateEntityAsync(entity, entity.ETag, Azure.Data.Tables.TableUpdateMode.Replace, TestContext.Current.CancellationToken);

        Assert.Equal("1", (await app.ImpactsAsync(id))["generation"]);
    }

    private static async Task<Guid> EndedAsync(App app)
    {
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        return id;
    }
}
