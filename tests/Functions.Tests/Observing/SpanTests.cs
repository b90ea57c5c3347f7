using System.Collections.Concurrent;
using System.Diagnostics;
using Parley.Functions.Observing;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Observing;

public sealed class SpanTests(SharedAzurite azurite)
{
    [Fact]
    public async Task A_scenario_whose_first_message_is_lost_stays_in_its_trace()
    {
        using var spans = new Recorder();
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = Wire.Once(call => call.IsSend);
        var id = await app.AcceptedAsync();
        app.Time.Advance(TimeSpan.FromMinutes(2));

        await app.TickAsync();
        await app.RunMessagesAsync();

        var accept = spans.Single("accept scenario", id);
        Assert.Equal((accept.TraceId, accept.SpanId), (spans.Single("process scenarios", id).TraceId, spans.Single("process scenarios", id).ParentSpanId));
        Assert.Equal((ActivityStatusCode.Error, "storage_away"), Outcome(spans.Single("send scenarios", id)));
    }

    [Fact]
    public async Task Every_attempt_is_in_the_trace_of_its_submission_and_says_why_it_failed()
    {
        using var spans = new Recorder();
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.FailsBefore = Wire.Once(call => call.IsTransaction && call.Body.Contains("stakeholder", StringComparison.Ordinal));

        await app.RunMessagesAsync();

        var sent = spans.Single("send scenarios", id);
        var attempts = spans.Of(id).Where(span => span.OperationName == "process scenarios").ToArray();
        Assert.All(attempts, attempt => Assert.Equal((sent.TraceId, sent.SpanId), (attempt.TraceId, attempt.ParentSpanId)));
        Assert.Equal([(ActivityStatusCode.Error, "storage_away"), (ActivityStatusCode.Unset, null)], attempts.Select(Outcome));
        Assert.Equal([0, 1], attempts.Select(attempt => attempt.GetTagItem("parley.attempt")));
    }

    [Fact]
    public async Task A_bug_is_named_by_its_type_and_nothing_else()
    {
        using var spans = new Recorder();
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        app.Wire.Before = (call, _) => Workers.IsEnd(call) ? throw new InvalidCastException("what a bug may say") : Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidCastException>(() => app.RunMessageAsync());

        Assert.Equal((ActivityStatusCode.Error, nameof(InvalidCastException)), Outcome(spans.Single("process scenarios", id)));
        Assert.All(spans.Of(id), span => Assert.DoesNotContain("what a bug may say", string.Join(' ', span.TagObjects) + span.StatusDescription, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_trace_of_the_host_is_linked_when_it_has_begun_one_of_its_own()
    {
        using var spans = new Recorder();
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        using var invocation = new Activity("what a host begins").Start();
        await app.RunMessagesAsync();

        var process = spans.Single("process scenarios", id);
        Assert.Equal(spans.Single("accept scenario", id).TraceId, process.TraceId);
        Assert.Equal([spans.Single("send scenarios", id).SpanId, invocation.SpanId], process.Links.Select(link => link.Context.SpanId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("rubbish")]
    public async Task A_message_without_a_trace_that_can_be_read_begins_one(string? traceparent)
    {
        using var spans = new Recorder();
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.Queue.ClearMessagesAsync(TestContext.Current.CancellationToken);

        await app.EvaluateAsync((Functions.Evaluating.ScenarioMessage.For(id, 1) with { Traceparent = traceparent }).ToJson());

        Assert.Empty(spans.Single("process scenarios", id).Links);
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Fact]
    public async Task Traces_cost_no_calls_of_storage()
    {
        var without = await CallsAsync();
        using var spans = new Recorder();

        Assert.Equal(without, await CallsAsync());

        async Task<IReadOnlyList<string>> CallsAsync()
        {
            await using var app = await App.StartAsync(azurite);
            await app.AcceptedAsync();
            await app.RunMessagesAsync();
            return [.. app.Wire.Calls.Select(call => call.Method)];
        }
    }

    private static (ActivityStatusCode, string?) Outcome(Activity span) => (span.Status, span.GetTagItem("error.type") as string);

    /// <summary>All spans of ours that end while it lasts, those of tests at the same time among them.</summary>
    private sealed class Recorder : IDisposable
    {
        private readonly ConcurrentQueue<Activity> ended = new();
        private readonly ActivityListener listener;

        public Recorder()
        {
            listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == Spans.SourceName,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = ended.Enqueue,
            };
            ActivitySource.AddActivityListener(listener);
        }

        public IReadOnlyList<Activity> Of(Guid scenario) => [.. ended.Where(span => span.GetTagItem("parley.scenario.id") as string == $"{scenario}")];

        public Activity Single(string name, Guid scenario) => Assert.Single(Of(scenario), span => span.OperationName == name);

        public void Dispose() => listener.Dispose();
    }
}
