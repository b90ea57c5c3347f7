using Azure;
using Parley.Functions.Evaluating;
using Parley.Functions.Sweeping;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Evaluating;

/// <summary>A queue takes 64 KiB a message, which are 48 KiB before Base64; Azurite takes more.</summary>
public sealed class MessageSizeTests(SharedAzurite azurite)
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /// <summary>What the host makes of bytes that are no UTF-8: three bytes of each.</summary>
    private static readonly string Grown = new('\uFFFD', 20_000);

    public static TheoryData<string> Receivers => [.. Receive.Keys];

    private static Dictionary<string, Func<App, string, Task>> Receive { get; } = new()
    {
        ["scenarios"] = (app, text) => app.EvaluateAsync(text),
        ["poison of scenarios"] = (app, text) => app.PoisonAsync(text),
        ["sweeps"] = (app, text) => app.WorkAsync(text),
        ["poison of sweeps"] = (app, text) => app.PoisonSweepAsync(text),
    };

    [Theory]
    [MemberData(nameof(Receivers))]
    public async Task A_message_of_another_version_that_has_outgrown_a_queue_is_kept_as_a_dead_letter(string receiver)
    {
        await using var app = await App.StartAsync(azurite);
        app.ExpectWarning("none of ours");

        await Receive[receiver](app, $$"""{"schema":99,"note":"{{Grown}}"}""");

        Assert.Single(await app.DeadLetters.RowsAsync());
        Assert.DoesNotContain(app.Wire.Calls, call => call.IsSend);
    }

    [Fact]
    public async Task A_poisoned_message_that_is_too_large_to_be_put_back_is_kept_as_a_dead_letter_or_stays_where_it_is()
    {
        await using var app = await App.StartAsync(azurite);
        var text = $$"""{"schema":1,"id":"{{Guid.NewGuid()}}","generation":1,"note":"{{Grown}}"}""";

        app.Wire.FailsBefore = _ => true;
        await Assert.ThrowsAsync<RequestFailedException>(() => app.PoisonAsync(text));
        app.Wire.FailsBefore = call => call.Touches("RowKey='s|");
        await app.PoisonAsync(text);

        Assert.Contains("too large", Assert.Single(await app.DeadLetters.RowsAsync()).GetString("Reason"), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Wire.Calls, call => call.IsSend);
    }

    [Fact]
    public async Task The_copy_of_a_message_is_small_however_long_its_trace()
    {
        await using var app = await App.StartAsync(azurite);
        app.Wire.FailsBefore = Wire.Once(call => call.Touches("RowKey='s|"));

        await app.EvaluateAsync($$"""{"schema":1,"id":"{{Guid.NewGuid()}}","generation":1,"traceparent":"{{new string('0', 48_000)}}"}""");

        Assert.InRange(Assert.Single(await app.MessagesAsync()).Length, 1, 1024);
    }

    [Theory]
    [InlineData(Trace, true)]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", false)]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01", false)]
    [InlineData("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", false)]
    [InlineData(Trace + "-more", false)]
    [InlineData("|a-call.of-an-older-kind.1.", false)]
    [InlineData("", false)]
    public void A_message_names_a_trace_as_W3C_Trace_Context_writes_it_or_none(string traceparent, bool isTrace)
    {
        var expected = isTrace ? traceparent : null;

        Assert.Equal(expected, ScenarioMessage.For(Guid.Empty, 1, traceparent).Traceparent);
        Assert.Equal(expected, SweepMessage.For(Guid.Empty, 1, traceparent).Traceparent);
        Assert.Equal(expected, ScenarioMessage.Parse((ScenarioMessage.For(Guid.Empty, 1) with { Traceparent = traceparent }).ToJson())!.Traceparent);
        Assert.Equal(expected, SweepMessage.Parse((SweepMessage.For(Guid.Empty) with { Traceparent = traceparent }).ToJson())!.Traceparent);
    }
}
