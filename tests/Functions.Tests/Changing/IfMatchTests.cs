using Parley.Functions.Reading;
using Parley.Functions.Storage;
using Parley.Functions.Tests.Running;

namespace Parley.Functions.Tests.Changing;

public sealed class IfMatchTests(SharedAzurite azurite)
{
    public static TheoryData<string> Changes => ["cancel", "rerun", "delete"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_on_condition_of_what_is_no_longer_so_is_refused(string change)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var seen = $"{(await app.StatusAsync(id)).Headers.ETag}";
        await app.RunMessagesAsync();
        var row = await app.RowAsync(id);

        var answer = await ChangeAsync(app, change, id, seen);

        Assert.Equal((412, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(StatusAnswer.StateIn($"{(await app.StatusAsync(id)).Headers.ETag}"), StatusAnswer.StateIn(answer["etag"]));
        Assert.Equal(row, await app.RowAsync(id));
    }

    [Theory]
    [InlineData("cancel", false, 200)]
    [InlineData("rerun", true, 202)]
    [InlineData("delete", true, 204)]
    [InlineData("delete", false, 204)]
    public async Task A_change_on_condition_of_what_is_so_is_made(string change, bool ended, int status)
    {
        await using var app = await App.StartAsync(azurite);
        foreach (var wish in new[] { "{0}", "*", "\"other\", {0}" })
        {
            var id = await app.AcceptedAsync();
            if (ended)
                await app.RunMessagesAsync();

            var answer = await ChangeAsync(app, change, id, wish.Replace("{0}", $"{(await app.StatusAsync(id)).Headers.ETag}", StringComparison.Ordinal));

            Assert.Equal(status, answer.Status);
        }
    }

    [Theory]
    [InlineData("rerun", 202)]
    [InlineData("delete", 204)]
    public async Task That_a_result_has_grown_stale_since_is_no_change_of_state(string change, int status)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        await app.RunMessagesAsync();
        var seen = $"{(await app.StatusAsync(id)).Headers.ETag}";
        await app.PutTreatyAsync("Another treaty");
        Assert.NotEqual(seen, $"{(await app.StatusAsync(id)).Headers.ETag}");

        Assert.Equal(412, (await ChangeAsync(app, change, id, "\"0000000000000000-\"")).Status);
        Assert.Equal(status, (await ChangeAsync(app, change, id, seen)).Status);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_tag_that_cannot_be_read_is_no_condition_to_go_by(string change)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();

        Assert.Equal(400, (await ChangeAsync(app, change, id, "without quotation marks")).Status);
        Assert.Equal(412, (await ChangeAsync(app, change, id, $"W/{(await app.StatusAsync(id)).Headers.ETag}")).Status);
        Assert.Equal(ScenarioStatus.Accepted, (await app.RowAsync(id)).Status);
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 202)]
    public async Task A_cancel_whose_answer_was_lost_is_repeated_under_the_same_condition(bool begun, int status)
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        if (begun)
            await app.Get<ScenarioTable>().ChangeAsync((await app.RowAsync(id)).Claimed("another", app.Time.GetUtcNow().AddMinutes(1)), TestContext.Current.CancellationToken);
        var seen = $"{(await app.StatusAsync(id)).Headers.ETag}";

        Assert.Equal(status, (await app.CancelAsync(id, seen)).Status);
        Assert.Equal(status, (await app.CancelAsync(id, seen)).Status);
    }

    [Fact]
    public async Task A_sign_of_life_between_reading_and_writing_is_no_change_of_state()
    {
        await using var app = await App.StartAsync(azurite);
        await using var worker = await App.StartAsync(azurite, beside: app);
        var id = await app.AcceptedAsync();
        var (evaluation, reached, goOn) = worker.Pause(id, Workers.IsEnd);
        await reached;
        var seen = $"{(await app.StatusAsync(id)).Headers.ETag}";
        var write = Wire.Once(call => call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            if (write(call))
                await worker.Get<ScenarioTable>().ChangeAsync(await worker.RowAsync(id) with { LeaseUntil = app.Time.GetUtcNow().AddMinutes(1) }, CancellationToken.None);
        };

        Assert.Equal(202, (await app.CancelAsync(id, seen)).Status);
        goOn.SetResult();
        await evaluation;
        Assert.Equal(ScenarioStatus.Cancelled, (await app.RowAsync(id)).Status);
    }

    [Fact]
    public async Task A_claim_between_reading_and_writing_is_one()
    {
        await using var app = await App.StartAsync(azurite);
        var id = await app.AcceptedAsync();
        var seen = $"{(await app.StatusAsync(id)).Headers.ETag}";
        await using var worker = await App.StartAsync(azurite, beside: app);
        var write = Wire.Once(call => call.IsTransaction);
        app.Wire.Before = async (call, _) =>
        {
            if (write(call))
                await worker.RunMessagesAsync();
        };

        Assert.Equal(412, (await app.CancelAsync(id, seen)).Status);
        Assert.NotEmpty(await app.ReportAsync(id));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_not_there_is_not_found_whatever_the_condition(string change)
    {
        await using var app = await App.StartAsync(azurite);

        Assert.Equal(404, (await ChangeAsync(app, change, Guid.NewGuid(), "*")).Status);
        Assert.Equal(404, (await ChangeAsync(app, change, "no-id", "*")).Status);
    }

    private static Task<Answer> ChangeAsync(App app, string change, object id, string ifMatch) => change switch
    {
        "cancel" => app.CancelAsync(id, ifMatch),
        "rerun" => app.RerunAsync(id, ifMatch),
        _ => app.DeleteAsync(id, ifMatch),
    };
}
