using Azure;
using Microsoft.Extensions.DependencyInjection;
using Parley.Engine;
using Parley.Functions.Evaluating;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Evaluating;

public sealed class FailureTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_run_cancelled_by_shutdown_sends_its_message_again_and_the_next_one_begins_at_once()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        using var stopping = new CancellationTokenSource();
        app.Wire.Before = (call, _) => call.Touches(app.Names.Evaluations) ? stopping.CancelAsync() : Task.CompletedTask;

        await app.RunMessageAsync(stopping.Token);

        var again = ScenarioMessage.Parse(Assert.Single(await app.MessagesAsync()))!;
        Assert.Equal(ScenarioMessage.For(id, 1), again with { Traceparent = null, DueAt = null });
        Assert.Equal((ScenarioStatus.Accepted, ""), ((await app.RowAsync(id)).Status, (await app.RowAsync(id)).Owner));
        await app.RunMessagesAsync();
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task A_shutdown_stops_a_long_evaluation()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync(Requests.Scenario(draws: 1_000_000));
        using var stopping = new CancellationTokenSource();
        var evaluation = app.EvaluateAsync(Requests.Message(id), stopping.Token);
        await app.UntilAsync(id, row => row.Status == ScenarioStatus.Running);

        await stopping.CancelAsync();
        await evaluation;

        Assert.Equal(ScenarioStatus.Accepted, (await app.RowAsync(id)).Status);
    }

    [Theory]
    [InlineData("Running")]
    [InlineData("stakeholder")]
    [InlineData("Succeeded")]
    public async Task A_transient_fault_brings_the_message_back_later_and_then_it_succeeds(string at)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.FailsBefore = Wire.Once(call => call.IsTransaction && call.Body.Contains(at, StringComparison.Ordinal));

        await app.RunMessageAsync();

        var again = ScenarioMessage.Parse(Assert.Single(await app.MessagesAsync()))!;
        Assert.Equal((id, 1), (again.Id, again.Attempt));
        Assert.InRange(app.NoDelay.Delays[^1].TotalSeconds, 2, 3);
        await app.RunMessagesAsync();
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public void Waits_double_up_to_ten_minutes()
    {
        Assert.InRange(Backoff.After(1).TotalSeconds, 2, 2.5);
        Assert.InRange(Backoff.After(2).TotalSeconds, 4, 5);
        Assert.InRange(Backoff.After(5).TotalSeconds, 32, 40);
        Assert.All(Enumerable.Range(9, 100), attempt => Assert.InRange(Backoff.After(attempt).TotalSeconds, 480, 600));
        Assert.InRange(Backoff.After(1_000_000).TotalSeconds, 480, 600);
    }

    [Fact]
    public async Task An_unexpected_error_is_noted_and_thrown_for_the_queue_to_count()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.Before = (call, _) => call.Touches(app.Names.Evaluations) ? throw new InvalidCastException("a bug") : Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidCastException>(() => app.EvaluateAsync(Requests.Message(id)));

        Assert.Equal((ScenarioStatus.Accepted, "InvalidCastException: a bug"), ((await app.RowAsync(id)).Status, (await app.RowAsync(id)).LastError));
    }

    /// <summary>What storage says names its rows and its requests, and a note is read by administrators over HTTP.</summary>
    [Fact]
    public async Task What_storage_refused_is_noted_by_its_status_alone()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.Before = (call, _) => call.Touches(app.Names.Evaluations) ? throw new RequestFailedException(413, "Partition key e|1 RequestId:7", "RequestBodyTooLarge", null) : Task.CompletedTask;

        await Assert.ThrowsAsync<RequestFailedException>(() => app.EvaluateAsync(Requests.Message(id)));

        Assert.Equal("Storage refused it with 413 RequestBodyTooLarge.", (await app.RowAsync(id)).LastError);
    }

    [Theory]
    [InlineData(true, "the analysis drivers")]
    [InlineData(false, "the reading of the question")]
    public async Task An_error_of_the_engine_fails_the_scenario_at_once_and_says_where(bool inAnalysis, string where)
    {
        var fault = new ArgumentOutOfRangeException("no such thing", (Exception?)null);
        await using var app = await BrokenAsync((_, _, _, _) => throw (inAnalysis ? new EngineFaultException("It broke off.", fault) { Where = "the analysis drivers" } : fault));
        app.ExpectWarning("the engine failed");
        var id = await app.AcceptedAsync();

        await app.RunMessagesAsync();

        var (status, letter) = (await app.StatusAsync(id), Assert.Single(await app.DeadLetters.RowsAsync()));
        Assert.Equal("Failed", status["status"]);
        Assert.Contains($"(ArgumentOutOfRangeException) broke off {where}", status.Json["problem"]!["detail"]!.ToString());
        Assert.DoesNotContain("   at ", status.Json.ToJsonString());
        Assert.Equal(1, (await app.RowAsync(id)).Claims);
        Assert.Equal(id, letter.GetGuid("Scenario"));
        Assert.Contains(where, letter.GetString("Reason"));
        Assert.Contains(app.Log, line => line.Contains("ArgumentOutOfRangeException: no such thing", StringComparison.Ordinal));
        Assert.DoesNotContain(await app.Scenarios.RowsAsync(), row => row.RowKey == Keys.Outbox(id));
    }

    [Fact]
    public async Task A_machine_without_memory_is_no_fault_of_the_engine()
    {
        await using var app = await BrokenAsync((_, _, _, _) => throw new InvalidOperationException($"{new byte[int.MaxValue]}")); // More than there can be.
        var id = await app.AcceptedAsync();

        await Assert.ThrowsAsync<OutOfMemoryException>(() => app.EvaluateAsync(Requests.Message(id)));

        Assert.Equal(ScenarioStatus.Accepted, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task A_message_of_a_newer_version_waits_for_an_app_that_reads_it()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("another version");
        var newer = $$"""{"schema":{{ScenarioMessage.CurrentSchema + 1}},"id":"{{Guid.NewGuid()}}","generation":1,"colour":"red"}""";

        await app.EvaluateAsync(newer);

        Assert.Equal(newer, Assert.Single(await app.MessagesAsync()));
        Assert.Equal(TimeSpan.FromMinutes(5), app.NoDelay.Delays[^1]);
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task So_does_one_that_a_newer_version_has_given_another_shape_even_while_the_host_stops()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("another version");
        const string newer = """{"schema":7,"scenario":"a-new-kind-of-id","run":{"number":1}}""";

        await app.EvaluateAsync(newer, new CancellationToken(canceled: true));

        Assert.Equal(newer, Assert.Single(await app.MessagesAsync()));
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task A_reason_that_no_column_holds_is_cut_and_says_so()
    {
        var reason = string.Concat(Enumerable.Repeat("A long story \U0001F30A. ", 5_000));
        await using var app = await BrokenAsync((_, _, _, _) => throw new UnanswerableException(reason));
        app.ExpectWarning("cannot be evaluated");
        var id = await app.AcceptedAsync();

        await app.RunMessagesAsync();

        var status = await app.StatusAsync(id);
        Assert.Equal("Failed", status["status"]);
        Assert.EndsWith("(cut off here)", status.Json["problem"]!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_the_reason_of_a_dead_letter()
    {
        var story = new string('x', 50_000);
        await using var app = await BrokenAsync((_, _, _, _) => throw new EngineFaultException(story, new InvalidCastException()) { Where = story });
        app.ExpectWarning("the engine failed");
        var id = await app.AcceptedAsync();

        await app.RunMessagesAsync();

        Assert.Equal("Failed", (await app.StatusAsync(id))["status"]);
        Assert.EndsWith("(cut off here)", Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_the_version_before_is_read()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        await app.EvaluateAsync($$"""{"schema":{{ScenarioMessage.CurrentSchema - 1}},"id":"{{id}}","generation":1}""");

        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no message")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"schema":1,"id":"not an id","generation":1}""")]
    public async Task What_is_no_message_is_kept_as_a_dead_letter(string text)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("none of ours");

        await app.EvaluateAsync(text);

        Assert.Equal("It is no message of ours.", Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"));
    }

    private Task<App> BrokenAsync(Evaluate engine) => App.StartAsync(azurite.ConnectionString, null, null, services => services.AddSingleton(engine));

    [Fact]
    public async Task A_message_of_an_earlier_generation_has_nothing_left_to_do()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        await app.EvaluateAsync(Requests.Message(id, generation: 0));

        Assert.Equal(ScenarioStatus.Accepted, (await app.RowAsync(id)).Status);
    }
}
