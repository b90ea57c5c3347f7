using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Parley.Engine;
using Parley.Functions.Evaluating;
using Parley.Functions.Observing;
using Parley.Functions.Storage;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Sweeping;

/// <summary>Messages that fail again and again, or are none.</summary>
public sealed class SweepPoisonTests(SharedAzurite azurite)
{
    public static TheoryData<string, string> Unreadable => new()
    {
        { "not JSON", "no message that this version reads" },
        { """{"schema":1,"id":"00000000-0000-0000-0000-000000000001","generation":1}""", "no message that this version reads" },
        { SweepMessage.For(Guid.Empty, 3).ToJson(), "There is no such sweep" },
        { new string('x', 48 * 1024), "no message that this version reads" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_nothing_can_be_done_with_is_kept_with_the_reason_once(string text, string reason)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");

        await app.PoisonSweepAsync(text);
        await app.PoisonSweepAsync(text);

        Assert.Contains(reason, Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"), StringComparison.Ordinal);
        Assert.Empty(await app.SweepMessagesAsync());
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"schema":1,"sweep":"00000000-0000-0000-0000-000000000001","chunk":1}""")]
    [InlineData("""{"schema":1,"sweep":"00000000-0000-0000-0000-000000000001"}""")]
    public async Task A_message_of_nothing_is_kept_at_once(string text)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("");

        await app.WorkAsync(text);

        Assert.Single(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task A_message_of_the_schema_before_is_read_and_one_of_a_later_schema_waits()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("another version");
        var id = await app.AcceptedSweepAsync();
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);

        await app.WorkAsync($$"""{"schema":0,"sweep":"{{id}}","chunk":0}""");
        await app.WorkAsync($$"""{"schema":2,"sweep":"{{id}}","chunk":1,"lane":"fast"}""");

        Assert.True(Assert.Single(await app.ChunksAsync(id)).Value.IsDone);
        Assert.Equal(2, MessageSchema.Of((await app.SweepQueue().PeekMessageAsync(TestContext.Current.CancellationToken)).Value.MessageText));
    }

    [Theory]
    [InlineData("""{"schema":99,"sweep":"00000000-0000-0000-0000-000000000001"}""")]
    [InlineData("""{"schema":99,"of":[1,2],"chunk":"first"}""")]
    public async Task A_message_of_another_version_waits_whichever_queue_it_comes_from(string text)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("another version");

        await app.WorkAsync(text);
        await app.PoisonSweepAsync(text);

        var waiting = (await app.SweepQueue().PeekMessagesAsync(10, TestContext.Current.CancellationToken)).Value.Select(message => message.MessageText);
        Assert.Equal([text, text], waiting);
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task A_chunk_beyond_the_last_is_kept_as_a_dead_letter()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("not there");
        var id = await app.AcceptedSweepAsync();

        await app.WorkAsync(id, chunk: Sweeps.Chunks);
        await app.WorkAsync(id, chunk: -1);

        Assert.Equal(2, (await app.DeadLetters.RowsAsync()).Count);
        Assert.Empty(await app.ChunksAsync(id));
    }

    [Fact]
    public async Task A_sweep_that_was_only_unlucky_is_asked_for_again()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);

        for (var chunk = 0; chunk < Sweeps.Chunks; chunk++)
            await app.PoisonSweepAsync(SweepMessage.For(id, chunk).ToJson());
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task A_sweep_with_a_chunk_that_failed_ends_as_failed_with_a_dead_letter_and_no_code_in_the_answer()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await app.AcceptedSweepAsync();
        app.Wire.Before = (call, _) => call.Method == "PUT" && call.Touches("Digest") ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.WorkAsync(id, chunk: 0));

        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());

        var answer = await app.SweepAsync(id);
        Assert.Equal("Failed", answer["status"]);
        Assert.DoesNotContain("InvalidCast", answer.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("InvalidCastException: a bug", Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_handing_out_ends_the_sweep_as_failed_with_a_dead_letter_that_tells_it()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("given up");
        var id = await app.AcceptedSweepAsync();
        app.Wire.Before = (call, _) => call.IsSend ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.WorkAsync(id));

        await app.PoisonSweepAsync(SweepMessage.For(id).ToJson());

        Assert.Equal("Failed", (await app.SweepAsync(id))["status"]);
        Assert.Contains("InvalidCastException: a bug", Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_handing_out_that_passes_is_held_against_nothing_later()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync();
        app.Wire.Before = (call, _) => call.IsSend ? throw new InvalidCastException("a bug") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidCastException>(() => app.WorkAsync(id));
        app.Wire.Before = (_, _) => Task.CompletedTask;
        await app.WorkAsync(id);

        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());
        await app.RunSweepMessagesAsync();

        Assert.Equal(ScenarioStatus.Succeeded, (await app.SweepRowAsync(id)).Status);
    }

    [Fact]
    public async Task An_end_that_meets_another_change_every_time_is_put_off_and_not_told_as_one()
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("could not be dealt with");
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.Get<SweepChunkTable>().ChangeAsync(new SweepChunk(id, 0, Claims: 1, LastError: "a bug"), TestContext.Current.CancellationToken);
        app.Wire.Before = async (call, cancellation) =>
        {
            if (call.IsTransaction && call.Body.Contains("\"Failed\"", StringComparison.Ordinal))
                await app.Get<SweepTable>().ChangeAsync(await app.SweepRowAsync(id), cancellation);
        };

        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());

        Assert.DoesNotContain(app.Log, line => line.Contains("given up", StringComparison.Ordinal));
        app.ExpectWarning("given up");
        app.Wire.Before = (_, _) => Task.CompletedTask;
        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson()); // As it was put back.
        Assert.Equal("Failed", (await app.SweepAsync(id))["status"]);
    }

    [Fact]
    public async Task A_sweep_whose_handing_out_only_brings_its_workers_down_is_given_up_after_so_many_attempts()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Evaluation:Attempts", "3"));
        app.ExpectWarning("given up");
        var id = await app.AcceptedSweepAsync();

        for (var worker = 1; worker <= 3; worker++)
        {
            await using (var dying = await App.StartAsync(azurite, beside: app))
            {
                var isDead = false;
                dying.Wire.Before = (call, _) =>
                {
                    isDead |= call.IsSend;
                    return Task.CompletedTask;
                };
                dying.Wire.FailsBefore = _ => isDead;
                await Record.ExceptionAsync(() => dying.WorkAsync(id));
            }

            await app.PoisonSweepAsync(SweepMessage.For(id).ToJson());
            Assert.Equal(worker < 3 ? "Accepted" : "Failed", (await app.SweepAsync(id))["status"]);
        }
    }

    [Fact]
    public async Task A_sweep_that_only_brings_its_workers_down_is_given_up_after_so_many_attempts()
    {
        await using var app = await App.StartAsync(azurite, settings: ("Evaluation:Attempts", "3"));
        app.ExpectWarning("given up");
        var id = await app.AcceptedSweepAsync();
        await app.Get<SweepChunkTable>().ChangeAsync(new SweepChunk(id, 0, Claims: 3), TestContext.Current.CancellationToken);

        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());

        Assert.Equal("Failed", (await app.SweepAsync(id))["status"]);
    }

    [Fact]
    public async Task An_error_of_the_engine_fails_the_sweep_at_once_and_says_where()
    {
        await using var app = await App.StartAsync(
            azurite.ConnectionString, beside: null, wire: null, services => services.AddSingleton<EvaluateVariants>((_, _, _, _, _) =>
                throw new EngineFaultException("a bug", new InvalidCastException("a bug")) { Where = "the sample" }));
        app.ExpectWarning("");
        var id = await app.AcceptedSweepAsync();

        await app.WorkAsync(id, chunk: 0);

        var answer = await app.SweepAsync(id);
        Assert.Equal("Failed", answer["status"]);
        Assert.Contains("the sample", answer.Json["problem"]!["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Single(await app.DeadLetters.RowsAsync());
    }

    [Fact]
    public async Task A_letter_is_kept_and_counted_once_when_the_end_has_to_be_tried_again()
    {
        await using var app = await App.StartAsync(
            azurite.ConnectionString, beside: null, wire: null, services => services.AddSingleton<EvaluateVariants>((_, _, _, _, _) =>
                throw new EngineFaultException("a bug", new InvalidCastException("a bug")) { Where = "the sample" }));
        app.ExpectWarning("");
        using var letters = new MetricCollector<long>(app.Get<IMeterFactory>(), ScenarioMetrics.MeterName, "parley.dead_letters");
        var id = await app.AcceptedSweepAsync();
        await app.WorkAsync(id);
        await app.SweepQueue().ClearMessagesAsync(TestContext.Current.CancellationToken);
        app.Wire.FailsBefore = Wire.Once(call => call.IsTransaction);

        await app.WorkAsync(id, chunk: 0); // A copy of its message comes back.
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.RunSweepMessagesAsync();

        Assert.Equal("Failed", (await app.SweepAsync(id))["status"]);
        Assert.Equal(0, SweepMessage.Parse((await app.Get<DeadLetterTable>().FindAsync(Assert.Single(await app.DeadLetters.RowsAsync()).RowKey, TestContext.Current.CancellationToken))!.Value.Message)!.Chunk);
        Assert.Equal(1, letters.GetMeasurementSnapshot().EvaluateAsCounter());
    }

    [Fact]
    public async Task Poison_of_a_sweep_that_has_ended_needs_nothing()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedSweepAsync(Sweeps.Json(size: 10));
        await app.RunSweepMessagesAsync();

        await app.PoisonSweepAsync(SweepMessage.For(id, 0).ToJson());

        Assert.Empty(await app.SweepMessagesAsync());
        Assert.Empty(await app.DeadLetters.RowsAsync());
    }
}
